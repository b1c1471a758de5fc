// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "editing/editing_run.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "core/document/dialect_set.h"
#include "core/lifecycle/plan_edits.h"
#include "core/lifecycle/proof.h"
#include "editing/byte_check.h"

namespace milepost::testing {
namespace {

constexpr std::size_t kFaultsMost = 10;
constexpr int kEditsOfOneText = 12;

constexpr std::array<std::string_view, 9> kStatusWords{"planned", "in_progress", "In Progress", "completed", "Done",
                                                       "blocked", "Cancelled",   "testing",     "flying"};
constexpr std::array<std::string_view, 5> kDays{"2026-01-17", "2026-12-31", "2025-02-28", "2026-02-30", "soon"};
const std::array<std::string, 26> kTexts{"ana",
                                         "Bea Mar",
                                         "李 雷",
                                         "@cid",
                                         "a|b",
                                         "a: b",
                                         "a # b",
                                         "o'neil",
                                         "say \"hi\"",
                                         "back\\slash",
                                         "`tick",
                                         "*star",
                                         "_under_score_",
                                         "<!-- gone",
                                         "<b>",
                                         "[Docs](a.md)",
                                         "true",
                                         "null",
                                         "42",
                                         "- x",
                                         "---",
                                         "🚀 team",
                                         "مرحبا",
                                         "a\nb",
                                         "a\tb",
                                         std::string(600, 'x')};

std::string describe(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n\n";
    else if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out;
}

// One random change of a made text and what it may touch.
struct Trial {
  EditRequest request;
  Allowance allowed;
  std::string carrier;
  std::string words;
};

class Tosser {
 public:
  Tosser(Dice& dice, const MadeText& made, int item) : dice_(dice), made_(made), item_(item) {}

  Trial toss() {
    Trial trial = toss_anywhere();
    trial.allowed.item = item_;
    if (item_ != 0) trial.carrier = "several: " + trial.carrier;
    return trial;
  }

 private:
  Trial toss_anywhere() {
    switch (dice_.below(14)) {
      case 12:
        return set_field("title", dice_.pick<std::string>(kTexts));
      case 13:
        return impact();
      case 0:
      case 1:
      case 2:
        return set_field("status", std::string(dice_.pick<std::string_view>(kStatusWords)));
      case 3:
        return set_field(dice_.hits(50) ? "updated" : "target", std::string(dice_.pick<std::string_view>(kDays)));
      case 4:
      case 5:
        return set_field("owner", dice_.pick<std::string>(kTexts));
      case 6:
        return dice_.hits(50) ? set_field("key:links.pr", dice_.pick<std::string>(kTexts)) : unset_field();
      case 7:
        return boxes();
      case 8:
        return cell();
      case 9:
        return row();
      case 10:
        return log();
      default:
        return dice_.hits(70) ? list() : section();
    }
  }

  [[nodiscard]] std::string carrier_of(const std::string& field) const {
    std::string carriers;
    for (const MadeLine& line : made_.lines)
      if (line.field == field && line.item == item_ && carriers.find(line.carrier) == std::string::npos)
        carriers += (carriers.empty() ? "" : " + ") + line.carrier;
    return carriers.empty() ? "inserted" : carriers;
  }

  Trial set_field(std::string field, std::string value) {
    const bool is_there = carrier_of(field) != "inserted";
    Allowance allowed{
        .field = field, .inserted_most = is_there ? 0 : 4, .group = is_there ? 0 : 1, .may_extend = !is_there};
    Trial trial{SetField{field, value, dice_.hits(20) ? NoteHandling::keep : NoteHandling::automatic}, allowed,
                "set: " + carrier_of(field), "set " + field + " " + value};
    return trial;
  }

  Trial unset_field() {
    constexpr std::array<std::string_view, 4> kFields{"owner", "target", "updated", "depends_on"};
    const std::string field(dice_.pick<std::string_view>(kFields));
    return {UnsetField{field}, {.field = field, .may_remove = true}, "unset: " + carrier_of(field), "unset " + field};
  }

  Trial boxes() {
    SetBoxes request{static_cast<BoxState>(dice_.below(3)), dice_.hits(50) ? BoxChoice::all : BoxChoice::number,
                     dice_.between(1, 5), "", ""};
    if (dice_.hits(15)) request = {request.state, BoxChoice::section, 0, "success_criteria", ""};
    if (dice_.hits(15)) request = {request.state, BoxChoice::text, 0, "quay", ""};
    const bool defers = request.state == BoxState::deferred;
    if (defers && dice_.hits(50)) request.reason = "no time";
    // The text behind a deferred box grows, so its line is compared up to it.
    return {request, {.field = "box", .may_extend = true}, defers ? "defer: box" : "tick: box", "boxes"};
  }

  Trial cell() {
    const std::string name = "A" + std::to_string(dice_.between(1, 4));
    const std::string value =
        dice_.hits(70) ? std::string(dice_.pick<std::string_view>(kStatusWords)) : dice_.pick<std::string>(kTexts);
    return {SetCell{"task", name, "status", value},
            {.field = "cell", .name = name},
            carrier_of("cell"),
            "cell " + name + " " + value};
  }

  Trial row() {
    int group = 0;
    for (const MadeLine& line : made_.lines)
      if (line.field == "cell") group = line.group;
    return {AddRow{"task", {{"id", "A9"}, {"task", dice_.pick<std::string>(kTexts)}, {"status", "Planned"}}},
            {.inserted_most = 1, .group = group},
            "add row",
            "row"};
  }

  Trial impact() {
    const std::string name = dice_.hits(50) ? "Storm" : "Ice";
    const std::string value = dice_.hits(70) ? "Medium" : dice_.pick<std::string>(kTexts);
    return {SetCell{"risk", name, "impact", value},
            {.field = "impact", .name = name},
            carrier_of("impact"),
            "impact " + name + " " + value};
  }

  Trial log() {
    int group = 0;
    for (const MadeLine& line : made_.lines)
      if (line.name == "log") group = line.group;
    return {AddLog{dice_.hits(50) ? "2026-01-17" : "2025-12-01", dice_.pick<std::string>(kTexts)},
            {.inserted_most = 9, .group = group},
            group == 0 ? "add log line" : "add log row",
            "log"};
  }

  Trial list() {
    const ListChange change = dice_.hits(50) ? ListChange::add : ListChange::remove;
    const std::string field = dice_.hits(70) ? "depends_on" : "tags";
    const bool is_there = carrier_of(field) != "inserted";
    const std::string entry =
        dice_.hits(80) ? "M" + std::to_string(dice_.between(1, 4)) : dice_.pick<std::string>(kTexts);
    const bool adds = change == ListChange::add;
    Allowance allowed{.field = field,
                      .inserted_most = !adds      ? 0
                                       : is_there ? 1
                                                  : 3,
                      .may_remove = !adds,
                      .group = is_there ? 0 : 1,
                      .may_extend = !is_there};
    return {ChangeList{field, change, entry}, allowed, (adds ? "add entry: " : "remove entry: ") + carrier_of(field),
            "list " + field + " " + entry};
  }

  Trial section() {
    if (dice_.hits(50))
      return {InsertSection{"risks", "Risks", "- The sea rises\n"}, {.inserted_most = 9}, "insert section", "section"};
    return {
        ChangeSection{"notes", BodyChange::append, "And more.\n"}, {.inserted_most = 9}, "append to section", "append"};
  }

  Dice& dice_;
  const MadeText& made_;
  int item_;
};

class Runner {
 public:
  explicit Runner(const EditingRun& run) : run_(run), dialects_(DialectSet::built_in()), reader_(*dialects_) {}

  EditingResult go() {
    load_corpus();
    for (std::uint64_t number = 0; result_.edits < run_.edits && result_.faults.size() < kFaultsMost; ++number) {
      if (!corpus_.empty() && number % 8 == 7)
        real(number);
      else
        made(number);
    }
    return std::move(result_);
  }

 private:
  void made(std::uint64_t number) {
    Dice dice(run_.seed, "made", number);
    const MadeText made = make_text(dice);
    const std::string text = made.text();
    const ParsedDocument parsed = parse_document(reader_, made.path, text);
    for (int i = 0; i < kEditsOfOneText; ++i) {
      const int line = made.items.empty() ? 0 : dice.pick<int>(made.items);
      const auto item = find_item(parsed, line);
      if (!item) {
        ++result_.refusals["the milestone was not read as one"];
        continue;
      }
      const Trial trial = Tosser(dice, made, line).toss();
      const auto after = edit(parsed, {trial.request, trial.carrier, *item});
      if (!after) continue;
      const std::string wrong = check_made(made, *after, trial.allowed);
      if (!wrong.empty()) fault(number, trial.words + ": " + wrong, text, *after);
    }
  }

  struct Asked {
    const EditRequest& request;
    const std::string& carrier;
    std::size_t item = 0;
  };

  // The item whose heading stands on that line; the only one for 0.
  static std::optional<std::size_t> find_item(const ParsedDocument& parsed, int line) {
    if (line == 0) return 0;
    const std::vector<Item>& items = parsed.document.items;
    for (std::size_t i = 1; i < items.size(); ++i)
      if (items[i].line == static_cast<std::uint32_t>(line)) return i;
    return std::nullopt;
  }

  // The new text, or nothing when nothing changed or the edit was refused.
  std::optional<std::string> edit(const ParsedDocument& parsed, const Asked& asked) {
    const auto planned = plan_edit({parsed, dialects_->words(), asked.item}, asked.request);
    if (!planned) {
      refuse(planned.error());
      return std::nullopt;
    }
    auto after = apply_edits(parsed.source.bytes(), planned->edits);
    if (!after || *after == parsed.source.bytes()) {
      ++result_.unchanged;
      return std::nullopt;
    }
    const auto proven = prove_edit(reader_, {parsed.document.path, parsed.source.bytes(), *after}, planned->intended);
    if (!proven) {
      refuse(proven.error(), "by the proof: ");
      if (result_.unproven.size() < kFaultsMost)
        result_.unproven.push_back(asked.carrier + ": " + proven.error().message + "\n--- before\n" +
                                   describe(std::string(parsed.source.bytes())) + "\n--- after\n" + describe(*after) +
                                   "\n---");
      return std::nullopt;
    }
    ++result_.edits;
    ++result_.by_carrier[asked.carrier];
    return std::move(*after);
  }

  void refuse(const Error& error, const std::string& by = "") {
    std::string reason;
    bool quoted = false;
    for (const char c : error.message) {
      if (c == '\'') quoted = !quoted;
      if (!quoted && !(c >= '0' && c <= '9')) reason += c;
    }
    ++result_.refusals[by + to_string(error.kind) + ": " + reason.substr(0, 90)];
  }

  void fault(std::uint64_t number, const std::string& what, const std::string& before, const std::string& after) {
    if (result_.faults.size() >= kFaultsMost) return;
    result_.faults.push_back("text " + std::to_string(number) + " of seed " + std::to_string(run_.seed) + ", " + what +
                             "\n--- before\n" + describe(before) + "\n--- after\n" + describe(after) + "\n---");
  }

  void load_corpus() {
    namespace fs = std::filesystem;
    std::error_code error;
    if (run_.corpus.empty() || !fs::is_directory(run_.corpus, error)) return;
    for (const auto& entry : fs::recursive_directory_iterator(run_.corpus, error)) {
      if (!entry.is_regular_file(error) || entry.file_size(error) > 30'000) continue;
      const std::string path = fs::relative(entry.path(), run_.corpus, error).generic_string();
      if (!reader_.may_be_document(path)) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << file.rdbuf();
      DocumentSummary summary;
      if (reader_.read_summary(path, bytes.str(), summary) == Interest::recognised)
        corpus_.emplace_back(path, bytes.str());
    }
  }

  void real(std::uint64_t number) {
    Dice dice(run_.seed, "real", number);
    const auto& [path, text] = corpus_[dice.below(static_cast<std::uint32_t>(corpus_.size()))];
    const ParsedDocument parsed = parse_document(reader_, path, text);
    if (parsed.dialect == nullptr) return;
    for (int i = 0; i < 4; ++i) real_edit(number, dice, parsed);
  }

  void real_edit(std::uint64_t number, Dice& dice, const ParsedDocument& parsed) {
    const std::vector<Item>& items = parsed.document.items;
    if (items.empty()) return;
    const std::uint32_t kind = dice.below(4);
    const std::string status(dice.pick<std::string_view>(kStatusWords));
    const std::size_t item = dice.hits(50) ? 0 : dice.below(static_cast<std::uint32_t>(items.size()));
    const bool has_status = items[item].status.has_value();
    EditRequest request = AddLog{"2026-01-17", "Stones came"};
    std::string what = "real: log line";
    RealEdit check = RealEdit::insertion;
    if (kind == 0) {
      request = SetBoxes{dice.hits(50) ? BoxState::done : BoxState::open,
                         dice.hits(50) ? BoxChoice::all : BoxChoice::number, dice.between(1, 20), "", ""};
      what = "real: boxes";
      check = RealEdit::boxes;
    } else if (kind == 1 && has_status) {
      request = SetField{"status", status, NoteHandling::automatic};
      what = "real: status";
      check = RealEdit::field;
    } else if (kind == 2 && items[item].updated) {
      request = SetField{"updated", "2026-01-17", NoteHandling::automatic};
      what = "real: updated";
      check = RealEdit::field;
    }
    if (item != 0) what = "real, several: " + what.substr(6);
    const auto after = edit(parsed, {request, what, item});
    if (!after) return;
    const std::string wrong = check_real(parsed.source.bytes(), *after, check);
    if (!wrong.empty())
      fault(number, parsed.document.path + " " + what + ": " + wrong, std::string(parsed.source.bytes()), *after);
  }

  const EditingRun& run_;
  Result<DialectSet> dialects_;
  DocumentReader reader_;
  EditingResult result_;
  std::vector<std::pair<std::string, std::string>> corpus_;
};

}  // namespace

EditingResult run_edits(const EditingRun& run) { return Runner(run).go(); }

}  // namespace milepost::testing
