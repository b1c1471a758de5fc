// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/template_tags.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t kTagsMost = 5000;
constexpr std::size_t kDeepest = 8;

std::string trimmed_name(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") + 1 - first));
}

TagKind kind_of(char sign) {
  switch (sign) {
    case '#':
      return TagKind::open;
    case '^':
      return TagKind::open_absent;
    case '/':
      return TagKind::close;
    case '!':
      return TagKind::comment;
    default:
      return TagKind::name;
  }
}

// The whole line, when the tag is all that stands on it.
void take_line(std::string_view text, TemplateTag& tag) {
  const std::size_t line = tag.begin == 0 ? std::string_view::npos : text.rfind('\n', tag.begin - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::size_t end = std::min(text.find('\n', tag.end), text.size());
  const auto is_blank = [](std::string_view part) { return part.find_first_not_of(" \t\r") == std::string_view::npos; };
  if (!is_blank(text.substr(begin, tag.begin - begin)) || !is_blank(text.substr(tag.end, end - tag.end))) return;
  tag.begin = begin;
  tag.end = std::min(end + 1, text.size());
}

class Scanner {
 public:
  Scanner(std::string_view path, std::string_view text) : path_(path), text_(text) {}

  Result<std::vector<TemplateTag>> run() {
    for (std::size_t at = text_.find("{{"); at != std::string_view::npos; at = text_.find("{{", at)) {
      const std::size_t end = text_.find("}}", at);
      const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
      if (end == std::string_view::npos || end > line_end)
        return trouble(at, "this tag does not end on its line", "write }} behind its name");
      if (tags_.size() >= kTagsMost) return trouble(at, "the template has too many tags", "use at most 5000");
      if (auto added = add(at, end); !added) return std::unexpected(std::move(added).error());
      at = end + 2;
    }
    if (!open_.empty()) {
      const TemplateTag& tag = tags_[open_.back()];
      return trouble(tag.begin, "the part '" + tag.name + "' is never closed",
                     "write {{/" + tag.name + "}} where it ends");
    }
    return std::move(tags_);
  }

 private:
  Result<void> add(std::size_t at, std::size_t end) {
    std::string_view inside = text_.substr(at + 2, end - at - 2);
    TemplateTag tag;
    tag.kind = inside.empty() ? TagKind::name : kind_of(inside.front());
    if (tag.kind != TagKind::name) inside.remove_prefix(1);
    tag.name = trimmed_name(inside);
    tag.begin = at;
    tag.end = end + 2;
    if (tag.name.empty()) return trouble_void(at, "this tag has no name", "write {{title}} or another variable");
    if (tag.kind == TagKind::close) {
      if (open_.empty() || tags_[open_.back()].name != tag.name)
        return trouble_void(at, "nothing that is open here is called '" + tag.name + "'",
                            "parts close in the order in which they opened");
      tags_[open_.back()].partner = tags_.size();
      open_.pop_back();
    } else if (tag.kind == TagKind::open || tag.kind == TagKind::open_absent) {
      if (open_.size() >= kDeepest)
        return trouble_void(at, "parts are nested too deeply", "use at most 8 inside each other");
      open_.push_back(tags_.size());
    }
    if (tag.kind != TagKind::name) take_line(text_, tag);
    tags_.push_back(std::move(tag));
    return {};
  }

  [[nodiscard]] Error error(std::size_t at, std::string message, std::string hint) const {
    return {ErrorKind::usage, std::move(message), place_in_template(path_, text_, at), {}, {std::move(hint)}};
  }
  std::unexpected<Error> trouble(std::size_t at, std::string message, std::string hint) const {
    return std::unexpected(error(at, std::move(message), std::move(hint)));
  }
  Result<void> trouble_void(std::size_t at, std::string message, std::string hint) const {
    return std::unexpected(error(at, std::move(message), std::move(hint)));
  }

  std::string_view path_;  // borrows from: the caller, as the next
  std::string_view text_;
  std::vector<TemplateTag> tags_;
  std::vector<std::size_t> open_;
};

}  // namespace

Result<std::vector<TemplateTag>> scan_template_tags(std::string_view path, std::string_view text) {
  return Scanner(path, text).run();
}

Place place_in_template(std::string_view path, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line = before.rfind('\n');
  const std::size_t column = line == std::string_view::npos ? at : at - line - 1;
  return {std::string(path), static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
          static_cast<std::uint32_t>(column + 1)};
}

}  // namespace milepost
