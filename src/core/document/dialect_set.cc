// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dialect_set.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/embedded_file.h"
#include "core/document/dialect.h"
#include "core/document/dialect_file.h"
#include "core/document/normalise/words.h"
#include "embedded/dialects.h"

namespace milepost {
namespace {

// The order of reading: what others extend first, free forms last, because recognition asks in this order.
constexpr std::array<std::string_view, 7> kBuiltIn{"common", "execplan", "tracker", "initiative",
                                                   "simone", "design",   "generic"};

std::string_view embedded_text(std::string_view name) {
  for (const EmbeddedFile& file : embedded::dialects())
    if (file.name == name) return file.bytes;
  return {};
}

auto find_named(const std::vector<std::shared_ptr<const Dialect>>& dialects, std::string_view name) {
  return std::ranges::find_if(dialects,
                              [&](const std::shared_ptr<const Dialect>& dialect) { return dialect->name == name; });
}

}  // namespace

Result<DialectSet> DialectSet::built_in() {
  DialectSet set;
  Words words;
  if (auto added = words.add(embedded_text("words.toml"), "words.toml"); !added)
    return std::unexpected(std::move(added).error());
  set.words_ = std::make_shared<const Words>(std::move(words));
  for (const std::string_view name : kBuiltIn) {
    const std::string path = std::string(name) + ".toml";
    if (auto added = set.add_text("built in", path, embedded_text(path)); !added)
      return std::unexpected(std::move(added).error());
  }
  return set;
}

Result<void> DialectSet::add(std::string_view path, std::string_view toml) {
  Words words = *words_;
  if (auto added = words.add(toml, path); !added) return added;
  if (auto added = add_text(std::string(path), path, toml); !added) return added;
  words_ = std::make_shared<const Words>(std::move(words));
  return {};
}

Result<void> DialectSet::add_text(std::string origin, std::string_view path, std::string_view toml) {
  const auto find_base = [&](const std::string& parent) -> Result<Dialect> {
    for (const auto* among : {&bases_, &dialects_})
      if (const auto found = find_named(*among, parent); found != among->end()) return **found;
    return std::unexpected(Error{ErrorKind::usage,
                                 "there is no dialect '" + parent + "' to extend",
                                 Place{std::string(path), 1, 1},
                                 {},
                                 {"extend \"common\" or a built-in dialect"}});
  };
  Result<Dialect> dialect = parse_dialect(path, toml, find_base);
  if (!dialect) return std::unexpected(std::move(dialect).error());
  DialectInfo info{dialect->name, dialect->summary, std::move(origin), std::string(toml)};
  std::erase_if(infos_, [&](const DialectInfo& other) { return other.name == info.name; });
  std::erase_if(dialects_, [&](const std::shared_ptr<const Dialect>& other) { return other->name == info.name; });
  auto shared = std::make_shared<const Dialect>(std::move(*dialect));
  if (shared->documents.empty()) {
    bases_.push_back(std::move(shared));
  } else {
    // A dialect of the workspace is asked before the one of free forms, which takes what nobody claims.
    const auto generic = find_named(dialects_, "generic");
    dialects_.insert(generic, std::move(shared));
  }
  infos_.push_back(std::move(info));
  return {};
}

const DialectInfo* DialectSet::find_info(std::string_view name) const {
  const auto found = std::ranges::find(infos_, name, &DialectInfo::name);
  return found == infos_.end() ? nullptr : &*found;
}

std::uint64_t DialectSet::fingerprint() const {
  std::uint64_t hash = 0;
  for (const DialectInfo& info : infos_) {
    hash = XXH3_64bits_withSeed(info.name.data(), info.name.size(), hash);
    hash = XXH3_64bits_withSeed(info.toml.data(), info.toml.size(), hash);
  }
  const std::string_view words = embedded_text("words.toml");
  return XXH3_64bits_withSeed(words.data(), words.size(), hash);
}

}  // namespace milepost
