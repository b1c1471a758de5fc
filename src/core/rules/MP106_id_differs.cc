// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "core/document/fold.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// The letters and the number at the beginning of an id: M and 3 of "M03-parser".
struct Mark {
  std::string letters;
  std::string number;
};

std::optional<Mark> mark_of(std::string_view text) {
  Mark mark;
  std::size_t at = 0;
  while (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0) {
    mark.letters.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(text[at++]))));
  }
  if (at < text.size() && (text[at] == '-' || text[at] == '_')) ++at;
  while (at < text.size() && text[at] == '0') ++at;
  const bool had_zero = at > 0 && text[at - 1] == '0';
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') mark.number.push_back(text[at++]);
  if (mark.number.empty() && had_zero) mark.number = "0";
  // "M3.5", "M3b": what follows the number belongs to it, and such names are compared by eye only.
  const bool is_whole =
      at == text.size() || (std::isalnum(static_cast<unsigned char>(text[at])) == 0 && text[at] != '.');
  if (mark.letters.empty() || mark.letters.size() > 4 || mark.number.empty() || !is_whole) return std::nullopt;
  // The done mark of task files: "TX01" is T01.
  if (mark.letters == "TX" || mark.letters == "GX" || mark.letters == "SX") mark.letters.pop_back();
  return mark;
}

bool differ(const std::optional<Mark>& a, const std::optional<Mark>& b) {
  return a && b && a->letters == b->letters && a->number != b->number;
}

std::string_view last_part(std::string_view id) { return id.substr(id.rfind('/') + 1); }

void check_path(const DocumentContext& context, const Stated<std::string>& id, FindingSink& sink) {
  const std::string_view path = context.reading.path();
  const auto stated = mark_of(last_part(id.value));
  if (differ(mark_of(stem_of(path)), stated)) {
    sink.report(id.where,
                "the document calls itself " + id.value + ", its file is called " + std::string(file_name_of(path)),
                "rename the file or mend the id; others may refer to both");
    return;
  }
  // "S02_M01_Parser/S02_sprint_meta.md": a folder with the same letters is the document's own.
  const std::string_view folder = file_name_of(folder_of(path));
  const bool is_own_folder = !mark_of(stem_of(path)) || folder.find('_') != std::string_view::npos;
  if (is_own_folder && differ(mark_of(folder), stated))
    sink.report(id.where, "the document calls itself " + id.value + ", its folder is called " + std::string(folder),
                "rename the folder or mend the id; others may refer to both");
}

// "# M3: Parser" below "id: M2". Only an id at the very beginning is surely the document's own.
void check_heading(const DocumentContext& context, const Stated<std::string>& id, FindingSink& sink) {
  const Outline& outline = context.reading.scan().outline;
  if (id.carrier == Carrier::heading || outline.title == kNoBlock) return;
  const ByteRange title = outline.headings[outline.title].text;
  const std::string_view text = context.text(title);
  const std::string_view first = text.substr(0, text.find_first_of(" :"));
  if (!differ(mark_of(last_part(first)), mark_of(last_part(id.value)))) return;
  sink.report(title, "the title calls the document " + std::string(first) + ", its id is " + id.value,
              "mend the title or the id; others may refer to both");
}

// "ms: 3" and "/MS003" are one number, "execplan_id" is the beginning of the id.
bool stands_in(std::string_view part, std::string_view id) {
  const bool is_number = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return id.find(part) != std::string_view::npos;
  std::string_view digits = id.substr(id.find_last_not_of("0123456789") + 1);
  if (digits.empty()) return true;  // the id is a placeholder
  while (digits.starts_with('0')) digits.remove_prefix(1);
  while (part.starts_with('0')) part.remove_prefix(1);
  return digits == part;
}

void check_parts(const DocumentContext& context, const Stated<std::string>& id, FindingSink& sink) {
  const auto& parts = form_of(context.reading.dialect().form, context.reading.items().front().kind).id_parts;
  const auto& nodes = context.reading.scan().front_matter.nodes;
  if (parts.empty() || id.carrier != Carrier::front_matter) return;
  std::string buffer;
  for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end) {
    const YamlNode& node = nodes[i];
    const bool is_part = std::ranges::find(parts, fold_words(node.key, buffer)) != parts.end();
    if (!is_part || node.kind != YamlKind::scalar || node.value.empty() || stands_in(node.value, id.value)) continue;
    sink.report(node.range, "'" + node.key + "' says " + node.value + ", the id is " + id.value,
                "mend the one that is wrong; others may refer to both");
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& id = context.reading.items().front().id;
  if (!id || id->where.empty()) return;
  check_path(context, *id, sink);
  check_heading(context, *id, sink);
  check_parts(context, *id, sink);
}

}  // namespace

constinit const Rule kIdDiffers{.about = {.id = "MP106",
                                          .slug = "id-differs",
                                          .since = "0.1.0",
                                          .group = RuleGroup::form,
                                          .severity = Severity::warning,
                                          .summary = "the id of a document differs from its file, folder or title"},
                                .check_document = check};

}  // namespace milepost
