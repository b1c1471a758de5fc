// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/man_pages.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "operations/global_parameters.h"
#include "operations/help.h"
#include "operations/operation.h"
#include "operations/version.h"

namespace milepost {
namespace {

// Text as roff takes it literally: backslashes and hyphens escaped, no line that begins with a control character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool line_start = out.empty() || out.back() == '\n';
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string page_name(const Operation& operation) {
  std::string name = "milepost-" + std::string(operation.command);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

// man(7) wants a day. It is the day of the last change to the shape of these pages, so that they never go stale by
// themselves.
constexpr std::string_view kDay = "2026-11-21";

std::string title(const std::string& name, std::string_view summary) {
  std::string out = ".TH " + upper(roff(name)) + " 1 \"" + std::string(kDay) + "\" \"milepost " +
                    std::string(program_version()) + "\"\n";
  return out + ".SH NAME\n" + roff(name) + " \\- " + roff(summary) + "\n";
}

// Paragraphs are divided by empty lines, which roff does not like.
void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out.append(roff(text.substr(0, end))).append("\n");
    text.remove_prefix(std::min(end + 2, text.size()));
    if (!text.empty()) out += ".PP\n";
  }
}

std::string_view without_indent(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? text : text.substr(first);
}

void append_parameters(std::string& out, std::span<const Parameter> parameters) {
  for (const Parameter& parameter : parameters) {
    const std::string spelling = parameter.positional ? std::string(parameter.value_name) : option_spelling(parameter);
    out.append(".TP\n\\fB").append(roff(without_indent(spelling))).append("\\fR\n").append(roff(parameter.summary));
    if (!parameter.default_text.empty()) out.append(" (default ").append(roff(parameter.default_text)).append(")");
    out += "\n";
    if (parameter.choices.empty()) continue;
    out += "One of:";
    for (const std::string_view choice : parameter.choices) {
      out.append(choice == parameter.choices.front() ? " " : ", ").append(roff(choice));
    }
    out += ".\n";
  }
}

void append_exit_codes(std::string& out, std::span<const int> codes) {
  out += ".SH EXIT STATUS\n";
  for (const int code : codes) {
    out.append(".TP\n\\fB")
        .append(std::to_string(code))
        .append("\\fR\n")
        .append(roff(exit_code_meaning(code)))
        .append("\n");
  }
}

void append_examples(std::string& out, std::span<const Example> examples) {
  if (examples.empty()) return;
  out += ".SH EXAMPLES\n";
  for (const Example& example : examples) {
    out.append(".TP\n\\fB").append(roff(example.command)).append("\\fR\n").append(roff(example.what)).append("\n");
  }
}

GeneratedFile command_page(const Operation& operation) {
  const std::string name = page_name(operation);
  std::string out = title(name, operation.summary);
  out.append(".SH SYNOPSIS\n\\fB").append(roff(usage_line(operation))).append("\\fR\n.SH DESCRIPTION\n");
  append_paragraphs(out, operation.description);
  if (!operation.parameters.empty()) out += ".SH OPTIONS\n";
  append_parameters(out, operation.parameters);
  out += ".PP\nThe options of every command are described in \\fBmilepost\\fR(1).\n";
  append_exit_codes(out, operation.exit_codes);
  append_examples(out, operation.examples);
  out += ".SH SEE ALSO\n\\fBmilepost\\fR(1)\n";
  return {"docs/man/" + name + ".1", std::move(out)};
}

GeneratedFile program_page(OperationTable table) {
  std::string out =
      title("milepost", "read milestone documents as they stand, and show the truth of a whole repository");
  out += ".SH SYNOPSIS\n\\fBmilepost\\fR [OPTIONS] [COMMAND]\n.SH DESCRIPTION\n";
  append_paragraphs(
      out,
      "milepost reads the milestone documents of a repository as they stand: front matter, bold labels, tables,\n"
      "boxes. The files are the only source of truth; nothing leaves the machine. Without a command it shows what\n"
      "is late, blocked, at risk, under way and next, and where documents contradict themselves.");
  out += ".SH COMMANDS\n";
  for (const Operation* operation : table) {
    if (operation->hidden) continue;
    out.append(".TP\n\\fB").append(roff(page_name(*operation))).append("\\fR(1)\n");
    out.append(roff(operation->summary)).append("\n");
  }
  out += ".SH OPTIONS\n";
  append_parameters(out, global_parameters());
  out += ".SH ENVIRONMENT\n";
  for (const Variable& variable : environment_variables()) {
    out.append(".TP\n\\fB").append(roff(variable.name)).append("\\fR\n").append(roff(variable.summary)).append("\n");
  }
  constexpr std::array<int, 7> kCodes{0, 1, 2, 3, 4, 5, 130};
  append_exit_codes(out, kCodes);
  out += ".SH FILES\n.TP\n\\fBmilepost.toml\\fR\nthe configuration of a workspace, at its root\n";
  out += ".TP\n\\fB.milepost/dialects/*.toml\\fR\nthe dialects of a workspace\n";
  return {"docs/man/milepost.1", std::move(out)};
}

}  // namespace

std::vector<GeneratedFile> man_pages(OperationTable table) {
  std::vector<GeneratedFile> pages{program_page(table)};
  for (const Operation* operation : table) {
    if (!operation->hidden) pages.push_back(command_page(*operation));
  }
  return pages;
}

}  // namespace milepost
