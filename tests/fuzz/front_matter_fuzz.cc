// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Front matter of any bytes: no crash, every range inside the text and inside its parent, and where the fast path
// reads, libfyaml reads the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/front_matter.h"
#include "core/text/source_text.h"
#include "core/text/yaml_fast_path.h"
#include "core/text/yaml_library.h"

namespace {

using milepost::ByteRange;
using milepost::YamlNode;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool is_inside(ByteRange inner, ByteRange outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

void check_nodes(const std::vector<YamlNode>& nodes, ByteRange whole) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const YamlNode& node = nodes[i];
    require(node.end > i && node.end <= nodes.size(), "end of subtree");
    require(is_inside(node.range, whole) && is_inside(node.key_range, whole), "range outside the text");
    require(i == 0 || node.parent < i, "parent behind child");
    require(i == 0 || node.end <= nodes[node.parent].end, "subtree leaves its parent");
    require(i == 0 || is_inside(node.range, nodes[node.parent].range), "range leaves its parent");
  }
}

bool is_same(const YamlNode& a, const YamlNode& b) {
  return a.kind == b.kind && a.style == b.style && a.parent == b.parent && a.end == b.end && a.key == b.key &&
         a.key_range == b.key_range && a.value == b.value && a.range == b.range && a.placeholder == b.placeholder;
}

void check_fast_path(std::string_view text, ByteRange yaml) {
  std::vector<YamlNode> fast;
  if (yaml.size() > milepost::kMaxYamlBytes || !milepost::read_simple_yaml(text, yaml, fast)) return;
  // Malformed UTF-8 is refused by the library and taken as bytes by us.
  if (!milepost::SourceText(std::string(milepost::slice(text, yaml))).is_valid_utf8()) return;
  std::vector<YamlNode> slow;
  std::vector<milepost::FrontMatterProblem> problems;
  const auto problem = milepost::read_yaml(text, yaml, slow, problems);
  if (problem) {
    // libfyaml refuses an empty item in a list that is not indented.
    require(problem->detail.find("node content") != std::string::npos, "only the fast path reads it");
    return;
  }
  require(fast.size() == slow.size(), "another number of nodes");
  for (std::size_t i = 0; i < fast.size(); ++i) require(is_same(fast[i], slow[i]), "another node");
}

}  // namespace

// libfyaml 0.7.12 loses a buffer when a long flow list breaks off inside quotes. The name is the sanitizer's.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfyaml";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ByteRange whole{0, static_cast<milepost::ByteOffset>(size)};
  milepost::FrontMatter front;
  milepost::read_front_matter(text, front);
  require(front.body_begin <= size && is_inside(front.range, whole) && is_inside(front.yaml, whole), "front ranges");
  check_nodes(front.nodes, whole);
  for (const auto& problem : front.problems) require(is_inside(problem.range, whole), "problem outside the text");
  if (front.present) check_fast_path(text, front.yaml);
  check_fast_path(text, whole);
  return 0;
}
