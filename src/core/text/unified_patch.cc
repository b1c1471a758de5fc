// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/unified_patch.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t kContext = 3;

// Lines as git sees them: each with its LF; what follows the last LF is a line only when it is not empty.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Old lines [old_begin, old_end) become new lines [new_begin, new_end).
struct Stretch {
  std::size_t old_begin, old_end, new_begin, new_end;
};

// Paths with bytes that would confuse a reader of the patch are quoted as git quotes them.
std::string quote_path(std::string_view prefix, std::string_view path) {
  static constexpr std::string_view kOctal = "01234567";
  std::string quoted;
  bool needed = false;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
      needed = true;
    } else if (byte < 0x20 || byte >= 0x7F) {
      quoted += '\\';
      quoted += kOctal[byte >> 6U];
      quoted += kOctal[(byte >> 3U) & 7U];
      quoted += kOctal[byte & 7U];
      needed = true;
    } else {
      quoted += c;
    }
  }
  if (needed) return "\"" + std::string(prefix) + quoted + "\"";
  return std::string(prefix) + std::string(path);
}

class HunkWriter {
 public:
  HunkWriter(std::string_view old_text, std::string_view new_text)
      : old_(split_lines(old_text)), new_(split_lines(new_text)) {}

  // The stretch of lines that differs, shrunk to what really differs.
  void add(Stretch stretch) {
    while (stretch.old_begin < stretch.old_end && stretch.new_begin < stretch.new_end &&
           old_[stretch.old_begin] == new_[stretch.new_begin]) {
      ++stretch.old_begin;
      ++stretch.new_begin;
    }
    while (stretch.old_begin < stretch.old_end && stretch.new_begin < stretch.new_end &&
           old_[stretch.old_end - 1] == new_[stretch.new_end - 1]) {
      --stretch.old_end;
      --stretch.new_end;
    }
    if (stretch.old_begin == stretch.old_end && stretch.new_begin == stretch.new_end) return;
    const bool adjoins = !stretches_.empty() && stretches_.back().old_end == stretch.old_begin &&
                         stretches_.back().new_end == stretch.new_begin;
    if (!adjoins) return stretches_.push_back(stretch);
    stretches_.back().old_end = stretch.old_end;
    stretches_.back().new_end = stretch.new_end;
  }

  [[nodiscard]] std::string format() const {
    std::string out;
    for (std::size_t i = 0; i < stretches_.size();) {
      std::size_t last = i;
      while (last + 1 < stretches_.size() && stretches_[last + 1].old_begin - stretches_[last].old_end <= 2 * kContext)
        ++last;
      write_hunk(out, i, last);
      i = last + 1;
    }
    return out;
  }

  [[nodiscard]] std::size_t old_lines() const { return old_.size(); }
  [[nodiscard]] std::size_t new_lines() const { return new_.size(); }

 private:
  static void write_line(std::string& out, char mark, std::string_view line) {
    out += mark;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }

  // "12,3"; a range without lines names the line before it.
  static std::string range(std::size_t begin, std::size_t count) {
    return std::to_string(count == 0 ? begin : begin + 1) + "," + std::to_string(count);
  }

  void write_hunk(std::string& out, std::size_t first, std::size_t last) const {
    const std::size_t lead = std::min(stretches_[first].old_begin, kContext);
    const std::size_t tail = std::min(old_.size() - stretches_[last].old_end, kContext);
    const std::size_t old_begin = stretches_[first].old_begin - lead;
    const std::size_t new_begin = stretches_[first].new_begin - lead;
    const std::size_t old_end = stretches_[last].old_end + tail;
    const std::size_t new_end = stretches_[last].new_end + tail;
    out += "@@ -" + range(old_begin, old_end - old_begin) + " +" + range(new_begin, new_end - new_begin) + " @@\n";
    std::size_t at = old_begin;
    for (std::size_t i = first; i <= last; ++i) {
      for (; at < stretches_[i].old_begin; ++at) write_line(out, ' ', old_[at]);
      for (; at < stretches_[i].old_end; ++at) write_line(out, '-', old_[at]);
      for (std::size_t n = stretches_[i].new_begin; n < stretches_[i].new_end; ++n) write_line(out, '+', new_[n]);
    }
    for (; at < old_end; ++at) write_line(out, ' ', old_[at]);
  }

  std::vector<std::string_view> old_;
  std::vector<std::string_view> new_;
  std::vector<Stretch> stretches_;
};

// Which lines an edit touches, found by walking both texts once.
class LineFinder {
 public:
  LineFinder(std::string_view text) : text_(text) {}
  // Index of the line that holds `offset`; offsets must not go down.
  std::size_t line_at(std::size_t offset) {
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    at_ = offset;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

std::string format_hunks(std::string_view old_text, std::string_view new_text, const std::vector<TextEdit>& edits) {
  HunkWriter writer(old_text, new_text);
  LineFinder old_finder(old_text);
  LineFinder new_finder(new_text);
  std::int64_t shift = 0;  // new offset minus old offset
  for (std::size_t i = 0; i < edits.size();) {
    const std::size_t begin = edits[i].range.begin;
    const std::size_t old_first = old_finder.line_at(begin);
    const std::size_t new_first =
        new_finder.line_at(static_cast<std::size_t>(static_cast<std::int64_t>(begin) + shift));
    std::size_t old_last = old_first;
    std::size_t new_last = new_first;
    // Edits that share a line are one stretch.
    for (; i < edits.size() && (edits[i].range.begin == begin || old_finder.line_at(edits[i].range.begin) <= old_last);
         ++i) {
      old_last = old_finder.line_at(edits[i].range.end);
      shift += static_cast<std::int64_t>(edits[i].replacement.size()) - edits[i].range.size();
      new_last = new_finder.line_at(static_cast<std::size_t>(static_cast<std::int64_t>(edits[i].range.end) + shift));
    }
    writer.add(
        {old_first, std::min(old_last + 1, writer.old_lines()), new_first, std::min(new_last + 1, writer.new_lines())});
  }
  return writer.format();
}

}  // namespace

Result<std::string> format_patch(const PatchFile& file) {
  auto new_bytes = apply_edits(file.old_bytes, file.edits);
  if (!new_bytes) return new_bytes;
  const bool removed = file.new_path.empty();
  if (removed) new_bytes->clear();
  std::vector<TextEdit> edits = file.edits;
  if (removed) edits = {{{0, static_cast<ByteOffset>(file.old_bytes.size())}, ""}};
  std::ranges::stable_sort(edits, {}, [](const TextEdit& edit) { return edit.range.begin; });
  const std::string hunks = format_hunks(file.old_bytes, *new_bytes, edits);
  const bool created = file.old_path.empty();
  const bool moved = !created && !removed && file.old_path != file.new_path;
  if (!created && !removed && !moved && hunks.empty()) return std::string();
  const std::string old_name = quote_path("a/", created ? file.new_path : file.old_path);
  const std::string new_name = quote_path("b/", removed ? file.old_path : file.new_path);
  std::string out = "diff --git " + old_name + " " + new_name + "\n";
  if (created) out += "new file mode 100644\n";
  if (removed) out += "deleted file mode 100644\n";
  if (moved)
    out += "rename from " + quote_path("", file.old_path) + "\nrename to " + quote_path("", file.new_path) + "\n";
  if (hunks.empty()) return out;
  // A path with blanks is followed by a tab, as git does, so that it can not be taken for a date.
  const auto with_tab = [](std::string name) { return name.find(' ') == std::string::npos ? name : name + "\t"; };
  out += "--- " + (created ? std::string("/dev/null") : with_tab(old_name)) + "\n";
  out += "+++ " + (removed ? std::string("/dev/null") : with_tab(new_name)) + "\n";
  return out + hunks;
}

}  // namespace milepost
