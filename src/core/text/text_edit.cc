// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/text_edit.h"

#include <algorithm>

namespace milepost {

Result<std::string> apply_edits(std::string_view text, std::vector<TextEdit> edits) {
  std::ranges::stable_sort(edits, {}, [](const TextEdit& edit) { return edit.range.begin; });
  std::string out;
  out.reserve(text.size());
  ByteOffset at = 0;
  for (const TextEdit& edit : edits) {
    if (edit.range.begin < at || edit.range.end < edit.range.begin || edit.range.end > text.size())
      return fail(ErrorKind::internal, "edits overlap or lie outside the text");
    out.append(text.substr(at, edit.range.begin - at)).append(edit.replacement);
    at = edit.range.end;
  }
  return out.append(text.substr(at));
}

}  // namespace milepost
