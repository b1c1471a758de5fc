// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentTemplate: the text that a new document begins as, with names where values go. The language is the small part
// of Mustache that needs no logic: {{name}}, {{#name}}...{{/name}} for what is there, {{^name}}...{{/name}} for what is
// not, {{.}} inside a list, {{! comment}}. A value is escaped for the place where it lands (YAML scalar, heading, table
// cell, link, text), so that a title full of marks is read back as it was given. An unknown name is an error with its
// place, never an empty hole.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace milepost {

struct TemplateValues {
  std::map<std::string, std::string, std::less<>> texts;               // "" : known and absent
  std::map<std::string, std::vector<std::string>, std::less<>> lists;  // in text the entries are joined by ", "
  std::set<std::string, std::less<>> sections;                         // optional parts that are wanted
};

// What a template says of itself in its comments: {{! usual: a b }} names the parts that --minimal leaves out,
// {{! with: c }} those that are there on demand only.
struct TemplateParts {
  std::vector<std::string> usual;
  std::vector<std::string> on_demand;
};

[[nodiscard]] TemplateParts find_template_parts(std::string_view text);

// Errors: usage with path, line and column (unknown name, a tag that does not end, parts that are not closed).
[[nodiscard]] Result<std::string> render_template(std::string_view path, std::string_view text,
                                                  const TemplateValues& values);

// A value as it must be written for a reader to get it back. Each is public for its test.
[[nodiscard]] std::string to_yaml_scalar(std::string_view value);
[[nodiscard]] std::string to_yaml_quoted(std::string_view value);  // inside double quotes, without them
[[nodiscard]] std::string to_markdown_text(std::string_view value);
[[nodiscard]] std::string to_table_cell(std::string_view value);
[[nodiscard]] std::string to_link_destination(std::string_view value);

}  // namespace milepost
