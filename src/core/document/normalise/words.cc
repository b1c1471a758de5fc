// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/words.h"

#include <toml++/toml.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace milepost {
namespace {

using Take = std::function<void(std::string_view)>;
template <typename T>
using Key = std::pair<std::string_view, T>;

constexpr std::array kCategories = {Key<StatusCategory>{"planned", StatusCategory::planned},
                                    Key<StatusCategory>{"active", StatusCategory::active},
                                    Key<StatusCategory>{"blocked", StatusCategory::blocked},
                                    Key<StatusCategory>{"done", StatusCategory::done},
                                    Key<StatusCategory>{"cancelled", StatusCategory::cancelled},
                                    Key<StatusCategory>{"archived", StatusCategory::archived},
                                    Key<StatusCategory>{"unknown", StatusCategory::unknown}};
constexpr std::array kRisks = {Key<RiskLevel>{"none", RiskLevel::none}, Key<RiskLevel>{"low", RiskLevel::low},
                               Key<RiskLevel>{"medium", RiskLevel::medium}, Key<RiskLevel>{"high", RiskLevel::high},
                               Key<RiskLevel>{"critical", RiskLevel::critical}};
constexpr std::array kUnits = {Key<EffortUnit>{"minutes", EffortUnit::minutes},
                               Key<EffortUnit>{"hours", EffortUnit::hours},
                               Key<EffortUnit>{"days", EffortUnit::days},
                               Key<EffortUnit>{"weeks", EffortUnit::weeks},
                               Key<EffortUnit>{"months", EffortUnit::months},
                               Key<EffortUnit>{"person_days", EffortUnit::person_days},
                               Key<EffortUnit>{"person_weeks", EffortUnit::person_weeks},
                               Key<EffortUnit>{"points", EffortUnit::points},
                               Key<EffortUnit>{"sessions", EffortUnit::sessions}};

constexpr std::array kKinds = {Key<ItemKind>{"milestone", ItemKind::milestone},
                               Key<ItemKind>{"sprint", ItemKind::sprint},
                               Key<ItemKind>{"phase", ItemKind::phase},
                               Key<ItemKind>{"plan", ItemKind::plan},
                               Key<ItemKind>{"overview", ItemKind::overview},
                               Key<ItemKind>{"task", ItemKind::task},
                               Key<ItemKind>{"epic", ItemKind::epic}};

// Reads the lists of one TOML text into a Words; remembers the first thing that is wrong.
class WordsReader {
 public:
  WordsReader(const toml::table& table, std::string_view origin) : table_(table), origin_(origin) {}

  std::optional<Error> read(Words& words) {
    read_status(words.status);
    for (const auto& [key, level] : kRisks) list("risk", key, [&, l = level](auto word) { words.risks.add(word, l); });
    for (unsigned month = 1; month <= 12; ++month)
      list("months", std::to_string(month), [&](auto word) { words.months.add(word, month); });
    read_effort(words.effort);
    list("none", "words", [&](auto word) { words.dependencies.none.add(word, true); });
    list("none", "everything", [&](auto word) { words.dependencies.everything.add(word, true); });
    list("none", "range", [&](auto word) { words.dependencies.range.add(word, true); });
    for (const auto& [key, kind] : kKinds) list("id", key, [&, k = kind](auto word) { words.ids.kinds.add(word, k); });
    list("id", "label", [&](auto word) { words.ids.labels.add(word, true); });
    list("id", "part", [&](auto word) { words.ids.parts.add(word, true); });
    list("id", "date", [&](auto word) { words.ids.dates.add(word, true); });
    list("none", "conjunction", [&](auto word) { words.dependencies.conjunction.add(word, true); });
    list("placeholder", "words", [&](auto word) { words.placeholders.add(word, true); });
    return std::move(error_);
  }

 private:
  void read_status(StatusWords& status) {
    for (const auto& [key, category] : kCategories)
      list("status", key, [&, c = category](auto word) { status.add(c, word); });
    list("status", "negation", [&](auto word) { status.add_negation(word); });
    list("status", "part", [&](auto word) { status.add_part(word); });
  }

  void read_effort(EffortWords& effort) {
    for (const auto& [key, unit] : kUnits)
      list("effort_units", key, [&, u = unit](auto word) { effort.units.add(word, u); });
    unsigned two = 2;
    list("effort_units", "two_to_ten", [&](auto word) { effort.numbers.add(word, two++); });
    nested("quarters",
           [&](std::size_t index, auto word) { effort.numbers.add(word, static_cast<double>(index + 1) / 4); });
    nested("size", [&](std::size_t index, auto word) { effort.sizes.add(word, static_cast<unsigned>(index + 1)); });
  }

  void list(std::string_view section, std::string_view key, const Take& take) {
    const toml::node_view<const toml::node> node = table_[section][key];
    if (node) take_list(*node.node(), std::string(section) + '.' + std::string(key), take);
  }

  void nested(std::string_view key, const std::function<void(std::size_t, std::string_view)>& take) {
    const toml::node_view<const toml::node> node = table_["effort_units"][key];
    if (!node) return;
    const toml::array* lists = node.as_array();
    if (lists == nullptr)
      return wrong(*node.node(), "effort_units." + std::string(key) + " must be a list of word lists");
    for (std::size_t index = 0; index < lists->size(); ++index)
      take_list(*lists->get(index), "effort_units." + std::string(key),
                [&](std::string_view word) { take(index, word); });
  }

  void take_list(const toml::node& node, const std::string& name, const Take& take) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return wrong(node, name + " must be a list of words");
    for (const toml::node& entry : *array) {
      if (const auto* word = entry.as_string())
        take(word->get());
      else
        wrong(entry, name + " must hold words only");
    }
  }

  void wrong(const toml::node& node, const std::string& message) {
    if (error_) return;
    const toml::source_position at = node.source().begin;
    error_ = Error{ErrorKind::usage,
                   message,
                   Place{std::string(origin_), at.line, at.column},
                   {},
                   {"write it as [\"word\", \"other word\"]"}};
  }

  const toml::table& table_;
  std::string_view origin_;  // borrows from: the caller
  std::optional<Error> error_;
};

}  // namespace

Result<void> Words::add(std::string_view text, std::string_view origin) {
  const toml::parse_result parsed = toml::parse(text, origin);
  if (!parsed) {
    const toml::source_position at = parsed.error().source().begin;
    return std::unexpected(Error{ErrorKind::usage,
                                 std::string(parsed.error().description()),
                                 Place{std::string(origin), at.line, at.column},
                                 {},
                                 {}});
  }
  Words next = *this;
  if (auto error = WordsReader(parsed.table(), origin).read(next)) return std::unexpected(std::move(*error));
  *this = std::move(next);
  return {};
}

}  // namespace milepost
