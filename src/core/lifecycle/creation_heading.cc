// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_heading.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/document/normalise/identifier.h"
#include "core/lifecycle/built_in_templates.h"
#include "core/lifecycle/creation_values.h"
#include "core/lifecycle/lost_values.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// The last run of digits in an id becomes {number}.
std::string to_pattern(std::string id) {
  id = without_drawn_digits(id);
  const std::size_t last = id.find_last_of("0123456789");
  if (last == std::string::npos) return {};
  std::size_t first = last;
  while (first > 0 && id[first - 1] >= '0' && id[first - 1] <= '9') --first;
  const std::size_t width = last - first + 1;
  const std::string variable =
      width > 1 && id[first] == '0' ? "{number:" + std::to_string(std::min<std::size_t>(width, 9)) + "}" : "{number}";
  return id.substr(0, first) + variable + id.substr(last + 1);
}

std::vector<const Item*> siblings_in(const DocumentSummary& document, ItemKind kind) {
  std::vector<const Item*> siblings;
  for (std::size_t i = 1; i < document.items.size(); ++i) {
    const Item& item = document.items[i];
    if (item.kind == kind && item.title && item.title->carrier == Carrier::heading) siblings.push_back(&item);
  }
  return siblings;
}

class HeadingPlanner {
 public:
  explicit HeadingPlanner(const HeadingSources& from) : from_(from) {}

  Result<PlannedHeading> run() {
    const std::string& path = from_.sources.corpus.documents()[*from_.place.host].path;
    auto parsed = from_.sources.read(path);
    if (!parsed) return std::unexpected(std::move(parsed).error());
    const std::string_view bytes = parsed->source.bytes();
    collect(*parsed);
    if (siblings_.empty())
      return fail(ErrorKind::conflict,
                  path + " has changed and holds no such headings any more; run the command again");
    auto text = make_text(bytes);
    if (!text) return std::unexpected(std::move(text).error());
    PlannedHeading planned;
    planned.file.path = path;
    planned.file.revision = parsed->document.revision;
    const std::size_t at = is_descending() ? start_of(bytes, siblings_.front()) : siblings_.back()->range.end;
    std::string insertion =
        is_descending() ? *text + "\n" : gap_before(bytes, at) + *text + (at < bytes.size() ? "\n" : "");
    planned.line = static_cast<std::uint32_t>(std::ranges::count(bytes.substr(0, at), '\n') +
                                              std::ranges::count(insertion.substr(0, insertion.find('#')), '\n') + 1);
    if (bytes.find("\r\n") != std::string_view::npos) insertion = with_crlf(insertion);
    auto whole = with_lost_values(path, std::string(bytes.substr(0, at)) + insertion + std::string(bytes.substr(at)));
    if (!whole) return std::unexpected(std::move(whole).error());
    if (!whole->starts_with(bytes.substr(0, at)) || !whole->ends_with(bytes.substr(at)))
      return fail(ErrorKind::usage, "what was given would stand outside of the new section of " + path);
    insertion = whole->substr(at, whole->size() - bytes.size());
    planned.file.edits.push_back({{static_cast<ByteOffset>(at), static_cast<ByteOffset>(at)}, std::move(insertion)});
    planned.file.intended.push_back({.what = "item", .value = from_.request.title});
    return planned;
  }

 private:
  void collect(const ParsedDocument& parsed) {
    for (std::size_t i = 1; i < parsed.document.items.size(); ++i) {
      const Item& item = parsed.document.items[i];
      if (item.kind == from_.place.creation.kind && item.title && item.title->carrier == Carrier::heading)
        siblings_.push_back(&item);
    }
  }

  [[nodiscard]] static std::size_t start_of(std::string_view bytes, const Item* item) {
    const std::size_t line =
        item->title->where.begin == 0 ? std::string_view::npos : bytes.rfind('\n', item->title->where.begin - 1);
    return line == std::string_view::npos ? 0 : line + 1;
  }

  // Newest first: the numbers fall.
  [[nodiscard]] bool is_descending() const {
    if (siblings_.size() < 2 || !siblings_.front()->id || !siblings_.back()->id) return false;
    const auto number = [](const Item* item) { return fold_identifier(item->id->value); };
    const std::string first = number(siblings_.front());
    const std::string last = number(siblings_.back());
    return std::pair(first.size(), first) > std::pair(last.size(), last);
  }

  [[nodiscard]] static std::string gap_before(std::string_view bytes, std::size_t at) {
    const std::string_view before = bytes.substr(0, at);
    if (before.ends_with("\n\n") || before.ends_with("\n\r\n")) return "";
    return before.ends_with('\n') ? "\n" : "\n\n";
  }

  static std::string with_crlf(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return result;
  }

  // Of the host with the new section; only within that section anything is added.
  [[nodiscard]] Result<std::string> with_lost_values(const std::string& path, const std::string& text) const {
    const ValueSources from{from_.request, from_.place, from_.names, from_.sources, template_};
    return place_lost_values({from, values_, find_lost_values(from, values_)}, text, path, from_.request.title);
  }

  // The text of the new section; its first line is written as that of the last sibling.
  Result<std::string> make_text(std::string_view bytes) {
    auto own = from_.sources.find_template("generic/heading");
    if (!own) return std::unexpected(std::move(own).error());
    template_ =
        *own ? **own
             : TemplateText{"generic/heading.md", std::string(find_built_in_template("generic/heading").value_or(""))};
    auto values = make_template_values({from_.request, from_.place, from_.names, from_.sources, template_});
    if (!values) return std::unexpected(std::move(values).error());
    const Item& sibling = *siblings_.back();
    const std::size_t begin = start_of(bytes, &sibling);
    const std::string_view line =
        bytes.substr(begin, std::min(bytes.find_first_of("\r\n", begin), bytes.size()) - begin);
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (sibling.status && sibling.status->value.category == StatusCategory::planned &&
        from_.request.fields.count("status") == 0)
      values->texts["status"] = sibling.status->value.text;
    values_ = std::move(*values);
    auto rendered = render_template(template_.path, template_.text, values_);
    if (!rendered) return rendered;
    if (level > 0 && rendered->starts_with("## ")) rendered->replace(0, 2, std::string(level, '#'));
    if (from_.names.id.empty()) return rendered;
    return with_separator(std::move(*rendered), line);
  }

  // "### M3 — Parser": what stands between id and title there stands here too.
  [[nodiscard]] std::string with_separator(std::string text, std::string_view sibling_line) const {
    const Item& sibling = *siblings_.back();
    if (!sibling.id || !sibling.title) return text;
    const std::size_t id = sibling_line.find(sibling.id->value);
    const std::size_t title = sibling_line.find(sibling.title->value);
    if (id == std::string_view::npos || title == std::string_view::npos || title <= id + sibling.id->value.size())
      return text;
    const std::string separator(
        sibling_line.substr(id + sibling.id->value.size(), title - id - sibling.id->value.size()));
    const std::size_t at = text.find(from_.names.id + ": ");
    if (at == std::string::npos || separator.size() > 8) return text;
    return text.replace(at + from_.names.id.size(), 2, separator);
  }

  const HeadingSources& from_;
  std::vector<const Item*> siblings_;
  TemplateText template_;
  TemplateValues values_;
};

}  // namespace

Creation to_heading_creation(const Corpus& corpus, const CreationPlace& place) {
  Creation creation = place.creation;
  creation.id.clear();
  creation.folder.clear();
  creation.file_name.clear();
  const DocumentSummary& document = corpus.documents()[*place.host];
  std::pair<std::size_t, std::string> highest;
  for (const Item* sibling : siblings_in(document, creation.kind)) {
    if (!sibling->id) continue;
    const std::string folded = fold_identifier(sibling->id->value);
    if (std::pair(folded.size(), folded) <= highest) continue;
    highest = {folded.size(), folded};
    creation.id = to_pattern(sibling->id->value);
  }
  return creation;
}

Result<PlannedHeading> plan_heading(const HeadingSources& from) { return HeadingPlanner(from).run(); }

}  // namespace milepost
