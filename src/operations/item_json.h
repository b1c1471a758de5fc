// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// An item as JSON, the same wherever an operation speaks of one. The keys and their order are a public contract: keys
// may be added, never renamed or removed. What a document does not state is null; lists are always lists.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/document/corpus.h"
#include "core/render/json_writer.h"
#include "core/text/source_text.h"

namespace milepost {

// Gives the bytes of the item's document, or nullptr when they are no longer those that were read.
using SourceOf = std::function<const SourceText*(ItemKey)>;

// With a source, `at` says for each stated value where it stands.
void write_item(JsonWriter& json, const Corpus& corpus, ItemKey key, const SourceOf& source_of = nullptr);

void write_status(JsonWriter& json, const Status& status);
void write_count(JsonWriter& json, std::string_view name, const Count& count);

// Percent with at most two decimals.
[[nodiscard]] double rounded_percent(double percent);

// The JSON schema `$defs` that operations refer to: item, status, count, finding.
[[nodiscard]] std::string_view item_schema_definitions();

}  // namespace milepost
