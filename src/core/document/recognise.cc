// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/recognise.h"

#include <algorithm>

#include "core/document/fold.h"

namespace milepost {
namespace {

// Points per kind of evidence. Place and name together recognise a document; labels and headings alone never do.
constexpr int kPath = 45;
constexpr int kName = 30;
constexpr int kKey = 20, kKeysMost = 60;
constexpr int kKeyValue = 60;
constexpr int kMarker = 40;
constexpr int kNumbered = 50;
constexpr int kTitled = 45;
constexpr int kHeading = 25;
constexpr int kLabel = 6, kLabelsMost = 18;
constexpr int kSection = 4, kSectionsMost = 16;
constexpr std::size_t kMarkerWindow = 4096;
constexpr int kShortIdsMore = 1;  // "M1" says less than "Milestone 1"

bool any_matches(const std::vector<PathPattern>& patterns, const PathProbe& path) {
  return std::ranges::any_of(patterns, [&](const PathPattern& pattern) { return pattern.matches_path(path); });
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

int count_common(const std::vector<std::string>& wanted, const std::vector<std::string>& present) {
  return static_cast<int>(std::ranges::count_if(wanted, [&](const std::string& word) { return holds(present, word); }));
}

bool starts_as_word(std::string_view text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return false;
  if (text.size() == beginning.size()) return true;
  const char next = text[beginning.size()];
  return next == ' ' || (next >= '0' && next <= '9') || static_cast<unsigned char>(next) >= 0x80;
}

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || text[at - 1] == ' ') && (at + word.size() == text.size() || text[at + word.size()] == ' '))
      return true;
  return false;
}

// Adds up the points of one rule and, when asked, says why.
class Tally {
 public:
  Tally(const DocumentRule& rule, const Evidence& evidence, std::vector<std::string>* reasons)
      : rule_(rule), evidence_(evidence), reasons_(reasons) {}

  // Evidence of place, name, front matter and marks; 0 when there is none, or when the place is excluded.
  int count_strong() {
    by_path();
    by_keys();
    return finish_strong();
  }

  // The same, as long as it can be more than `floor`; else 0. A rule that keys and title have left too far behind is
  // not asked about path and marks, which cost the most: nearly all rules of the families that a document is not of.
  int count_strong_above(int floor) {
    by_keys();
    if (points_ + most_besides_keys() <= floor) return 0;
    by_path();
    return finish_strong();
  }

  // All evidence. Labels and headings help to decide, they never recognise a document alone.
  int count_all() {
    count_strong();
    if (!placed_ || says_nothing() || any_matches(rule_.except, evidence_.path)) return 0;
    by_words("label", rule_.labels, evidence_.labels, kLabel, kLabelsMost);
    if (!rule_.sections.empty()) by_words("heading", rule_.sections, evidence_.sections(), kSection, kSectionsMost);
    return kinds_ < rule_.needs ? 0 : points_ + rule_.base;
  }

 private:
  int finish_strong() {
    by_marker();
    by_numbered_headings();
    by_numbered_title();
    placed_ = kinds_ > 0;
    if (!placed_ || says_nothing() || any_matches(rule_.except, evidence_.path)) return 0;
    by_title();
    return kinds_ < rule_.needs ? 0 : points_ + rule_.base;
  }

  // What everything but the keys can add at most.
  [[nodiscard]] int most_besides_keys() const {
    int most = rule_.base;
    if (!rule_.paths.empty()) most += kPath;
    if (!rule_.names.empty()) most += kName;
    if (!rule_.markers.empty()) most += kMarker;
    if (rule_.numbered > 0) most += kNumbered;
    if (rule_.titled) most += kTitled;
    if (!rule_.headings.empty() || !rule_.headings_any.empty()) most += kHeading;
    return most;
  }

  // A note without a heading and without front matter is no plan, wherever it stands.
  [[nodiscard]] bool says_nothing() const { return evidence_.outline->headings.empty() && evidence_.keys.empty(); }

  // The reason is put together only where somebody reads it.
  template <typename... Parts>
  void add(int points, const Parts&... parts) {
    points_ += points;
    ++kinds_;
    if (reasons_ == nullptr) return;
    std::string& reason = reasons_->emplace_back("+" + std::to_string(points) + " ");
    ((reason += parts), ...);
  }

  void by_path() {
    for (const PathPattern& pattern : rule_.paths)
      if (pattern.matches_path(evidence_.path)) {
        add(kPath, "path matches ", pattern.text());
        break;
      }
    for (const PathPattern& pattern : rule_.names)
      if (pattern.matches_name(evidence_.path)) {
        add(kName, "file name matches ", pattern.text());
        break;
      }
  }

  void by_keys() {
    const auto keys =
        static_cast<int>(std::ranges::count_if(rule_.keys, [&](const RuleKey& key) { return has_key(key); }));
    if (keys > 0) add(std::min(keys * kKey, kKeysMost), std::to_string(keys), " front matter key(s) of the family");
    for (const auto& [key, value] : rule_.key_values)
      if (value_of(key) == value) return add(kKeyValue, "front matter says ", key.text, ": ", value);
    for (const auto& [key, value] : rule_.key_starts)
      if (value_of(key).starts_with(value))
        return add(kKeyValue, "front matter key ", key.text, " begins with ", value);
  }

  // Few of the keys that all rules together ask for are there, so most questions end at the sketch.
  bool has_key(const RuleKey& key) const {
    return evidence_.keys_sketch.may_hold(key.hash) && holds(evidence_.keys, key.text);
  }

  std::string value_of(const RuleKey& key) const {
    if (!evidence_.keys_sketch.may_hold(key.hash)) return {};
    const auto found = std::ranges::find(evidence_.keys, key.text);
    if (found == evidence_.keys.end()) return {};
    // The keys stand in the order of the root's children.
    std::size_t skip = static_cast<std::size_t>(found - evidence_.keys.begin());
    const std::vector<YamlNode>& nodes = evidence_.front_matter->nodes;
    std::size_t index = 1;
    while (skip-- > 0) index = nodes[index].end;
    std::string buffer;
    return std::string(fold_words(nodes[index].value, buffer));
  }

  void by_marker() {
    for (const std::string& marker : rule_.markers)
      if (evidence_.comments().find(marker) != std::string_view::npos)
        return add(kMarker, "holds the mark '", marker, "'");
  }

  // "Milestone 1: x" and "Milestone 2: y" as headings say what a document is, wherever it stands; so do "M1: x" … "M3:
  // z".
  void by_numbered_headings() {
    if (rule_.numbered == 0) return;
    const auto& headings = evidence_.sections();
    const auto named =
        std::ranges::count_if(headings, [](const std::string& heading) { return is_numbered(heading, "milestone "); });
    const auto shortly =
        std::ranges::count_if(headings, [](const std::string& heading) { return is_numbered(heading, "m"); });
    if (named < rule_.numbered && shortly < rule_.numbered + kShortIdsMore) return;
    add(kNumbered, std::to_string(std::max(named, shortly)), " headings are numbered milestones");
  }

  // "# Milestone 3: Search" is one wherever the file lies; what its labels and headings say decides.
  void by_numbered_title() {
    if (rule_.titled && is_numbered(evidence_.title, "milestone ")) add(kTitled, "the title is a numbered milestone");
  }

  static bool is_numbered(std::string_view heading, std::string_view word) {
    if (!heading.starts_with(word) || heading.size() == word.size()) return false;
    const char next = heading[word.size()];
    if (next >= '0' && next <= '9') return true;
    const bool is_short_id = word.size() > 1 && next == 'm' && heading.size() > word.size() + 1;
    return is_short_id && heading[word.size() + 1] >= '0' && heading[word.size() + 1] <= '9';
  }

  void by_title() {
    for (const std::string& beginning : rule_.headings)
      if (starts_as_word(evidence_.title, beginning)) return add(kHeading, "title begins with '", beginning, "'");
    for (const std::string& word : rule_.headings_any)
      if (contains_word(evidence_.title, word)) return add(kHeading, "title holds '", word, "'");
  }

  void by_words(const char* what, const std::vector<std::string>& wanted, const std::vector<std::string>& present,
                int each, int most) {
    const int found = count_common(wanted, present);
    if (found > 0) add(std::min(found * each, most), std::to_string(found), " ", what, "(s) of the family");
  }

  const DocumentRule& rule_;
  const Evidence& evidence_;
  std::vector<std::string>* reasons_;
  int points_ = 0;
  int kinds_ = 0;
  bool placed_ = false;
};

// The dialect of free forms takes what no family claims.
bool is_last_resort(const Dialect& dialect) { return dialect.name == "generic"; }

// `count` gets the tally of a rule and the points that it has to exceed.
template <typename CountPoints>
Verdict best_rule(const DialectSet& dialects, const Evidence& evidence, CountPoints&& count) {
  Verdict best;
  for (const auto& dialect : dialects.dialects()) {
    if (best.dialect != nullptr && is_last_resort(*dialect)) continue;
    for (const DocumentRule& rule : dialect->documents) {
      const int floor = std::max(best.points, kRecognisedAt - 1);
      const int points = count(Tally(rule, evidence, nullptr), floor);
      if (points > floor) best = {dialect.get(), &rule, points, false};
    }
  }
  return best;
}

}  // namespace

const std::vector<std::string>& Evidence::sections() const {
  if (sections_) return *sections_;
  sections_.emplace();
  std::string buffer;
  for (const Heading& heading : outline->headings)
    sections_->emplace_back(fold_heading(slice(text, heading.text), buffer));
  return *sections_;
}

std::string_view Evidence::comments() const {
  if (comments_) return *comments_;
  const std::string_view window = text.substr(0, kMarkerWindow);
  const std::size_t first = window.find("<!--");
  comments_ = first == std::string_view::npos ? std::string_view{} : window.substr(first);
  return *comments_;
}

void Evidence::clear() {
  title.clear();
  keys.clear();
  keys_sketch.clear();
  labels.clear();
  sections_.reset();
  comments_.reset();
}

bool is_plan_folder(const DialectSet& dialects, std::string_view lower_path) {
  const PathProbe probe(lower_path);
  return std::ranges::any_of(dialects.dialects(),
                             [&](const auto& dialect) { return any_matches(dialect->plan_folders, probe); });
}

Verdict recognise(const DialectSet& dialects, const Evidence& evidence) {
  // The costly look at labels and headings is only needed where the strong evidence does not suffice.
  Verdict best = best_rule(dialects, evidence, [](Tally tally, int floor) { return tally.count_strong_above(floor); });
  if (best.dialect == nullptr) best = best_rule(dialects, evidence, [](Tally tally, int) { return tally.count_all(); });
  if (best.dialect == nullptr) best.in_plan_folder = is_plan_folder(dialects, evidence.path.path());
  return best;
}

PointsExplained explain_points(const DocumentRule& rule, const Evidence& evidence) {
  PointsExplained explained;
  explained.points = Tally(rule, evidence, &explained.reasons).count_all();
  if (rule.base > 0) explained.reasons.push_back("+" + std::to_string(rule.base) + " for this kind of document");
  explained.reasons.push_back("= " + std::to_string(explained.points) + ", recognised from " +
                              std::to_string(kRecognisedAt));
  return explained;
}

}  // namespace milepost
