// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// YAML writer: edits of front matter. A scalar keeps its quotes and the comment behind it, a list stays flow or block,
// a key goes with its lines, a new key stands where the dialect's order puts it. Anchors, aliases and tags are never
// touched, and front matter that could not be read whole is not written at all.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

// Refused when the front matter has an unresolved part.
[[nodiscard]] Result<void> check_front_matter(const EditDraft& draft);

// The node at a path of keys such as "links.docs"; 0 when there is none. Keys are compared exactly, then folded.
[[nodiscard]] Result<std::uint32_t> find_yaml_path(const EditDraft& draft, std::string_view path);

[[nodiscard]] Result<void> set_yaml_scalar(EditDraft& draft, std::uint32_t node, std::string_view value);
// The list becomes exactly these entries.
[[nodiscard]] Result<void> set_yaml_list(EditDraft& draft, std::uint32_t node, std::span<const std::string> entries);
[[nodiscard]] Result<void> add_yaml_entry(EditDraft& draft, std::uint32_t node, std::string_view entry);
// `child` is a node of a list.
[[nodiscard]] Result<void> remove_yaml_entry(EditDraft& draft, std::uint32_t child);
// The key goes with all that belongs to it.
[[nodiscard]] Result<void> remove_yaml_key(EditDraft& draft, std::uint32_t node);

// A new key at a path; missing maps on the way are made. One entry that is no list gives a scalar.
struct NewYamlKey {
  std::string path;
  std::vector<std::string> entries;
  bool is_list = false;
};
[[nodiscard]] Result<void> insert_yaml_key(EditDraft& draft, const NewYamlKey& key);

}  // namespace milepost
