// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentReader: bytes in, meaning out. One per thread; it keeps its buffers between documents so that reading ten
// thousand of them allocates little. Pure: no files, no clock.
#pragma once

#include <memory>
#include <string_view>

#include "core/document/dialect_set.h"
#include "core/document/document.h"

namespace milepost {

class SummaryReader;

enum class Interest : std::uint8_t {
  none,            // no milestone document and not in a plan folder: forget the file
  not_recognised,  // in a plan folder; `into.problems` says why it was not understood
  recognised,
};

class DocumentReader {
 public:
  explicit DocumentReader(const DialectSet& dialects);  // borrows: the set must outlive the reader
  ~DocumentReader();
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;

  // Whether a path can be a milestone document at all, by name alone. Discovery skips the read when it can not.
  [[nodiscard]] static bool may_be_document(std::string_view path);

  // The cheap reading that `list` needs.
  [[nodiscard]] Interest read_summary(std::string_view path, std::string_view bytes, DocumentSummary& into);

  // The whole reading that `show` needs. Never fails; a file that is not recognised gives an empty dialect and
  // findings.
  [[nodiscard]] Document read_document(std::string_view path, std::string_view bytes);

  // What the last reading left behind: the structure of its text. Valid until the next reading.
  [[nodiscard]] SummaryReader& last_reading();

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace milepost
