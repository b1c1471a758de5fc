// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SummaryReader: from the scanned text of one document to its items. The steps are those of a person: what is this
// document (recognition), what does its head say (fields), what is there to count, who belongs to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/children.h"
#include "core/document/counting.h"
#include "core/document/dialect_set.h"
#include "core/document/document.h"
#include "core/document/field_table.h"
#include "core/document/heading_items.h"
#include "core/document/recognise.h"
#include "core/document/sections.h"
#include "core/document/value_reader.h"
#include "core/text/front_matter.h"
#include "core/text/markdown.h"

namespace milepost {

class SummaryReader {
 public:
  explicit SummaryReader(const DialectSet& dialects);

  // Scans the text and recognises it; nullptr dialect when it is none of ours. The buffers below then hold the
  // document.
  const Verdict& recognise_text(std::string_view path, std::string_view bytes);
  // The items of the document that was recognised last.
  void read_items(std::vector<Item>& items, std::vector<Finding>& problems);

  [[nodiscard]] Scan scan() const { return {path_, bytes_, front_matter_, markdown_, outline_}; }
  [[nodiscard]] const Evidence& evidence() const { return evidence_; }
  [[nodiscard]] const Verdict& verdict() const { return verdict_; }
  [[nodiscard]] const FieldTable& document_fields() const { return fields_; }
  [[nodiscard]] ReadingTools& tools() { return tools_; }
  [[nodiscard]] ValueReader& values() { return tools_.values; }
  [[nodiscard]] const DialectSet& dialects() const { return dialects_; }

 private:
  void collect_evidence();
  void collect_head();
  void collect_document_fields(ItemKind kind);
  void add_dependency_sentences();
  void add_metadata_sections();
  void add_overall_progress();
  void add_heading_fields(std::uint32_t heading);
  void add_status_section(std::uint32_t heading);
  [[nodiscard]] bool is_heading_of_head(std::uint32_t heading);
  void read_document_item(Item& item, std::vector<Finding>& problems);
  void read_heading_item(const HeadingItem& found, Item& item, std::vector<Finding>& problems);
  void add_dependency_sections(std::uint32_t begin, std::uint32_t end, class ItemBuilder& builder, Item& item);
  [[nodiscard]] bool is_under_a_part(std::uint32_t heading, std::uint32_t begin);
  void add_heading_children(Item& item) const;
  void collect_rows();
  void add_rows(std::vector<Item>& items);
  void report_front_matter(std::vector<Finding>& problems);
  [[nodiscard]] bool is_inside_item(std::uint32_t heading) const;

  const DialectSet& dialects_;
  ReadingTools tools_;
  SectionClassifier classifier_;
  std::string path_;
  std::string lower_path_;
  std::string_view bytes_;  // borrows from: the caller, until the next recognise_text
  FrontMatter front_matter_;
  Markdown markdown_;
  Outline outline_;
  Evidence evidence_;
  Verdict verdict_;
  std::vector<PlacedLabel> head_labels_;
  std::vector<PlacedLabel> labels_;
  FieldTable fields_;
  FieldTable inner_fields_;
  std::vector<HeadingItem> heading_items_;
  std::vector<IndexRow> rows_;
  std::uint32_t footer_begin_ = 0;
};

}  // namespace milepost
