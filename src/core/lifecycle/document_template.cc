// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/document_template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/suggest.h"
#include "core/base/wording.h"
#include "core/lifecycle/template_tags.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// Plain scalars that YAML takes for the very text: they begin with a letter, hold nothing that means something, and
// are no number, date, boolean or null.
bool is_plain_yaml(std::string_view value) {
  static constexpr std::string_view kWords[] = {"true", "false", "yes", "no",  "on", "off",
                                                "null", "y",     "n",   "nan", "inf"};
  if (value.empty() || value.size() > 500 || value.front() == ' ' || value.back() == ' ') return false;
  const char first = value.front();
  const bool letter =
      (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
  if (!letter) {
    // A plain day or whole number is written as such.
    return std::ranges::all_of(value, [](char c) { return is_digit(c) || c == '-'; }) && is_digit(first) &&
           first != '0';
  }
  if (value.find_first_of("\"'#:{}[],&*!|>%@`\\\t\n\r") != std::string_view::npos) return false;
  std::string lower(value);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::ranges::find(kWords, std::string_view(lower)) == std::end(kWords);
}

std::string flow_list(const std::vector<std::string>& entries) {
  std::string text = "[";
  for (const std::string& entry : entries) text += (text.size() == 1 ? "" : ", ") + to_yaml_scalar(entry);
  return text + "]";
}

// Where in a document the next value lands, told by what stands before it on its line.
enum class Spot : std::uint8_t { yaml, yaml_quoted, heading, cell, link, comment, code, text };

class Renderer {
 public:
  Renderer(std::string_view path, std::string_view text, const TemplateValues& values)
      : path_(path), text_(text), values_(values) {}

  Result<std::string> run() {
    auto tags = scan_template_tags(path_, text_);
    if (!tags) return std::unexpected(std::move(tags).error());
    tags_ = std::move(*tags);
    if (auto done = render(0, tags_.size(), 0); !done) return std::unexpected(std::move(done).error());
    return std::move(out_);
  }

 private:
  // Renders the tags [first, last) and the text between them, from `at` on, up to where the last one ends.
  Result<std::size_t> render(std::size_t first, std::size_t last, std::size_t at) {
    std::size_t i = first;
    while (i < last) {
      const TemplateTag& tag = tags_[i];
      put(text_.substr(at, tag.begin - at));
      at = tag.end;
      if (tag.kind == TagKind::name) {
        if (auto done = name(tag); !done) return std::unexpected(std::move(done).error());
      }
      if (tag.kind == TagKind::open || tag.kind == TagKind::open_absent) {
        auto after = part(i);
        if (!after) return std::unexpected(std::move(after).error());
        at = tags_[tag.partner].end;
        i = tag.partner;
      }
      ++i;
    }
    if (first == 0 && last == tags_.size()) put(text_.substr(at));
    return at;
  }

  // The part that tag `index` opens.
  Result<void> part(std::size_t index) {
    const TemplateTag& tag = tags_[index];
    const std::size_t close = tag.partner;
    const auto list = values_.lists.find(tag.name);
    if (!is_known(tag.name)) return std::unexpected(unknown(tag));
    const bool wanted = is_there(tag.name) == (tag.kind == TagKind::open);
    if (!wanted) return {};
    if (list != values_.lists.end() && tag.kind == TagKind::open && holds_entry_tag(index)) {
      for (const std::string& entry : list->second) {
        entry_ = entry;
        if (auto done = body(index, close); !done) return done;
      }
      entry_.reset();
      return {};
    }
    return body(index, close);
  }

  [[nodiscard]] bool holds_entry_tag(std::size_t index) const {
    return std::any_of(tags_.begin() + static_cast<std::ptrdiff_t>(index),
                       tags_.begin() + static_cast<std::ptrdiff_t>(tags_[index].partner),
                       [](const TemplateTag& tag) { return tag.kind == TagKind::name && tag.name == "."; });
  }

  Result<void> body(std::size_t open, std::size_t close) {
    auto at = render(open + 1, close, tags_[open].end);
    if (!at) return std::unexpected(std::move(at).error());
    put(text_.substr(*at, tags_[close].begin - *at));
    return {};
  }

  [[nodiscard]] bool is_known(std::string_view name) const {
    return values_.texts.contains(name) || values_.lists.contains(name) || is_part_name(name);
  }
  [[nodiscard]] bool is_part_name(std::string_view name) const {
    if (parts_.empty()) {
      const TemplateParts parts = find_template_parts(text_);
      parts_.insert(parts_.end(), parts.usual.begin(), parts.usual.end());
      parts_.insert(parts_.end(), parts.on_demand.begin(), parts.on_demand.end());
      parts_.emplace_back();  // so that it is looked for once
    }
    return std::ranges::find(parts_, name) != parts_.end();
  }

  [[nodiscard]] bool is_there(std::string_view name) const {
    if (is_part_name(name)) return values_.sections.contains(name);
    if (const auto text = values_.texts.find(name); text != values_.texts.end()) return !text->second.empty();
    const auto list = values_.lists.find(name);
    return list != values_.lists.end() && !list->second.empty();
  }

  [[nodiscard]] Error unknown(const TemplateTag& tag) const {
    std::vector<std::string> known;
    for (const auto& [name, value] : values_.texts) known.push_back(name);
    for (const auto& [name, value] : values_.lists) known.push_back(name);
    const auto near = nearest(tag.name, known, 1);
    Error error{ErrorKind::usage,
                "the template uses '" + tag.name + "', which is no variable",
                place_in_template(path_, text_, tag.begin),
                {},
                {}};
    error.hints.push_back(near.empty() ? "docs/formats/templates.md lists the variables"
                                       : "did you mean '" + near.front() + "'?");
    return error;
  }

  Result<void> name(const TemplateTag& tag) {
    if (tag.name == "." && entry_) {
      out_ += escaped(*entry_, spot(tag));
      return {};
    }
    const Spot where = spot(tag);
    if (const auto list = values_.lists.find(tag.name); list != values_.lists.end()) {
      out_ += where == Spot::yaml ? flow_list(list->second) : escaped(joined(list->second, ", "), where);
      return {};
    }
    const auto text = values_.texts.find(tag.name);
    if (text == values_.texts.end()) return std::unexpected(unknown(tag));
    out_ += escaped(text->second, where);
    const bool ends_line =
        tag.end >= text_.size() || text_[tag.end] == '\n' || text_.substr(tag.end).starts_with("  \n");
    if (text->second.empty() && ends_line && out_.ends_with(": ")) out_.pop_back();  // "**Owner:**" without a blank
    return {};
  }

  [[nodiscard]] bool in_front_matter() const {
    if (!out_.starts_with("---\n")) return false;
    return out_.find("\n---\n", 3) == std::string::npos;
  }

  [[nodiscard]] Spot spot(const TemplateTag& tag) const {
    const std::size_t begin = out_.rfind('\n') == std::string::npos ? 0 : out_.rfind('\n') + 1;
    const std::string_view line = std::string_view(out_).substr(begin);
    if (in_front_matter()) {
      const bool quoted = line.ends_with('"') && tag.end < text_.size() && text_[tag.end] == '"';
      return quoted ? Spot::yaml_quoted : Spot::yaml;
    }
    const std::size_t comment = out_.rfind("<!--");
    if (comment != std::string::npos && out_.find("-->", comment) == std::string::npos) return Spot::comment;
    if (line.rfind("](") != std::string_view::npos && line.find(')', line.rfind("](")) == std::string_view::npos)
      return Spot::link;
    if (std::ranges::count(line, '`') % 2 == 1) return Spot::code;
    if (line.starts_with('#')) return Spot::heading;
    if (line.starts_with('|')) return Spot::cell;
    return Spot::text;
  }

  // The text of a body may hold several lines; it was checked where it came in.
  static std::string escaped(const std::string& value, Spot where) {
    switch (where) {
      case Spot::yaml:
        return value.empty() ? "\"\"" : to_yaml_scalar(value);
      case Spot::yaml_quoted:
        return to_yaml_quoted(value);
      case Spot::cell:
        return to_table_cell(value);
      case Spot::link:
        return to_link_destination(value);
      case Spot::comment:
        return without(value, "--", "- -");
      case Spot::code:
        return without(value, "`", "'");
      case Spot::heading:
      case Spot::text:
        return to_markdown_text(value);
    }
    return value;
  }

  static std::string without(std::string value, std::string_view bad, std::string_view good) {
    for (std::size_t at = value.find(bad); at != std::string::npos; at = value.find(bad, at + good.size()))
      value.replace(at, bad.size(), good);
    return value;
  }

  void put(std::string_view text) { out_ += text; }

  std::string path_;
  std::string_view text_;  // borrows from: the caller, as the next
  const TemplateValues& values_;
  std::vector<TemplateTag> tags_;
  std::optional<std::string> entry_;
  mutable std::vector<std::string> parts_;
  std::string out_;
};

void add_words(std::string_view text, std::vector<std::string>& into) {
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;
       at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    into.emplace_back(text.substr(at, end - at));
    at = end;
  }
}

// Characters that begin a block when they stand at the start of a line.
bool begins_block(std::string_view value) {
  if (value.empty()) return false;
  if (std::string_view("#>+-=~|").find(value.front()) != std::string_view::npos) return true;
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  return digits > 0 && digits < value.size() && (value[digits] == '.' || value[digits] == ')');
}

}  // namespace

TemplateParts find_template_parts(std::string_view text) {
  TemplateParts parts;
  for (std::size_t at = text.find("{{!"); at != std::string_view::npos; at = text.find("{{!", at + 3)) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) break;
    std::string_view inside = text.substr(at + 3, end - at - 3);
    inside.remove_prefix(std::min(inside.find_first_not_of(' '), inside.size()));
    if (inside.starts_with("usual:")) add_words(inside.substr(6), parts.usual);
    if (inside.starts_with("with:")) add_words(inside.substr(5), parts.on_demand);
  }
  return parts;
}

Result<std::string> render_template(std::string_view path, std::string_view text, const TemplateValues& values) {
  return Renderer(path, text, values).run();
}

std::string to_yaml_quoted(std::string_view value) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string text;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') text += '\\';
    if (byte >= 0x20 && byte != 0x7F) {
      text += c;
    } else if (c == '\n') {
      text += "\\n";
    } else {
      text += "\\x";
      text += kHex[byte >> 4U];
      text += kHex[byte & 15U];
    }
  }
  return text;
}

std::string to_yaml_scalar(std::string_view value) {
  return is_plain_yaml(value) ? std::string(value) : "\"" + to_yaml_quoted(value) + "\"";
}

std::string to_markdown_text(std::string_view value) {
  std::string text;
  if (value.find('\n') != std::string_view::npos) return std::string(value);  // a body is Markdown already
  if (plain_text(value) == value && value.find('<') == std::string_view::npos) {
    text = value;
  } else {
    for (const char c : value) {
      if (std::string_view("\\`*_[]<>&~!").find(c) != std::string_view::npos) text += '\\';
      text += c;
    }
  }
  // A run of # at the end of a heading would be taken for its closing.
  if (text.ends_with('#')) {
    const std::size_t run = text.find_last_not_of('#') + 1;
    text.insert(run, "\\");
  }
  if (begins_block(text)) text.insert(std::min(text.find_first_not_of("0123456789"), text.size()), "\\");
  return text;
}

std::string to_table_cell(std::string_view value) {
  std::string text;
  for (const char c : to_markdown_text(value)) {
    if (c == '|') text += '\\';
    text += c == '\n' ? ' ' : c;
  }
  return text;
}

std::string to_link_destination(std::string_view value) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string text;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && std::string_view("()<>%\\\"").find(c) == std::string_view::npos) {
      text += c;
      continue;
    }
    text += '%';
    text += kHex[byte >> 4U];
    text += kHex[byte & 15U];
  }
  return text;
}

}  // namespace milepost
