// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/document_reading.h"

#include <xxhash.h>

#include <utility>

#include "core/document/full_reading.h"
#include "core/document/summary_reader.h"

namespace milepost {

struct DocumentReading::State {
  explicit State(const DialectSet& dialects) : reader(dialects) {}
  DocumentReader reader;
  SourceText source{std::string()};
  DocumentSummary summary;
  std::string path;
  std::uint64_t revision = 0;
  Document document;
  bool is_full = false;
};

DocumentReading::DocumentReading(const DialectSet& dialects) : state_(std::make_unique<State>(dialects)) {}
DocumentReading::~DocumentReading() = default;
DocumentReading::DocumentReading(DocumentReading&&) noexcept = default;
DocumentReading& DocumentReading::operator=(DocumentReading&&) noexcept = default;

Interest DocumentReading::read(std::string_view path, std::string bytes) {
  state_->source = SourceText(std::move(bytes));
  state_->path = path;
  const std::string_view text = state_->source.bytes();
  state_->revision = XXH3_64bits(text.data(), text.size());
  state_->is_full = false;
  return state_->reader.read_summary(state_->path, text, state_->summary);
}

std::string_view DocumentReading::path() const { return state_->path; }
const SourceText& DocumentReading::source() const { return state_->source; }
std::uint64_t DocumentReading::revision() const { return state_->revision; }
const std::vector<Finding>& DocumentReading::problems() const { return state_->summary.problems; }

Scan DocumentReading::scan() const { return state_->reader.last_reading().scan(); }
const Dialect& DocumentReading::dialect() const { return *state_->reader.last_reading().verdict().dialect; }
const std::vector<Item>& DocumentReading::items() const { return state_->summary.items; }
const FieldTable& DocumentReading::fields() const { return state_->reader.last_reading().document_fields(); }

ValueReader& DocumentReading::values() const { return state_->reader.last_reading().values(); }

ReadingTools& DocumentReading::tools() const { return state_->reader.last_reading().tools(); }

const Document& DocumentReading::document() const {
  if (!state_->is_full) {
    state_->document = Document{};
    state_->document.path = state_->path;
    state_->document.revision = state_->revision;
    state_->document.items = state_->summary.items;
    state_->document.problems = state_->summary.problems;
    read_fully(state_->reader.last_reading(), state_->document);
    state_->is_full = true;
  }
  return state_->document;
}

}  // namespace milepost
