// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ParsedDocument: one document with everything that is known of it: its bytes, their structure, and its meaning.
// Writers plan edits on it. A value that owns all it needs, immutable by use; whoever reads many documents in turn
// takes a DocumentReading, which keeps its buffers.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/document/dialect.h"
#include "core/document/document.h"
#include "core/document/document_reader.h"
#include "core/document/outline.h"
#include "core/text/front_matter.h"
#include "core/text/markdown.h"
#include "core/text/source_text.h"

namespace milepost {

struct ParsedDocument {
  SourceText source;
  FrontMatter front_matter;
  Markdown markdown;
  Outline outline;                         // headings carry the section rule of the dialect
  std::shared_ptr<const Dialect> dialect;  // null when the document was not recognised: structure only
  Document document;
};

// Never fails: what is not recognised has no dialect, and `document.problems` says why.
[[nodiscard]] ParsedDocument parse_document(DocumentReader& reader, std::string_view path, std::string bytes);

}  // namespace milepost
