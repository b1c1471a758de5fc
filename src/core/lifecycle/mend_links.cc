// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/mend_links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/document/path_parts.h"
#include "core/document/relative_link.h"

namespace milepost {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    path = slash == kNone ? std::string_view{} : path.substr(slash + 1);
  }
  return parts;
}

// "../archive/M1.md": how `target` is called from a document in `folder`.
std::vector<std::string> relative_parts(std::string_view folder, std::string_view target) {
  const auto from = split_path(folder);
  const auto to = split_path(target);
  const auto [left, right] = std::ranges::mismatch(from, to);
  std::vector<std::string> parts(static_cast<std::size_t>(from.end() - left), "..");
  parts.insert(parts.end(), right, to.end());
  return parts;
}

bool must_be_encoded(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7f || std::string_view("%#?()<>\\\"").find(c) != kNone;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!must_be_encoded(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]};
  }
  return out;
}

// How a link is written: the path's own manner is kept, part by part.
class LinkWriter {
 public:
  LinkWriter(const PathLink& link, std::string_view written) : form_(link.form), written_(written) {
    for (const std::string_view part : split_path(path_part(written))) {
      // What a part means is what the path of this part alone resolves to.
      std::string meaning = is_literal() ? std::string(part) : resolve_link("", without_escapes(part));
      known_.emplace_back(std::move(meaning), part);
    }
  }

  [[nodiscard]] std::string write(const std::vector<std::string>& parts, bool is_from_root) const {
    const std::string_view old_path = path_part(written_);
    std::string text;
    if (is_from_root && old_path.starts_with('/')) text = "/";
    if (old_path.starts_with("./") && (parts.empty() || parts.front() != "..")) text = "./";
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? "/" : "") + spell(parts[i]);
    if (parts.empty() && text.empty()) text = ".";
    if (old_path.ends_with('/') && !text.ends_with('/')) text += '/';
    return text;
  }

 private:
  // Front matter and code show the bytes of a path as they are.
  [[nodiscard]] bool is_literal() const { return form_ == PathLinkForm::yaml || form_ == PathLinkForm::code; }

  [[nodiscard]] std::string spell(const std::string& part) const {
    const auto known = std::ranges::find(known_, part, &std::pair<std::string, std::string>::first);
    if (known != known_.end() && !part.empty()) return known->second;
    const bool keeps_blanks = form_ == PathLinkForm::angle_link && written_.find('%') == kNone;
    const bool is_safe = part.find_first_of("<>\\%#?") == kNone;
    return is_literal() || (keeps_blanks && is_safe) ? part : percent_encoded(part);
  }

  PathLinkForm form_;
  std::string_view written_;                                // borrows from: the document
  std::vector<std::pair<std::string, std::string>> known_;  // what a part means, how it is written
};

// Whether a plain scalar may be written without quotes. What was a path before mostly stays one.
bool is_plain_yaml(std::string_view text) {
  const bool starts_well = !text.empty() && std::string_view("-?:,[]{}#&*!|>'\"%@`~ ").find(text.front()) == kNone;
  return starts_well && !text.ends_with(' ') && !text.ends_with(':') && text.find(": ") == kNone &&
         text.find(" #") == kNone && text.find_first_of(",[]{}\n\t") == kNone;
}

class Mender {
 public:
  Mender(const ParsedDocument& document, const PathMoves& moves, const PathExists& exists)
      : document_(document), moves_(moves), exists_(exists), path_after_(moves.after(document.document.path)) {}

  std::vector<TextEdit> mend() {
    for (const PathLink& link : find_path_links(document_)) mend_link(link);
    return std::move(edits_);
  }

 private:
  void mend_link(const PathLink& link) {
    const std::string_view written = document_.source.slice(link.where);
    if (leads_somewhere(link.target)) {
      const std::string target = moves_.after(link.target);
      const std::string plain = is_words(link) ? std::string(written) : without_escapes(written);
      if (resolve_link(path_after_, plain) == target) return;
      const bool is_from_root = path_part(written).starts_with('/');
      const std::string_view folder = is_from_root ? std::string_view{} : folder_of(path_after_);
      replace(link, written, LinkWriter(link, written).write(relative_parts(folder, target), is_from_root));
    } else if (leads_somewhere(link.root_target)) {
      const std::string target = moves_.after(link.root_target);
      if (target == link.root_target) return;
      replace(link, written, LinkWriter(link, written).write(relative_parts("", target), true));
    }
  }

  static bool is_words(const PathLink& link) {
    return link.form == PathLinkForm::yaml || link.form == PathLinkForm::code;
  }
  [[nodiscard]] bool leads_somewhere(const std::string& target) const { return !target.empty() && exists_(target); }

  void replace(const PathLink& link, std::string_view written, std::string text) {
    const auto size = static_cast<ByteOffset>(path_part(written).size());
    ByteRange range{link.where.begin, link.where.begin + size};
    if (slice(document_.source.bytes(), range) == text) return;
    if (link.form == PathLinkForm::code && text.find('`') != kNone) return;
    if (link.form == PathLinkForm::html && text.find_first_of("\"'&") != kNone) return;
    if (link.form == PathLinkForm::yaml && !fit_yaml(link, written, range, text)) return;
    edits_.push_back({range, std::move(text)});
  }

  // Keeps the quotes that are there, sets some where they are needed; false when it can not be written.
  bool fit_yaml(const PathLink& link, std::string_view written, ByteRange& range, std::string& text) const {
    const std::string_view bytes = document_.source.bytes();
    const char before = link.where.begin > 0 ? bytes[link.where.begin - 1] : ' ';
    const bool is_quoted =
        (before == '"' || before == '\'') && link.where.end < bytes.size() && bytes[link.where.end] == before;
    if (is_quoted) return text.find_first_of(before == '"' ? "\"\\" : "'") == kNone;
    const std::string whole = text + std::string(written.substr(range.size()));
    if (is_plain_yaml(whole)) return true;
    if (whole.find('\'') != kNone) return false;
    range = link.where;
    text = "'" + whole + "'";
    return true;
  }

  const ParsedDocument& document_;
  const PathMoves& moves_;
  const PathExists& exists_;
  std::string path_after_;
  std::vector<TextEdit> edits_;
};

}  // namespace

std::vector<TextEdit> plan_mended_links(const ParsedDocument& document, const PathMoves& moves,
                                        const PathExists& exists) {
  if (moves.empty()) return {};
  return Mender(document, moves, exists).mend();
}

}  // namespace milepost
