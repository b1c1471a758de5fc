// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentReading: one document taken apart once, for all who judge or change it: bytes with lines, front matter,
// blocks, outline, fields, items, and, only when somebody asks, the full reading of `show`. One per thread; it keeps
// its buffers between documents. Everything it gives out lasts until the next `read`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/counting.h"
#include "core/document/document.h"
#include "core/document/document_reader.h"
#include "core/document/field_table.h"
#include "core/document/value_reader.h"
#include "core/text/source_text.h"

namespace milepost {

class DocumentReading {
 public:
  explicit DocumentReading(const DialectSet& dialects);  // borrows: the set must outlive the reading
  ~DocumentReading();
  DocumentReading(DocumentReading&&) noexcept;
  DocumentReading& operator=(DocumentReading&&) noexcept;

  Interest read(std::string_view path, std::string bytes);

  // Of any document that was read.
  [[nodiscard]] std::string_view path() const;
  [[nodiscard]] const SourceText& source() const;
  [[nodiscard]] std::uint64_t revision() const;
  [[nodiscard]] const std::vector<Finding>& problems() const;  // facts of reading

  // Of a recognised one only.
  [[nodiscard]] Scan scan() const;
  [[nodiscard]] const Dialect& dialect() const;
  [[nodiscard]] const std::vector<Item>& items() const;
  [[nodiscard]] const FieldTable& fields() const;  // of the document itself, every place that states something
  [[nodiscard]] ValueReader& values() const;       // understands values as this document's dialect does
  [[nodiscard]] ReadingTools& tools() const;       // the same with the shapes of its tables
  // Every section, table and record. Costs about as much as all the rest together, so ask the others first.
  [[nodiscard]] const Document& document() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace milepost
