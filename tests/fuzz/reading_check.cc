// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "fuzz/reading_check.h"

#include <algorithm>

namespace milepost::testing {
namespace {

bool is_inside(ByteRange range, std::size_t size) { return range.begin <= range.end && range.end <= size; }

std::string text_of(const std::optional<Stated<std::string>>& value) { return value ? value->value : "-"; }

// The parts of an item that can go wrong apart from each other, in one text.
std::string digest(const Item& item) {
  std::string out = to_string(item.kind);
  out += " " + std::to_string(item.line) + " " + text_of(item.id) + " " + text_of(item.title);
  out += item.status ? std::string(" ") + to_string(item.status->value.category) + item.status->value.text : " -";
  out += " " + text_of(item.owner);
  for (const auto& date : {item.created, item.updated, item.start, item.target, item.completed})
    out += date ? " " + to_string(date->value) : " -";
  out += " " + std::to_string(item.progress.boxes.done) + "/" + std::to_string(item.progress.boxes.total);
  out += " " + std::to_string(item.progress.tasks.done) + "/" + std::to_string(item.progress.tasks.total);
  for (const auto* references : {&item.depends_on, &item.children})
    for (const Reference& one : *references) out += " " + one.text + ">" + one.path;
  return out;
}

std::string digest(const DocumentSummary& summary) {
  std::string out = summary.dialect;
  for (const Item& item : summary.items) out += "\n" + digest(item);
  for (const Finding& problem : summary.problems) out += "\n" + problem.message;
  return out;
}

std::string find_item_fault(const Item& item, std::size_t size) {
  const auto is_placed = [size](const Reference& one) { return is_inside(one.where, size); };
  if (!is_inside(item.range, size)) return "an item outside the text";
  if (!std::ranges::all_of(item.depends_on, is_placed)) return "a dependency outside the text";
  if (!std::ranges::all_of(item.children, is_placed)) return "a child outside the text";
  const Progress& progress = item.progress;
  if (progress.boxes.done > progress.boxes.total || progress.tasks.done > progress.tasks.total)
    return "more done than there is";
  for (const auto& percent : {progress.stated, progress.computed})
    if (percent && !(*percent >= 0 && *percent <= 100)) return "a percentage that is none";
  return {};
}

std::string find_document_fault(const Document& document, std::size_t size) {
  const auto is_placed = [size](const auto& one) { return is_inside(one.where, size); };
  if (!std::ranges::all_of(document.fields, is_placed)) return "a field outside the text";
  if (!std::ranges::all_of(document.records, is_placed)) return "a record outside the text";
  if (!std::ranges::all_of(document.not_understood, is_placed)) return "something not understood outside the text";
  for (const Section& section : document.sections) {
    if (!is_inside(section.heading, size) || !is_inside(section.body, size)) return "a section outside the text";
    if (section.parent && *section.parent >= document.sections.size()) return "a section without its parent";
  }
  for (const Record& record : document.records) {
    if (record.section && *record.section >= document.sections.size()) return "a record without its section";
    if (!std::ranges::all_of(record.attributes, is_placed)) return "an attribute outside the text";
  }
  return {};
}

}  // namespace

std::string find_reading_fault(DocumentReader& used, DocumentReader& fresh, std::string_view path,
                               std::string_view text) {
  DocumentSummary summary;
  const Interest interest = used.read_summary(path, text, summary);
  DocumentSummary again;
  if (fresh.read_summary(path, text, again) != interest || digest(again) != digest(summary))
    return "the reading before shows:\n" + digest(summary) + "\n-- but --\n" + digest(again);
  for (const Item& item : summary.items)
    if (std::string fault = find_item_fault(item, text.size()); !fault.empty()) return fault;
  const Document document = used.read_document(path, text);
  if (interest == Interest::recognised) {
    if (document.recognition.dialect != summary.dialect) return "the two readings name different dialects";
    if (document.items.size() != summary.items.size()) return "the two readings find different items";
    for (std::size_t i = 0; i < document.items.size(); ++i)
      if (digest(document.items[i]) != digest(summary.items[i])) return "the two readings differ in an item";
  }
  return find_document_fault(document, text.size());
}

}  // namespace milepost::testing
