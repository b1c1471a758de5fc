// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "wording.h"

#include <array>
#include <chrono>

namespace milepost::bench {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 24> kVerbs{"Deepen",  "Widen", "Repair",  "Survey", "Light",  "Drain",
                                                  "Rebuild", "Chart", "Fence",   "Paint",  "Anchor", "Dredge",
                                                  "Measure", "Cover", "Connect", "Heat",   "Move",   "Raise",
                                                  "Secure",  "Clean", "Extend",  "Split",  "Join",   "Test"};
constexpr std::array<std::string_view, 24> kPlaces{
    "harbour", "lighthouse", "ferry", "quay",      "canal",  "boatyard", "tower",  "mooring",
    "seawall", "drawbridge", "depot", "slipway",   "signal", "crane",    "market", "customs",
    "pilot",   "tide",       "rail",  "warehouse", "fog",    "anchor",   "ice",    "salt"};
constexpr std::array<std::string_view, 16> kThings{"basin", "gate",  "deck",   "office", "lamp",   "ramp",
                                                   "hall",  "cable", "wall",   "ledger", "engine", "stair",
                                                   "gauge", "plant", "cellar", "roof"};
constexpr std::array<std::string_view, 48> kWords{
    "each",   "night", "crew",  "before", "winter",  "then",    "stones", "along", "with",    "two",
    "boats",  "until", "water", "stands", "lower",   "than",    "last",   "year",  "while",   "old",
    "pumps",  "carry", "sand",  "into",   "pits",    "behind",  "church", "where", "traders", "wait",
    "for",    "news",  "from",  "other",  "islands", "because", "wind",   "turns", "early",   "and",
    "nobody", "wants", "to",    "lose",   "a",       "tide",    "twice",  "again"};
constexpr std::array<std::string_view, 7> kOwners{"@ada",  "@bruno", "@chiyo", "@dönmez", "@harbour-office",
                                                  "@ines", "@王芳"};
constexpr std::array<std::string_view, 5> kAreas{"Stone", "Wood", "Iron", "Paper", "Water"};

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

template <typename Change>
std::string joined(std::string_view title, char joint, Change change) {
  std::string name;
  for (const char c : title) name += is_word_character(c) ? change(c) : joint;
  return name;
}

}  // namespace

Stage pick_stage(Dice& dice) {
  const std::uint32_t throw_of = dice.below(20);
  if (throw_of < 4) return Stage::planned;
  if (throw_of < 9) return Stage::active;
  if (throw_of < 10) return Stage::blocked;
  return Stage::done;
}

std::string pick_title(Dice& dice) {
  std::string title(dice.pick(Words(kVerbs)));
  title.append(" the ").append(dice.pick(Words(kPlaces)));
  return title.append(" ").append(dice.pick(Words(kThings)));
}

std::string pick_owner(Dice& dice) { return std::string(dice.pick(Words(kOwners))); }

std::string slug_of(std::string_view title) { return joined(title, '-', lower); }
std::string upper_name_of(std::string_view title) { return joined(title, '_', upper); }

std::string sentence(Dice& dice) {
  std::string text;
  const std::uint32_t count = dice.between(8, 22);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string word(dice.pick(Words(kWords)));
    const std::uint32_t ornament = dice.below(100);
    if (ornament < 2) word = "`" + word + "_" + std::string(dice.pick(Words(kThings))) + "`";
    if (ornament == 2) word = "[" + word + "](../notes/" + word + ".md#top)";
    if (ornament == 3) word = "**" + word + "**";
    if (ornament == 4) word = "Kühlhaus — 港";
    text.append(i == 0 ? "" : " ").append(word);
  }
  text[0] = upper(text[0]);
  return text + ".";
}

std::string padded(std::uint32_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string date_after(std::uint32_t days) {
  using namespace std::chrono;
  const year_month_day date{sys_days{year{2024} / 1 / 1} + std::chrono::days{days}};
  return padded(static_cast<std::uint32_t>(static_cast<int>(date.year())), 4) + "-" +
         padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

bool Writer::is_done() {
  switch (stage_) {
    case Stage::planned:
      return dice_.hits(4);
    case Stage::active:
      return dice_.hits(50);
    case Stage::blocked:
      return dice_.hits(35);
    case Stage::done:
      return dice_.hits(98);
  }
  return false;
}

void Writer::bullets(std::uint32_t least, std::uint32_t most) {
  for (std::uint32_t n = dice_.between(least, most); n > 0; --n) line("- " + sentence(dice_));
}

void Writer::boxes(std::uint32_t least, std::uint32_t most) {
  for (std::uint32_t n = dice_.between(least, most); n > 0; --n) {
    const bool done = is_done();
    ++document_.facts.boxes;
    if (done) ++document_.facts.boxes_done;
    line(std::string(dice_.hits(15) ? "  " : "") + "- [" + (done ? "x" : " ") + "] " + sentence(dice_));
  }
}

void Writer::task_tables(std::string_view column_of_owner) {
  const bool has_owner = !column_of_owner.empty();
  for (char letter = 'A', last = static_cast<char>('A' + dice_.between(1, 3)); letter <= last; ++letter) {
    line(std::string("### Crew ") + letter), line("");
    line(has_owner ? "| ID | Area | Description | Owner | Status |" : "| ID | Area | Description | Status |");
    line(has_owner ? "|----|------|-------------|-------|:------:|" : "|----|------|-------------|:------:|");
    for (std::uint32_t n = 1, count = dice_.between(3, 7); n <= count; ++n) {
      const bool done = is_done();
      ++document_.facts.rows;
      if (done) ++document_.facts.rows_done;
      std::string row = std::string("| ") + letter + std::to_string(n) + " | ";
      row.append(dice_.pick(Words(kAreas))).append(" | ").append(sentence(dice_)).append(" | ");
      if (has_owner) row.append(pick_owner(dice_)).append(" | ");
      line(row + (done ? "✅ Done" : dice_.hits(30) ? "🚧 In Progress" : "⏳ Planned") + " |");
    }
    line("");
  }
}

void Writer::health_table() {
  line("| Area | Status | Notes |");
  line("| --- | --- | --- |");
  for (const std::string_view area : kAreas) {
    line("| " + std::string(area) + " | " + (dice_.hits(70) ? "✅" : "⚠️") + " | " + sentence(dice_) + " |");
  }
}

void Writer::phase_table() {
  line("| Phase | Scope | Exit Criteria | Status |");
  line("| --- | --- | --- | --- |");
  for (std::uint32_t n = 1, count = dice_.between(2, 4); n <= count; ++n) {
    line("| P" + std::to_string(n) + " | " + sentence(dice_) + " | " + sentence(dice_) + " | " +
         (is_done() ? "✅" : "⏳") + " |");
  }
}

void Writer::risk_table() {
  line("| Risk | Impact | Mitigation |");
  line("| --- | --- | --- |");
  for (std::uint32_t n = dice_.between(2, 4); n > 0; --n) {
    line("| " + sentence(dice_) + " | " + (dice_.hits(30) ? "High" : "Low") + " | " + sentence(dice_) + " |");
  }
}

void Writer::commands() {
  line("```bash");
  line("# This is no heading");
  line("make survey && make " + slug_of(pick_title(dice_)));
  line("- [ ] this is no box");
  line("```");
}

void Writer::comment() {
  line("<!--");
  line("- [x] nor is this");
  line("-->");
}

void Writer::log() {
  for (std::uint32_t n = dice_.between(2, 8); n > 0; --n)
    line("- " + date_after(dice_.below(900)) + " — " + sentence(dice_));
}

void Writer::notes(std::size_t size) {
  while (document_.text.size() < size) {
    std::string paragraph;
    for (std::uint32_t n = dice_.between(2, 4); n > 0; --n)
      paragraph.append(paragraph.empty() ? "" : " ").append(sentence(dice_));
    line(paragraph), line("");
  }
}

}  // namespace milepost::bench
