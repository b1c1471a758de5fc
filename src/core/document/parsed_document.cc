// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/parsed_document.h"

#include <utility>

#include "core/document/summary_reader.h"

namespace milepost {

ParsedDocument parse_document(DocumentReader& reader, std::string_view path, std::string bytes) {
  ParsedDocument parsed{SourceText(std::move(bytes)), {}, {}, {}, nullptr, {}};
  parsed.document = reader.read_document(path, parsed.source.bytes());
  const SummaryReader& summary = reader.last_reading();
  if (classify_content(parsed.source.bytes()) != ContentKind::text) return parsed;
  const Scan scan = summary.scan();
  parsed.front_matter = scan.front_matter;
  parsed.markdown = scan.markdown;
  parsed.outline = scan.outline;
  if (parsed.document.recognition.dialect.empty()) return parsed;
  for (const auto& dialect : summary.dialects().dialects())
    if (dialect->name == parsed.document.recognition.dialect) parsed.dialect = dialect;
  return parsed;
}

}  // namespace milepost
