// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Each check of the architecture can fail: small invented trees that break one rule, beside ones that keep it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "architecture/components.h"
#include "architecture/graph_page.h"
#include "architecture/layout.h"
#include "architecture/modules.h"
#include "architecture/page_links.h"
#include "architecture/purity.h"
#include "architecture/sizes.h"
#include "architecture/source_file.h"

namespace milepost::architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Edges kEdges = {{"document", "text"}, {"cli", "operations"}, {"lsp", "operations"}};

SourceFile including(const std::string& path, const std::string& included) {
  return {path, "#include \"" + included + "\"\n"};
}

std::string repeat(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

const std::string kHead =
    "// SPDX-FileCopyrightText: the milepost authors\n"
    "// SPDX-License-Identifier: MIT\n";

TEST(CodeOnly, BlanksCommentsAndLiterals) {
  EXPECT_EQ(code_only("a // b\nc /* d\n */ e"), "a     \nc     \n    e");
  EXPECT_EQ(code_only("f(\"{\\\"\", '{', 1'000);"), "f(     ,    , 1'000);");
  EXPECT_EQ(code_only("x = R\"y({\n)\" )y\";"), "x =      \n      ;");
}

TEST(IncludesOf, ReadsQuotedAndAngled) {
  const auto includes = includes_of({"x.cc", "// #include <no>\n#include <string>\n#include \"a/b.h\"\n"});
  ASSERT_EQ(includes.size(), 2U);
  EXPECT_EQ(includes[0].name, "string");
  EXPECT_EQ(includes[1].name, "a/b.h");
  EXPECT_TRUE(includes[1].is_quoted);
  EXPECT_EQ(includes[1].line, 3);
}

TEST(Edges, ReadsTheTable) { EXPECT_EQ(parse_edges("# x y\ntext base\n\n"), (Edges{{"text", "base"}})); }

TEST(Edges, RefusesCyclesFrontEndPairsAndUnknownNames) {
  EXPECT_THAT(check_edges(kEdges), IsEmpty());
  EXPECT_THAT(check_edges({{"text", "document"}, {"document", "text"}}),
              ElementsAre(HasSubstr("'text document' closes a cycle"), HasSubstr("closes a cycle")));
  EXPECT_THAT(check_edges({{"lsp", "cli"}}), ElementsAre(HasSubstr("joins two front ends")));
  EXPECT_THAT(check_edges({{"util", "text"}}), ElementsAre(HasSubstr("unknown module")));
}

TEST(GraphPage, HoldsTheEdgesOfTheTableAndNoOther) {
  const std::string page =
      "text\n```mermaid\nflowchart TD\n  document --> text\n  cli --> operations & lsp\n```\na --> b\n";
  EXPECT_EQ(parse_graph(page), (Edges{{"document", "text"}, {"cli", "operations"}, {"cli", "lsp"}}));
  EXPECT_THAT(check_graph(page, parse_graph(page)), IsEmpty());
  EXPECT_THAT(check_graph(page, kEdges),
              ElementsAre(HasSubstr("does not draw 'lsp operations'"), HasSubstr("draws 'cli lsp'")));
  EXPECT_THAT(check_graph("no picture", {{"text", "base"}}), ElementsAre(HasSubstr("does not draw 'text base'")));
}

TEST(PageLinks, NameWhatIsThere) {
  const SourceFile page{"docs/a.md",
                        "[one](b.md#part), [two](../README.md), [web](https://example.org), `src/y.cc`, `src/x.cc`, "
                        "`src/*.cc`, `[no](no.md)`\n"
                        "```sh\n[no](no.md) `src/no.cc`\n```\n"};
  EXPECT_THAT(paths_named_in(page), ElementsAre("src/y.cc", "docs/b.md", "README.md"));
  const auto only_pages = [](const std::string& path) { return path.ends_with(".md"); };
  EXPECT_THAT(check_links({page}, only_pages), ElementsAre("docs/a.md names src/y.cc, which is not there"));
}

TEST(Includes, FollowTheTable) {
  const SourceFile text{"src/core/text/t.h", ""};
  const SourceFile document{"src/core/document/d.h", ""};
  EXPECT_THAT(check_includes({text, including("src/core/document/x.cc", "core/text/t.h")}, kEdges), IsEmpty());
  EXPECT_THAT(check_includes({document, including("src/core/text/x.cc", "core/document/d.h")}, kEdges),
              ElementsAre(HasSubstr("src/core/text/x.cc:1: the edge 'text document'")));
  EXPECT_THAT(check_includes({document, including("src/main.cc", "core/document/d.h")}, kEdges), IsEmpty());
}

TEST(Includes, RefuseAnotherFrontEndMissingHeadersAndUnknownFolders) {
  const SourceFile cli{"src/frontends/cli/c.h", ""};
  EXPECT_THAT(check_includes({cli, including("src/frontends/lsp/x.cc", "frontends/cli/c.h")}, kEdges),
              ElementsAre(HasSubstr("the front end 'lsp' includes the front end 'cli'")));
  EXPECT_THAT(check_includes({including("src/core/text/x.cc", "t.h")}, kEdges),
              ElementsAre(HasSubstr("not a header below src/")));
  EXPECT_THAT(check_includes({{"src/util/x.h", ""}}, kEdges), ElementsAre(HasSubstr("is in no module")));
}

TEST(Components, RefuseACircle) {
  const auto a = including("src/core/text/a.cc", "core/text/b.h");
  const auto b = including("src/core/text/b.h", "core/text/c.h");
  const auto c = including("src/core/text/c.h", "core/text/a.h");
  EXPECT_THAT(check_component_cycles({a, b}), IsEmpty());
  EXPECT_THAT(check_component_cycles({a, b, c, {"src/core/text/a.h", ""}}),
              ElementsAre(HasSubstr("src/core/text/a -> src/core/text/b -> src/core/text/c -> src/core/text/a")));
}

TEST(Components, IncludeTheirOwnHeaderFirst) {
  const SourceFile header{"src/core/text/a.h", ""};
  EXPECT_THAT(check_own_header_first({header, including("src/core/text/a.cc", "core/text/a.h")}), IsEmpty());
  EXPECT_THAT(check_own_header_first({header, {"src/core/text/a.cc", "#include <string>\n"}}),
              ElementsAre(HasSubstr("its own header")));
}

TEST(Purity, RefusesFilesClockAndEnvironmentInTheCore) {
  const auto in_core = [](const std::string& text) { return check_purity({{"src/core/text/x.cc", text}}); };
  EXPECT_THAT(in_core("#include <string>\n// getenv\nconst char* a = \"getenv\";\n"), IsEmpty());
  EXPECT_THAT(in_core("#include <fstream>\n"), ElementsAre(HasSubstr("x.cc:1: <fstream>")));
  EXPECT_THAT(in_core("#include <sys/stat.h>\n"), ElementsAre(HasSubstr("<sys/stat.h>")));
  EXPECT_THAT(in_core("\nauto t = system_clock::now();\n"), ElementsAre(HasSubstr("x.cc:2: '::now('")));
  EXPECT_THAT(in_core("auto e = std::getenv(name);\n"), ElementsAre(HasSubstr("getenv")));
  EXPECT_THAT(check_purity({{"src/platform/x.cc", "#include <fstream>\n"}}), IsEmpty());
}

TEST(LibraryHeaders, StayOutOfHeaders) {
  EXPECT_THAT(check_library_headers({{"src/core/text/x.h", "#include <vector>\n"}}), IsEmpty());
  EXPECT_THAT(check_library_headers({{"src/core/text/x.cc", "#include <libfyaml.h>\n"}}), IsEmpty());
  EXPECT_THAT(check_library_headers({{"src/core/text/x.h", "#include <libfyaml.h>\n"}}),
              ElementsAre(HasSubstr("<libfyaml.h> is a library")));
}

TEST(Functions, AreFoundWithTheirLength) {
  const std::string text =
      "namespace a {\nclass B {\n public:\n  B(int c) : c_{c}, d_{1} {\n    f();\n  }\n  int g() const { return 1; }\n"
      " private:\n  int c_{0};\n};\nconst int kTable[] = {\n  1,\n};\nauto h(int i) -> int {\n  if (i) {\n    return "
      "2;\n"
      "  }\n  return 3;\n}\nTEST(Suite, Case) {\n}\n}\n";
  const auto functions = functions_of({"x.cc", text});
  ASSERT_EQ(functions.size(), 4U);
  EXPECT_EQ(functions[0].name, "B");
  EXPECT_EQ(functions[0].lines, 3);
  EXPECT_EQ(functions[1].name, "g");
  EXPECT_EQ(functions[1].lines, 1);
  EXPECT_EQ(functions[2].name, "h");
  EXPECT_EQ(functions[2].line, 14);
  EXPECT_EQ(functions[2].lines, 6);
  EXPECT_EQ(functions[3].name, "Suite, Case");
}

TEST(Sizes, RefuseLongFilesWithoutAReason) {
  const std::vector<SourceFile> files = {{"src/x.cc", repeat("int a;\n", kFileLines + 1)}};
  EXPECT_THAT(check_sizes({{"src/x.cc", repeat("int a;\n", kFileLines)}}, ""), IsEmpty());
  EXPECT_THAT(check_sizes(files, ""), ElementsAre(HasSubstr("above 500 it needs a line")));
  EXPECT_THAT(check_sizes(files, "# comment\nfile src/x.cc: one grammar\n"), IsEmpty());
  EXPECT_THAT(check_sizes(files, "file src/x.cc:\n"),
              ElementsAre(HasSubstr("gives no reason"), HasSubstr("needs a line")));
}

TEST(Sizes, NoReasonHelpsAboveTheCap) {
  EXPECT_THAT(check_sizes({{"src/x.cc", repeat("int a;\n", kFileCap + 1)}}, "file src/x.cc: reason\n"),
              ElementsAre(HasSubstr("without exception"), HasSubstr("is not needed")));
}

TEST(Sizes, RefuseLongFunctions) {
  const std::vector<SourceFile> files = {{"src/x.cc", "void f() {\n" + repeat("  g();\n", kFunctionCap) + "}\n"}};
  EXPECT_THAT(check_sizes(files, ""), ElementsAre(HasSubstr("src/x.cc:1: 'f' has 82 lines")));
  EXPECT_THAT(check_sizes(files, "function src/x.cc f: one automaton\n"), IsEmpty());
}

TEST(Sizes, RefuseStaleExceptions) {
  EXPECT_THAT(check_sizes({{"src/x.cc", "int a;\n"}}, "file src/x.cc: was long\n"),
              ElementsAre(HasSubstr("'file src/x.cc' is not needed")));
}

TEST(Heads, MustBeComplete) {
  const auto header = [](const std::string& text) { return check_heads({{"src/x.h", text}}); };
  EXPECT_THAT(header(kHead + "//\n// What.\n// Why.\n#pragma once\n"), IsEmpty());
  EXPECT_THAT(header("#pragma once\n"), ElementsAre(HasSubstr("SPDX")));
  EXPECT_THAT(header(kHead + "#pragma once\n"), ElementsAre(HasSubstr("empty comment line")));
  EXPECT_THAT(header(kHead + "//\n// What.\n#pragma once\n"), ElementsAre(HasSubstr("2 to 8 lines, it has 1")));
  EXPECT_THAT(header(kHead + "//\n// What.\n// Why.\nint a;\n"), ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(check_heads({{"src/x.cc", "int a;\n"}}), ElementsAre(HasSubstr("SPDX")));
}

TEST(Registered, EverySourceIsNamedInABuildFile) {
  const SourceFile build{"src/core/text/CMakeLists.txt", "# b.cc\nmilepost_library(NAME text SOURCES a.cc sub/d.cc)\n"};
  EXPECT_THAT(check_registered({build, {"src/core/text/a.cc", ""}, {"src/core/text/sub/d.cc", ""}}), IsEmpty());
  EXPECT_THAT(check_registered({build, {"src/core/text/b.cc", ""}}), ElementsAre(HasSubstr("b.cc: is not named in")));
  EXPECT_THAT(check_registered({{"src/x.cc", ""}}), ElementsAre(HasSubstr("no CMakeLists.txt")));
}

}  // namespace
}  // namespace milepost::architecture
