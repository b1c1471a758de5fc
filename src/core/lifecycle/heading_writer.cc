// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/heading_writer.h"

#include <algorithm>

#include "core/document/heading_items.h"
#include "core/document/normalise/fold.h"
#include "core/document/normalise/status.h"
#include "core/lifecycle/field_places.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/missing_field.h"
#include "core/lifecycle/status_wording.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/inline.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

// A text that holds title and id: a heading or a field.
struct TitlePlace {
  ByteRange where;
  std::uint32_t node = 0;
  std::string_view raw;  // borrows from: the document or its front matter
  bool is_heading = false;
};

struct TitlePart {
  std::size_t at = 0;
  std::size_t size = 0;
  bool is_missing = false;  // an id alone: the name comes behind it
};

class TitleWriter {
 public:
  TitleWriter(EditDraft& draft, std::string_view role, std::string_view value)
      : draft_(draft), role_(role), value_(value) {}

  Result<void> run() {
    if (auto found = collect(); !found) return found;
    if (places_.empty())
      return insert_field(draft_,
                          {{FieldNaming::role, std::string(role_)}, std::string(role_), std::string(value_), {}});
    std::string first;
    for (const TitlePlace& place : places_) {
      const auto part = part_of(place);
      if (!part) continue;
      const std::string says = fold_phrase(place.raw.substr(part->at, part->size));
      if (!first.empty() && !says.empty() && says != first) return differ();
      if (first.empty()) first = says;
    }
    bool any = false;
    for (const TitlePlace& place : places_) {
      const auto part = part_of(place);
      if (!part) continue;
      any = true;
      if (auto written = write(place, *part); !written) return written;
    }
    if (!any) return unclear();
    draft_.intend(std::string(role_), std::string(value_));
    return {};
  }

 private:
  Result<void> collect() {
    auto fields = find_field_places(draft_, {FieldNaming::role, std::string(role_)});
    if (!fields) return std::unexpected(fields.error());
    const std::vector<YamlNode>& nodes = draft_.parsed().front_matter.nodes;
    for (const FieldPlace& field : *fields) {
      const bool is_scalar = field.node != 0 && nodes[field.node].kind == YamlKind::scalar;
      places_.push_back(
          {field.where, field.node, is_scalar ? std::string_view(nodes[field.node].value) : draft_.slice(field.where)});
    }
    const std::uint32_t heading = draft_.item_heading();
    if (heading != kNoBlock) {
      const ByteRange text = draft_.parsed().outline.headings[heading].text;
      places_.push_back({text, 0, draft_.slice(text), true});
    }
    return {};
  }

  // Where the part stands in the text, as the reader takes it apart.
  std::optional<TitlePart> part_of(const TitlePlace& place) {
    const std::string plain = place.node != 0 ? std::string(place.raw) : plain_text(place.raw);
    const std::string whole = draft_.item_index() == 0 ? plain : split_heading_status(plain, draft_.values()).title;
    const HeadingParts parts = draft_.values().title(whole);
    if (role_ == "id") {
      if (!place.is_heading) return TitlePart{0, place.raw.size()};
      if (!parts.id || !draft_.item().id || fold_identifier(parts.id->text) != fold_identifier(draft_.item().id->value))
        return std::nullopt;
      const std::size_t at = place.raw.find(parts.id->text);
      return at == std::string_view::npos ? std::nullopt : std::optional(TitlePart{at, parts.id->text.size()});
    }
    if (draft_.item().title)
      if (const std::size_t at = place.raw.rfind(draft_.item().title->value); at != std::string_view::npos)
        return TitlePart{at, draft_.item().title->value.size()};
    if (parts.title.empty() && parts.id) {
      const std::size_t at = place.raw.find(parts.id->text);
      if (at == std::string_view::npos) return std::nullopt;
      return TitlePart{at + parts.id->text.size(), 0, true};
    }
    const std::size_t at = place.raw.rfind(parts.title);
    if (parts.title.empty() || at == std::string_view::npos) return TitlePart{0, place.raw.size()};
    return TitlePart{at, parts.title.size()};
  }

  Result<void> write(const TitlePlace& place, const TitlePart& part) {
    const std::string joint = part.is_missing ? ": " : "";
    if (place.node != 0) {
      const std::string text = std::string(place.raw.substr(0, part.at)) + joint + std::string(value_) +
                               std::string(place.raw.substr(part.at + part.size));
      return set_yaml_scalar(draft_, place.node, text);
    }
    const auto escaped = escape_value(value_, markdown_place(draft_, place.where));
    if (!escaped)
      return std::unexpected(draft_.error_at(escaped.error().kind, place.where.begin, escaped.error().message));
    if (place.raw.substr(part.at, part.size) == *escaped) return {};
    if (!place.is_heading)
      return replace_markdown_value(draft_, place.where,
                                    std::string(place.raw.substr(0, part.at)) + joint + *escaped +
                                        std::string(place.raw.substr(part.at + part.size)));
    const auto begin = static_cast<ByteOffset>(place.where.begin + part.at);
    const ByteRange range{begin, begin + static_cast<ByteOffset>(part.size)};
    draft_.replace(range, (place.where.empty() ? " " : "") + joint + *escaped);
    return {};
  }

  [[nodiscard]] Result<void> differ() const {
    Error error = draft_.error_at(
        ErrorKind::ambiguous, places_.back().where.begin,
        "the " + std::string(role_) + " stands in several places that say different things; say which one is meant");
    for (const TitlePlace& place : places_)
      error.hints.push_back(
          (place.node != 0 ? "key:" + draft_.parsed().front_matter.nodes[place.node].key + "  (" : "(") +
          draft_.describe(place.where.begin) + ")");
    return std::unexpected(std::move(error));
  }
  [[nodiscard]] Result<void> unclear() const {
    return std::unexpected(draft_.error_at(
        ErrorKind::refused, places_.front().where.begin,
        "the " + std::string(role_) + " can not be told apart from the rest of the heading; change it by hand"));
  }

  EditDraft& draft_;
  std::string_view role_;
  std::string_view value_;
  std::vector<TitlePlace> places_;
};

// The pieces of a heading that may be its status, the likeliest first: a bracket at the end, what follows the last dash
// or colon, a mark at one end.
std::vector<ByteRange> status_pieces(std::string_view heading) {
  std::vector<ByteRange> pieces;
  const auto size = static_cast<ByteOffset>(heading.size());
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view text = heading.substr(begin, end - begin);
    const std::string_view inner = trim_blanks(text);
    if (inner.empty()) return;
    const auto at = static_cast<ByteOffset>(begin + text.find(inner));
    pieces.push_back({at, at + static_cast<ByteOffset>(inner.size())});
  };
  if (heading.ends_with(')') || heading.ends_with(']'))
    if (const std::size_t open = heading.rfind(heading.back() == ')' ? '(' : '['); open != std::string_view::npos) {
      add(open + 1, size - 1U);
      add(open, size);
    }
  for (const std::string_view dash : {" — ", " – ", " - ", ": "})
    if (const std::size_t at = heading.rfind(dash); at != std::string_view::npos) add(at + dash.size(), size);
  if (const std::size_t blank = heading.rfind(' '); blank != std::string_view::npos) add(blank + 1, size);
  if (const std::size_t blank = heading.find(' '); blank != std::string_view::npos) add(0, blank);
  return pieces;
}

}  // namespace

Result<void> set_title_part(EditDraft& draft, std::string_view role, std::string_view value) {
  return TitleWriter(draft, role, value).run();
}

bool states_status_in_heading(const EditDraft& draft) {
  const std::uint32_t heading = draft.item_heading();
  if (draft.item_index() == 0 || heading == kNoBlock || !draft.item().status) return false;
  return draft.item().status->carrier == Carrier::heading &&
         draft.item().status->where == draft.parsed().outline.headings[heading].text;
}

Result<void> set_heading_status(EditDraft& draft, const NewValue& wanted) {
  const ByteRange text = draft.parsed().outline.headings[draft.item_heading()].text;
  const std::string_view raw = draft.slice(text);
  const HeadingStatus old = split_heading_status(plain_text(raw), draft.values());
  const StatusCategory category = normalise_status(wanted.value, draft.words().status).category;
  for (const ByteRange piece : status_pieces(raw)) {
    const std::string_view says = slice(raw, piece);
    if (normalise_status(says, draft.words().status).category == StatusCategory::unknown) continue;
    const auto written = write_status({says, draft.bytes(), Carrier::heading}, wanted, draft.words());
    if (!written) continue;
    std::string heading(raw.substr(0, piece.begin));
    heading.append(written->text).append(raw.substr(piece.end));
    const HeadingStatus now = split_heading_status(plain_text(heading), draft.values());
    if (!now.status || now.status->category != category || now.title != old.title) continue;
    for (const std::string& remark : written->remarks) draft.remark(remark);
    draft.replace({text.begin + piece.begin, text.begin + piece.end}, written->text);
    return {};
  }
  return std::unexpected(
      draft.error_at(ErrorKind::refused, text.begin,
                     "the status is part of the heading and can not be told apart from it; change it by hand"));
}

}  // namespace milepost
