// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Shapes of hostile text: a beginning, a piece that is repeated until the size is met, an end. Each is a way in which
// a reader that goes back, looks ahead or searches to the end of the text takes quadratic time.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace milepost::testing {

struct Shape {
  std::string_view name;  // no blanks
  std::string_view begin;
  std::string_view piece;  // "%" stands for the number of the repetition
  std::string_view end;
  std::string_view second{};  // repeated in the second half, where both must grow
};

[[nodiscard]] std::span<const Shape> shapes();

// A text of about `size` bytes.
[[nodiscard]] std::string make_text(const Shape& shape, std::size_t size);

}  // namespace milepost::testing
