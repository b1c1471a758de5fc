// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LazyDialects: the dialects of a workspace, made when somebody first asks for them. A scan that knows every document
// already asks for none, and reading the built-in descriptions is a twentieth of what such a scan costs. Dialects of
// the workspace itself are read at once, because what is wrong with them must be said. Safe from several threads.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

#include "core/document/dialect_set.h"

namespace milepost {

class LazyDialects {
 public:
  LazyDialects() = default;  // the built-in ones, later
  explicit LazyDialects(DialectSet dialects) : dialects_(std::move(dialects)), is_own_(true) {}

  [[nodiscard]] const DialectSet& get() const {
    std::call_once(once_, [this] {
      if (!dialects_) dialects_ = DialectSet::built_in().value();  // a test excludes that they are broken
    });
    return *dialects_;
  }

  // Changes whenever the dialects do, other than by another build of the program.
  [[nodiscard]] std::uint64_t fingerprint() const { return is_own_ ? dialects_->fingerprint() : 0; }

 private:
  mutable std::once_flag once_;
  mutable std::optional<DialectSet> dialects_;
  bool is_own_ = false;
};

}  // namespace milepost
