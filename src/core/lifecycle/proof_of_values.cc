// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "core/document/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/document/normalise/percent.h"
#include "core/lifecycle/edit_mask.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 5> kDateRoles{"created", "updated", "start", "target", "completed"};

bool same_percent(std::string_view a, std::string_view b) {
  const auto left = normalise_percent(a, BareNumber::is_percent).value;
  return left.has_value() && left == normalise_percent(b, BareNumber::is_percent).value;
}

bool is_date(std::string_view role) { return std::ranges::find(kDateRoles, role) != kDateRoles.end(); }

template <typename T, typename F>
std::string said(const std::optional<Stated<T>>& stated, F to_text) {
  return stated ? "=" + to_text(stated->value) : std::string{};
}

// Everything that an item says, by role.
std::map<std::string, std::string> meaning_of(const Item& item) {
  const auto text = [](const std::string& value) { return value; };
  const auto date = [](Date value) { return to_string(value); };
  const auto effort = [](const Effort& value) { return value.text; };
  std::map<std::string, std::string> meaning;
  meaning["kind"] = to_string(item.kind);
  meaning["id"] = said(item.id, text);
  meaning["title"] = said(item.title, text);
  meaning["status"] = said(item.status, [](const Status& status) { return std::string(to_string(status.category)); });
  meaning["owner"] = said(item.owner, text);
  meaning["created"] = said(item.created, date);
  meaning["updated"] = said(item.updated, date);
  meaning["start"] = said(item.start, date);
  meaning["target"] = said(item.target, date);
  meaning["completed"] = said(item.completed, date);
  meaning["effort_estimated"] = said(item.effort_estimated, effort);
  meaning["effort_actual"] = said(item.effort_actual, effort);
  meaning["risk"] = said(item.risk, [](const Risk& risk) { return std::string(to_string(risk.level)); });
  for (const char* list : {"tags", "depends_on", "children"}) meaning[list] = "";
  for (const Stated<std::string>& tag : item.tags) meaning["tags"] += tag.value + "\n";
  for (const Reference& reference : item.depends_on)
    meaning["depends_on"] += reference.text + " " + reference.path + "\n";
  for (const Reference& child : item.children) meaning["children"] += child.text + " " + child.path + "\n";
  meaning["parent"] = item.parent ? item.parent->text + " " + item.parent->path : "";
  meaning["progress"] = item.progress.stated ? std::to_string(*item.progress.stated) : "";
  return meaning;
}

std::string described(const FieldValue& field) {
  return field.role + "\x1F" + field.label + "\x1F" + field.text + "\x1F" + field.value + "\x1F" +
         to_string(field.carrier);
}

std::string joined(const std::vector<YamlNode>& nodes, std::uint32_t index) {
  if (nodes[index].kind == YamlKind::scalar) return nodes[index].value;
  std::string text;
  for (std::uint32_t i = index + 1; i < nodes[index].end; i = nodes[i].end)
    text += (text.empty() ? "" : ", ") + joined(nodes, i);
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

class ValueProver {
 public:
  ValueProver(const ParsedDocument& before, const ParsedDocument& after, std::span<const IntendedChange> intended)
      : before_(before), after_(after), intended_(intended) {}

  Result<void> run() {
    for (const IntendedChange& change : intended_) {
      if (!is_field_change(change)) continue;
      if (!reads(change)) return refuse("'" + change.what + "' would not be read as '" + change.value + "' afterwards");
    }
    for (std::size_t i = 0; i < before_.document.items.size(); ++i)
      if (auto same = same_item(i); !same) return same;
    return same_fields();
  }

 private:
  [[nodiscard]] std::unexpected<Error> refuse(std::string message) const {
    return std::unexpected(Error{ErrorKind::refused, std::move(message), Place{before_.document.path, 0, 0}, {}, {}});
  }

  [[nodiscard]] bool intends(std::string_view what) const {
    return std::ranges::any_of(intended_, [&](const IntendedChange& change) { return change.what == what; });
  }

  Result<void> same_item(std::size_t index) const {
    std::set<std::string> meant;
    for (const IntendedChange& change : intended_) {
      const std::string role = intended_role(*before_.dialect, change);
      if (change.item == index && !role.empty()) meant.insert(role);
      if (role == "id" || role == "title") meant.insert("children");  // of the file's own item
      if (role == "status" && change.item == index && in_heading(index)) meant.insert("completed");
    }
    // Rows and new text may name children and dependencies.
    if (intends("row") || intends("lost_row") || intends("section") || intends("log"))
      meant.insert({"children", "depends_on"});
    const auto old_meaning = meaning_of(before_.document.items[index]);
    const auto new_meaning = meaning_of(after_.document.items[index]);
    for (const auto& [role, value] : old_meaning)
      if (new_meaning.at(role) != value && !meant.contains(role))
        return refuse("the " + role + " would change without being meant");
    const Progress& old_progress = before_.document.items[index].progress;
    const Progress& new_progress = after_.document.items[index].progress;
    const bool counts = intends("box") || intends("row") || intends("lost_row") || intends("section") ||
                        intends("log") || intends("depends_on");
    const bool same =
        old_progress.boxes.done == new_progress.boxes.done && old_progress.boxes.total == new_progress.boxes.total &&
        old_progress.tasks.done == new_progress.tasks.done && old_progress.tasks.total == new_progress.tasks.total;
    return same || counts ? Result<void>{} : refuse("the progress would change without being meant");
  }

  [[nodiscard]] bool in_heading(std::size_t index) const {
    const Item& item = before_.document.items[index];
    return item.status && item.status->carrier == Carrier::heading;
  }

  // Fields that are not meant, in the order of the document.
  [[nodiscard]] std::vector<std::string> others(const ParsedDocument& parsed) const {
    std::vector<About> abouts;
    for (const IntendedChange& change : intended_)
      if (is_field_change(change)) abouts.push_back({&change, intended_places(parsed, change)});
    std::vector<std::string> found;
    for (const FieldValue& field : parsed.document.fields)
      if (!is_in_row(parsed, field) &&
          std::ranges::none_of(abouts, [&](const About& about) { return is_about(field, about); }))
        found.push_back(described(field));
    return found;
  }

  // A row of a table with two columns reads like a label and its value, too.
  [[nodiscard]] bool is_in_row(const ParsedDocument& parsed, const FieldValue& field) const {
    return std::ranges::any_of(intended_, [&](const IntendedChange& change) {
      const bool is_lost = change.what == "lost_row" && &parsed == &before_;
      return (change.what == "row" || is_lost) && change.line != 0 && field.carrier == Carrier::table &&
             field.line == change.line;
    });
  }

  struct About {
    const IntendedChange* change = nullptr;
    std::vector<ByteRange> places;
  };

  static bool is_about(const FieldValue& field, const About& about) {
    const std::string_view what = about.change->what;
    if (what.starts_with("key:")) {
      const std::string_view path = what.substr(4);
      return field.carrier == Carrier::front_matter &&
             fold_words(field.label) == fold_words(path.substr(0, path.find('.')));
    }
    if (what.starts_with("label:"))
      return field.carrier != Carrier::front_matter && fold_words(field.label) == fold_words(what.substr(6));
    if (field.role == what) return true;
    return about.change->item != 0 && std::ranges::any_of(about.places, [&](ByteRange place) {
             return field.where.begin <= place.begin && place.end <= field.where.end;
           });
  }

  Result<void> same_fields() const {
    const std::vector<std::string> before = others(before_);
    const std::vector<std::string> after = others(after_);
    if (before == after || intends("section")) return {};
    const auto [old_at, new_at] = std::ranges::mismatch(before, after);
    const std::string which = old_at != before.end() ? *old_at : *new_at;
    const std::string label = which.substr(which.find('\x1F') + 1);
    return refuse("the field '" + label.substr(0, label.find('\x1F')) + "' would change without being meant");
  }

  [[nodiscard]] bool reads(const IntendedChange& change) const {
    const std::string role = intended_role(*after_.dialect, change);
    const Item& item = after_.document.items[change.item];
    if (change.what == "title")
      return item.title && fold_words(item.title->value) == fold_words(plain_text(change.value));
    if (change.what == "id") return item.id && fold_identifier(item.id->value) == fold_identifier(change.value);
    if (change.what.starts_with("key:")) return key_reads(change, role);
    const std::vector<ByteRange> places = intended_places(after_, change);
    if (is_entry(change)) return entry_reads(change, places);
    if (change.value.empty())
      return std::ranges::all_of(places, [&](ByteRange place) { return after_.source.slice(place).empty(); });
    if (role == "status" && item.status && item.status->carrier == Carrier::heading && change.item != 0)
      return to_string(item.status->value.category) == change.value;
    if (places.empty()) return false;
    return std::ranges::all_of(places, [&](ByteRange place) { return place_reads(place, role, change); });
  }

  // "+M2" and "-M2" are entries of a list that come and go.
  static bool is_entry(const IntendedChange& change) {
    return change.value.size() > 1 && (change.value.front() == '+' || change.value.front() == '-');
  }

  [[nodiscard]] bool entry_reads(const IntendedChange& change, const std::vector<ByteRange>& places) const {
    const std::string entry = fold_words(plain_text(std::string_view(change.value).substr(1)));
    bool found = false;
    for (const ByteRange place : places)
      found = found || fold_words(plain_text(after_.source.slice(place))).find(entry) != std::string::npos;
    for (const Reference& reference : after_.document.items[change.item].depends_on)
      found = found || (change.what == "depends_on" && fold_words(reference.text) == entry);
    if (change.value.front() == '+') {
      // A bullet need not be an id; then it stands in the text.
      return found || (change.what == "depends_on" &&
                       fold_words(plain_text(after_.source.bytes())).find(entry) != std::string::npos);
    }
    return std::ranges::none_of(after_.document.items[change.item].depends_on, [&](const Reference& reference) {
      return change.what == "depends_on" && fold_words(reference.text) == entry;
    });
  }

  [[nodiscard]] bool key_reads(const IntendedChange& change, std::string_view role) const {
    const std::uint32_t node = node_of_path(after_.front_matter, std::string_view(change.what).substr(4));
    if (change.value.empty()) return node == 0;
    if (node == 0) return false;
    const std::string text = joined(after_.front_matter.nodes, node);
    if (text == change.value || without_blanks(text) == without_blanks(change.value)) return true;
    if (is_entry(change)) {
      const bool found = text.find(change.value.substr(1)) != std::string::npos;
      return found == (change.value.front() == '+') || change.value.front() == '-';
    }
    return value_reads(after_.front_matter.nodes[node].range, role, change.value);
  }

  [[nodiscard]] bool place_reads(ByteRange place, std::string_view role, const IntendedChange& change) const {
    for (std::uint32_t i = 1; i < after_.front_matter.nodes.size(); ++i) {
      if (after_.front_matter.nodes[i].range != place || after_.front_matter.nodes[i].parent != 0) continue;
      const std::string text = joined(after_.front_matter.nodes, i);
      if (text == change.value || without_blanks(text) == without_blanks(change.value)) return true;
      if (role == "progress" && same_percent(text, change.value)) return true;
    }
    const std::string text = plain_text(after_.source.slice(place));
    const std::string wanted = plain_text(change.value);
    if (text == wanted || plain_cell_text(after_.source.slice(place)) == wanted ||
        after_.source.slice(place) == change.value)
      return true;
    if (value_reads(place, role, change.value)) return true;
    if (role == "progress" && same_percent(text, wanted)) return true;
    // A mark in front of a level: "🔴 High".
    if (role == "risk" || role == "priority") return fold_words(text) == fold_words(wanted);
    return change.item != 0 && item_reads(change, role);
  }

  [[nodiscard]] bool item_reads(const IntendedChange& change, std::string_view role) const {
    const auto meaning = meaning_of(after_.document.items[change.item]);
    const auto found = meaning.find(std::string(role));
    if (found == meaning.end()) return false;
    return found->second == "=" + change.value ||
           (is_date(role) && found->second.starts_with("=" + change.value.substr(0, 4)));
  }

  // By what the reader made of the place. A date may be written as vaguely as it was: month, quarter, year.
  [[nodiscard]] bool value_reads(ByteRange place, std::string_view role, std::string_view wanted) const {
    for (const FieldValue& field : after_.document.fields) {
      if (field.where != place) continue;
      if (field.value == wanted) return true;
      const auto digits = std::ranges::count_if(field.text, [](char c) { return c >= '0' && c <= '9'; });
      const bool names_no_day =
          is_date(role) && digits <= 6 && field.text.find(wanted.substr(0, 4)) != std::string::npos;
      const bool is_before = field.value == field.text || (field.value.ends_with("-01") && field.value <= wanted) ||
                             field.value == wanted.substr(0, 7);
      if (names_no_day && is_before) return true;
    }
    return false;
  }

  const ParsedDocument& before_;
  const ParsedDocument& after_;
  std::span<const IntendedChange> intended_;
};

}  // namespace

Result<void> prove_values(const ParsedDocument& before, const ParsedDocument& after,
                          std::span<const IntendedChange> intended) {
  return ValueProver(before, after, intended).run();
}

}  // namespace milepost
