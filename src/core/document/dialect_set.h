// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DialectSet: the descriptions of document families that a scan uses: the six built in and those of the workspace's
// .milepost/dialects/*.toml. A dialect of the workspace with a built-in name replaces it. Immutable once filled.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace milepost {

struct Dialect;  // core/document/dialect.h; only readers look inside
struct Words;    // core/document/normalise/words.h

// What people may know of a dialect without looking inside.
struct DialectInfo {
  std::string name;
  std::string summary;
  std::string origin;  // "built in" or the path of its file
  std::string toml;    // the description itself
};

class DialectSet {
 public:
  // The built-in dialects. Fails only if a built-in file is broken, which a test excludes.
  [[nodiscard]] static Result<DialectSet> built_in();

  // Adds a dialect from a file of the workspace. An error carries the place (path, line, column) of what is wrong.
  [[nodiscard]] Result<void> add(std::string_view path, std::string_view toml);

  [[nodiscard]] std::span<const DialectInfo> infos() const { return infos_; }
  [[nodiscard]] const DialectInfo* find_info(std::string_view name) const;
  [[nodiscard]] std::span<const std::shared_ptr<const Dialect>> dialects() const { return dialects_; }
  // The words of all dialects together. There is no value without them once built_in() has made the set.
  [[nodiscard]] const Words& words() const { return *words_; }
  // Hash over all descriptions: part of the cache key, so that a changed dialect never meets an old answer.
  [[nodiscard]] std::uint64_t fingerprint() const;

 private:
  std::vector<DialectInfo> infos_;
  Result<void> add_text(std::string origin, std::string_view path, std::string_view toml);

  std::vector<std::shared_ptr<const Dialect>> dialects_;  // the one of free forms last
  std::vector<std::shared_ptr<const Dialect>> bases_;     // those that others extend and that recognise nothing
  std::shared_ptr<const Words> words_;
};

}  // namespace milepost
