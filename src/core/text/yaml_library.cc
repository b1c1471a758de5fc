// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/yaml_library.h"

#include <libfyaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "core/base/utf8.h"
#include "core/text/line_shape.h"
#include "core/text/yaml_tree.h"

namespace milepost {
namespace {

struct ParserDeleter {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DiagDeleter {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

YamlStyle style_of(fy_token* token) {
  switch (fy_token_scalar_style(token)) {
    case FYSS_SINGLE_QUOTED:
      return YamlStyle::single_quoted;
    case FYSS_DOUBLE_QUOTED:
      return YamlStyle::double_quoted;
    case FYSS_LITERAL:
      return YamlStyle::literal;
    case FYSS_FOLDED:
      return YamlStyle::folded;
    default:
      return YamlStyle::plain;
  }
}

std::string_view text_of(fy_token* token) {
  std::size_t length = 0;
  const char* text = fy_token_get_text(token, &length);
  return text == nullptr ? std::string_view{} : std::string_view{text, length};
}

class LibraryReader {
 public:
  // borrows from: all that it is given, for one read
  LibraryReader(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes,
                std::vector<FrontMatterProblem>& problems)
      : bytes_(bytes), yaml_(yaml), tree_(nodes), problems_(problems) {}

  // Scalars in which something was masked that is no placeholder value: text in quotes, block scalars.
  [[nodiscard]] const std::vector<ByteRange>& mistaken() const { return mistaken_; }

  // `clean` is the text without malformed bytes, `masked` is that without placeholders; both as long as the text.
  std::optional<FrontMatterProblem> read(std::string_view clean, std::string_view masked) {
    clean_ = clean;
    masked_ = masked;
    fy_diag_cfg diag_cfg;
    fy_diag_cfg_default(&diag_cfg);
    diag_cfg.fp = nullptr;
    const std::unique_ptr<fy_diag, DiagDeleter> diag(fy_diag_create(&diag_cfg));
    fy_diag_set_collect_errors(diag.get(), true);
    fy_parse_cfg cfg{};
    cfg.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG);
    cfg.diag = diag.get();
    const std::unique_ptr<fy_parser, ParserDeleter> parser(fy_parser_create(&cfg));
    if (!diag || !parser || fy_parser_set_string(parser.get(), masked.data(), masked.size()) != 0)
      return FrontMatterProblem{FrontMatterTrouble::invalid_yaml, yaml_, "the YAML library can not be started"};
    fy_event* event = nullptr;
    while (!problem_ && !is_done_ && (event = fy_parser_parse(parser.get())) != nullptr) {
      take_event(event);
      fy_parser_event_free(parser.get(), event);
    }
    if (!problem_) problem_ = find_library_error(diag.get());
    return std::move(problem_);
  }

 private:
  void take_event(fy_event* event) {
    switch (event->type) {
      case FYET_SCALAR:
        return take_scalar(event);
      case FYET_ALIAS:
        return take_alias(event);
      case FYET_MAPPING_START:
        return take_start(event, YamlKind::mapping);
      case FYET_SEQUENCE_START:
        return take_start(event, YamlKind::sequence);
      case FYET_MAPPING_END:
      case FYET_SEQUENCE_END:
        wants_key_.pop_back();
        tree_.close(end_of(event));
        return value_taken();
      case FYET_DOCUMENT_END:
        is_done_ = true;
        return;
      default:
        return;
    }
  }

  [[nodiscard]] ByteOffset begin_of(fy_event* event) const {
    return yaml_.begin + static_cast<ByteOffset>(fy_event_start_mark(event)->input_pos);
  }
  [[nodiscard]] ByteOffset end_of(fy_event* event) const {
    const fy_mark* mark = fy_event_end_mark(event);
    return mark == nullptr ? yaml_.end : yaml_.begin + static_cast<ByteOffset>(mark->input_pos);
  }

  // Marks stand inside quotes, and a block scalar's begin below its header.
  [[nodiscard]] ByteRange written_range(fy_event* event, YamlStyle style) const {
    ByteRange range{begin_of(event), end_of(event)};
    if (style == YamlStyle::single_quoted || style == YamlStyle::double_quoted) return {range.begin - 1, range.end + 1};
    if (style == YamlStyle::literal || style == YamlStyle::folded) {
      const std::size_t header = bytes_.find_first_of("|>", tree_.last_end());
      if (header < range.begin) range.begin = static_cast<ByteOffset>(header);
      while (range.end > range.begin && is_space(bytes_[range.end - 1])) --range.end;
    }
    return range;
  }

  static bool is_space(char c) { return is_blank_char(c) || c == '\n' || c == '\r'; }

  void take_scalar(fy_event* event) {
    fy_token* token = fy_event_get_token(event);
    if (token == nullptr) return take_absent();
    const YamlStyle style = style_of(token);
    const ByteRange range = written_range(event, style);
    const ByteRange relative{range.begin - yaml_.begin, range.end - yaml_.begin};
    const bool is_placeholder = style == YamlStyle::plain && bytes_[range.begin] == '{';
    if (!is_placeholder && slice(clean_, relative) != slice(masked_, relative)) mistaken_.push_back(range);
    const std::string_view written = slice(bytes_, range);
    const bool is_as_written = style == YamlStyle::plain && written.find_first_of("\r\n") == std::string_view::npos;
    const std::string_view text = is_as_written ? written : text_of(token);
    if (wants_key()) {
      tree_.set_key(text, range);
      wants_key_.back() = false;
      return;
    }
    if (fy_token* anchor = fy_event_get_anchor_token(event))
      anchors_.insert_or_assign(std::string(text_of(anchor)), text);
    tree_.add_scalar(style, text, range);
    value_taken();
  }

  // libfyaml says nothing about where an absent value would stand.
  void take_absent() {
    ByteOffset at = tree_.last_end();
    if (wants_key()) {
      tree_.set_key("", {at, at});
      wants_key_.back() = false;
      return;
    }
    const ByteOffset mark = find_mark(at, tree_.is_in_mapping() ? ':' : '-');
    tree_.add_absent(mark == yaml_.end ? at : mark + 1);
    value_taken();
  }

  // The next `mark` after `at` that only blanks, line ends and comments stand before; yaml_.end if there is none.
  [[nodiscard]] ByteOffset find_mark(ByteOffset at, char mark) const {
    while (at < yaml_.end && bytes_[at] != mark) {
      if (bytes_[at] == '#')
        at = static_cast<ByteOffset>(std::min<std::size_t>(bytes_.find('\n', at), yaml_.end));
      else if (is_space(bytes_[at]))
        ++at;
      else
        return yaml_.end;
    }
    return at;
  }

  // Only scalars are copied: expanding collections is how a small file becomes a large one.
  void take_alias(fy_event* event) {
    fy_token* token = fy_event_get_token(event);
    const std::string name(text_of(token));
    const ByteRange range{begin_of(event) - 1, end_of(event)};
    const auto anchor = anchors_.find(name);
    if (anchor == anchors_.end())
      problems_.push_back({FrontMatterTrouble::too_deep, range, "the alias *" + name + " is not followed"});
    const std::string_view value = anchor == anchors_.end() ? std::string_view{} : std::string_view{anchor->second};
    if (wants_key()) {
      tree_.set_key(value, range);
      wants_key_.back() = false;
      return;
    }
    tree_.add_scalar(YamlStyle::plain, value, range);
    value_taken();
  }

  void take_start(fy_event* event, YamlKind kind) {
    const ByteOffset begin = begin_of(event);
    if (wants_key())
      return stop({FrontMatterTrouble::invalid_yaml, {begin, begin}, "a key must be a plain or quoted word"});
    if (tree_.depth() == kMaxYamlDepth)
      return stop({FrontMatterTrouble::too_deep, {begin, begin}, "more than 64 levels of lists and maps"});
    const bool is_flow = fy_event_get_node_style(event) == FYNS_FLOW;
    tree_.open(kind, is_flow ? YamlStyle::flow : YamlStyle::block, begin);
    wants_key_.push_back(kind == YamlKind::mapping);
  }

  void stop(FrontMatterProblem problem) { problem_ = std::move(problem); }

  [[nodiscard]] bool wants_key() const { return !wants_key_.empty() && wants_key_.back(); }
  void value_taken() {
    if (!wants_key_.empty() && tree_.is_in_mapping()) wants_key_.back() = true;
  }

  std::optional<FrontMatterProblem> find_library_error(fy_diag* diag) const {
    void* previous = nullptr;
    const fy_diag_error* error = fy_diag_errors_iterate(diag, &previous);
    if (error == nullptr) {
      if (is_done_ || !fy_diag_got_error(diag)) return std::nullopt;
      return FrontMatterProblem{FrontMatterTrouble::invalid_yaml, yaml_, "not readable as YAML"};
    }
    const ByteOffset at = offset_of(error->line, error->column);
    const std::string message = error->msg == nullptr ? "not readable as YAML" : error->msg;
    const bool is_depth = message.find("depth") != std::string::npos;
    return FrontMatterProblem{
        is_depth ? FrontMatterTrouble::too_deep : FrontMatterTrouble::invalid_yaml, {at, line_end(at)}, message};
  }

  [[nodiscard]] ByteOffset line_end(ByteOffset at) const {
    return static_cast<ByteOffset>(std::min<std::size_t>(bytes_.find_first_of("\r\n", at), yaml_.end));
  }

  // libfyaml counts lines and characters from 1.
  [[nodiscard]] ByteOffset offset_of(int line, int column) const {
    ByteOffset at = yaml_.begin;
    for (int i = 1; i < line && at < yaml_.end; ++i) {
      at = line_end(at);
      at += slice(bytes_, yaml_).substr(at - yaml_.begin).starts_with("\r\n") ? 2 : 1;
    }
    at = std::min(at, yaml_.end);
    const ByteOffset end = line_end(at);
    for (int i = 1; i < column && at < end; ++i) {
      ++at;
      while (at < end && (static_cast<unsigned char>(bytes_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  }

  std::string_view bytes_;
  std::string_view clean_;
  std::string_view masked_;
  ByteRange yaml_;
  YamlTree tree_;
  std::vector<FrontMatterProblem>& problems_;
  std::vector<bool> wants_key_;
  std::map<std::string, std::string> anchors_;
  std::vector<ByteRange> mistaken_;
  std::optional<FrontMatterProblem> problem_;
  bool is_done_ = false;
};

bool is_comment_at(std::string_view yaml, std::size_t at) {
  return yaml[at] == '#' && (at == 0 || is_blank_char(yaml[at - 1]));
}

// The end of a plain value that begins with a placeholder at `at`: in a flow list at ',' or ']', else at the end of
// the line. `at` itself if it is no placeholder after all.
std::size_t placeholder_value_end(std::string_view yaml, std::size_t at, bool in_flow) {
  const std::size_t length = placeholder_length(yaml.substr(at));
  if (length == 0 || in_flow) return at + length;
  std::size_t end = at;
  while (end < yaml.size() && yaml[end] != '\n' && yaml[end] != '\r' && !is_comment_at(yaml, end)) ++end;
  const std::string_view value = trim_blanks(yaml.substr(at, end - at));
  return is_placeholder(value) ? at + value.size() : at + length;
}

// Whether a value may begin at `at`: behind "key: ", behind the dash of a list item, in a flow list.
bool may_begin_value(std::string_view yaml, std::size_t at, bool in_flow) {
  const std::size_t last = yaml.find_last_not_of(" \t", at == 0 ? std::string_view::npos : at - 1);
  if (at == 0 || last == std::string_view::npos) return false;
  if (in_flow) return yaml[last] == '[' || yaml[last] == ',';
  if (last + 1 == at || (yaml[last] != ':' && yaml[last] != '-')) return false;
  const std::size_t before = last == 0 ? std::string_view::npos : yaml.find_last_not_of(" \t", last - 1);
  return yaml[last] == ':' || before == std::string_view::npos || yaml[before] == '\n';
}

// Placeholders where a value may begin become runs of 'P', so that the library sees plain scalars of the same length.
std::string mask_placeholders(std::string_view yaml) {
  std::string masked(yaml);
  bool in_flow = false;
  for (std::size_t at = 0; at < yaml.size(); ++at) {
    const char c = yaml[at];
    if (c == '\n' || c == ']') in_flow = false;
    if (c == '[') in_flow = true;
    if (c != '{' || !may_begin_value(yaml, at, in_flow)) continue;
    const std::size_t end = placeholder_value_end(yaml, at, in_flow);
    std::fill(masked.begin() + static_cast<std::ptrdiff_t>(at), masked.begin() + static_cast<std::ptrdiff_t>(end), 'P');
    if (end > at) at = end - 1;
  }
  return masked;
}

// libfyaml 0.7.12 never comes back from malformed UTF-8 inside quotes, so it gets none to see.
std::string replace_malformed(std::string_view yaml) {
  std::string clean(yaml);
  for (std::size_t at = 0; at < yaml.size();) {
    const CodePoint point = code_point_at(yaml, at);
    if (!point.is_valid) clean[at] = '?';
    at += point.length;
  }
  return clean;
}

}  // namespace

std::optional<FrontMatterProblem> read_yaml(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes,
                                            std::vector<FrontMatterProblem>& problems) {
  const std::string clean = replace_malformed(slice(bytes, yaml));
  std::string masked = mask_placeholders(clean);
  const std::size_t known = problems.size();
  LibraryReader reader(bytes, yaml, nodes, problems);
  std::optional<FrontMatterProblem> problem = reader.read(clean, masked);
  if (reader.mistaken().empty()) return problem;
  for (const ByteRange range : reader.mistaken())
    masked.replace(range.begin - yaml.begin, range.size(), clean, range.begin - yaml.begin, range.size());
  problems.resize(known);
  return LibraryReader(bytes, yaml, nodes, problems).read(clean, masked);
}

}  // namespace milepost
