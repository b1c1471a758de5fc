// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// IdSequence: a row of ids that are counted up, such as "EP-20260117-014/MS{number:3}" or "M{number:2}": how one is
// written and which number of the row any text bears, however it is spelled. The next id is one above the highest that
// stands anywhere, so that no id is ever given twice; a gap is filled only when its number is asked for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/normalise/id_words.h"

namespace milepost {

// Where a row of ids belongs to.
struct IdScope {
  // Names count only in paths below this folder; "" : anywhere. Of a row inside a plan: where plans of its family lie.
  std::string folder;
  // How the parent is called in paths: its id, the names that its folder has or had ("tide-tables"). Short ids, such as
  // the MS003 of a plan, count only where one of them stands in the path. Empty: the row has no parent.
  std::vector<std::string> owners;
};

class IdSequence {
 public:
  // A pattern with everything filled in but one {number}, {number:WIDTH} or {letter}. Errors: usage.
  [[nodiscard]] static Result<IdSequence> parse(std::string_view pattern, IdScope scope);

  [[nodiscard]] std::string write(std::uint32_t number) const;
  // Three digits and more are a fixed width, so 999 ends such a row; letters end at z.
  [[nodiscard]] std::uint32_t highest() const { return highest_; }
  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  [[nodiscard]] const IdScope& scope() const { return scope_; }

  // The number that a declared id has in this row; nothing when it is of another row. `path` is where it is declared.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view id, std::string_view path) const;
  // The numbers of this row in the names of a path, from the root.
  [[nodiscard]] std::vector<std::uint32_t> numbers_in(std::string_view path, const IdWords& words) const;
  // Those that a document declares in headings and lines that give an id; read by lines, for versions that are not
  // worth parsing.
  [[nodiscard]] std::vector<std::uint32_t> numbers_declared_in(std::string_view bytes, std::string_view path,
                                                               const IdWords& words) const;

 private:
  IdSequence() = default;
  struct Shape {  // folded, on both sides of the number
    std::string before;
    std::string after;
  };

  [[nodiscard]] static Shape make_shape(std::string_view before, std::string_view after, bool is_letter);
  [[nodiscard]] std::optional<std::uint32_t> match(std::string_view folded, const Shape& shape) const;
  [[nodiscard]] std::optional<std::uint32_t> match_level(std::string_view folded) const;
  [[nodiscard]] bool is_below_folder(std::string_view path) const;
  [[nodiscard]] bool names_owner(std::string_view path) const;
  [[nodiscard]] std::optional<std::uint32_t> number_at_start(std::string_view name) const;

  std::string pattern_;
  std::string before_;
  std::string after_;
  unsigned width_ = 0;
  bool is_letter_ = false;
  std::uint32_t highest_ = 0;
  IdScope scope_;
  Shape whole_;
  bool says_its_row_ = false;   // it holds the number of its plan, day or sprint, so it means this row anywhere
  std::optional<Shape> short_;  // "MS{number}" of a plan, "T{number}" of a sprint
  std::vector<std::string> folded_owners_;
};

// "M07" of "M07.482913": without the digits that were drawn for it (IdWish::suffix_seed). Six digits behind a dot are
// such; dotted ids have fewer.
[[nodiscard]] std::string_view without_drawn_digits(std::string_view id);

// The numbers of one row that are taken, each with a place where it stands.
class TakenNumbers {
 public:
  void add(std::uint32_t number, std::string_view where) { where_.try_emplace(number, where); }
  [[nodiscard]] const std::string* find(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t highest() const { return where_.empty() ? 0 : where_.rbegin()->first; }
  [[nodiscard]] bool empty() const { return where_.empty(); }

 private:
  std::map<std::uint32_t, std::string> where_;
};

struct IdWish {
  std::optional<std::uint32_t> number;  // fills a gap; absent: the next
  // Appends ".482913", made from this number; absent: no suffix. Rows of a fixed width never get one.
  std::optional<std::uint64_t> suffix_seed;
};

struct NewId {
  std::string id;
  std::uint32_t number = 0;
  std::string above;  // where the highest one stands that it follows; "" for the first
};

// Errors: usage (the number is taken, out of range, or the row is full).
[[nodiscard]] Result<NewId> choose_id(const IdSequence& sequence, const TakenNumbers& taken, const IdWish& wish);

}  // namespace milepost
