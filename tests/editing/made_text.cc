// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "editing/made_text.h"

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace milepost::testing {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> kStatuses{"planned",     "Planned",
                                                    "In Progress", "in_progress",
                                                    "⏳ Planned",  "🚧 In progress (since May)",
                                                    "IN_PROGRESS", "Blocked — no stones"};
constexpr std::array<std::string_view, 4> kYamlStatuses{"planned", "in_progress", "blocked", "Planned"};
constexpr std::array<std::string_view, 6> kOwners{"@ana", "Bea Mar", "李 雷", "port-team", "Ólafur", "@ana, @bea"};
constexpr std::array<std::string_view, 6> kDates{"2026-01-02",  "2026-02-14", "January 2, 2026",
                                                 "14 Feb 2026", "2026/3/4",   "2026-01-02 (soft)"};
constexpr std::array<std::string_view, 7> kTasks{"Build the quay",  "Order stones", "Light `mole`",    "桟橋を作る",
                                                 "Paint it  twice", "Dig **deep**", "Ask [port](a.md)"};
constexpr std::array<std::string_view, 4> kImpacts{"High", "low", "🟡 Medium", ""};
constexpr std::array<std::string_view, 4> kProse{"The harbour must take two boats.", "Nothing here is a field: really.",
                                                 "Stones\tcome by sea.", "終わりに。"};

std::string pick(Dice& dice, Words words) { return std::string(dice.pick(words)); }

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    width += byte >= 0xE3 ? 2 : 1;  // only letters that are surely wide or narrow stand in aligned tables
  }
  return width;
}

class Maker {
 public:
  explicit Maker(Dice& dice) : dice_(dice) {}

  MadeText make() {
    constexpr std::array<std::string_view, 6> kEols{"\n", "\n", "\n", "\r\n", "\r\n", "\r"};
    made_.eol = pick(dice_, kEols);
    made_.bom = dice_.hits(8) ? "\xEF\xBB\xBF" : "";
    made_.ends_with_eol = !dice_.hits(40);
    if (dice_.hits(15)) {
      several();
      return std::move(made_);
    }
    constexpr std::array<std::string_view, 3> kPaths{
        "docs/milestones/M1-harbour.md", "docs/trackers/MILESTONE_HARBOUR.md", "docs/milestones/milestone-1.md"};
    made_.path = pick(dice_, kPaths);
    const std::string name = "Harbour " + std::to_string(dice_.below(100));
    if (dice_.hits(60)) front_matter(name);
    title("# ", name);
    plain("");
    head();
    prose();
    sections();
    if (dice_.hits(30)) footer();
    return std::move(made_);
  }

 private:
  void add(MadeLine line) {
    line.item = item_;
    made_.lines.push_back(std::move(line));
  }
  void plain(std::string text) { add({.before = std::move(text)}); }
  void slot(std::string before, std::string value, std::string after, std::string field, std::string carrier) {
    add({.before = std::move(before),
         .value = std::move(value),
         .after = std::move(after),
         .field = std::move(field),
         .carrier = std::move(carrier)});
  }
  std::string odd_blanks() { return dice_.hits(15) ? std::string(dice_.between(1, 3), ' ') : ""; }

  void title(const std::string& marks, const std::string& name) {
    constexpr std::array<std::string_view, 4> kForms{"M|: ", "Milestone |: ", "M| - ", "Milestone | – "};
    const std::string form = pick(dice_, kForms);
    const std::size_t bar = form.find('|');
    const std::string number = std::to_string(dice_.between(1, 40));
    slot(marks + form.substr(0, bar) + number + form.substr(bar + 1), name, odd_blanks(), "title", "title heading");
  }

  // A file with a heading for each milestone.
  void several() {
    made_.path = "docs/MILESTONES.md";
    plain("# Milestones of the harbour");
    plain("");
    prose();
    const std::uint32_t count = dice_.between(2, 5);
    const std::uint32_t form = dice_.below(4);
    const std::string marks = dice_.hits(70) ? "## " : "### ";
    for (std::uint32_t i = 1; i <= count; ++i) {
      if (!made_.lines.back().text().empty()) plain("");
      item_ = static_cast<int>(made_.lines.size()) + 1;
      made_.items.push_back(item_);
      slot(marks + "M" + std::to_string(i) + ": ", "Pier " + std::to_string(i * 7), "", "title", "item heading");
      if (dice_.hits(70)) plain("");
      label_lines(form);
      if (dice_.hits(60)) box_list();
      prose();
    }
  }

  void front_matter(const std::string& name) {
    plain("---");
    if (dice_.hits(30)) slot("title: \"", name, "\"  # of the town", "title", "yaml double quoted");
    yaml_field("status", pick(dice_, kYamlStatuses));
    if (dice_.hits(70)) yaml_field("owner", pick(dice_, kOwners));
    if (dice_.hits(20)) plain("# dates");
    if (dice_.hits(60)) yaml_field("updated", "2026-01-0" + std::to_string(dice_.between(1, 9)));
    if (dice_.hits(40)) yaml_field("priority", "high");
    if (dice_.hits(60)) yaml_list("depends_on");
    if (dice_.hits(40)) yaml_list("tags");
    if (dice_.hits(30)) {
      plain("links:");
      plain("  docs: 'a.md'");
      slot("  pr: ", "b.md", "", "key:links.pr", "yaml nested");
    }
    if (dice_.hits(20)) plain("note: |");
    if (made_.lines.back().before == "note: |") plain("  status: nothing of this");
    plain("---");
    if (dice_.hits(60)) plain("");
  }

  void yaml_field(const std::string& key, std::string value) {
    const std::string comment = dice_.hits(25) ? "  # " + key + ": a comment" : "";
    const bool must_quote = value.starts_with('@') || value.find(", ") != std::string::npos;
    const std::uint32_t style = dice_.below(must_quote ? 2 : 3);
    const std::string quote = style == 0 ? "\"" : style == 1 ? "'" : "";
    slot(key + ":" + (dice_.hits(10) ? "   " : " "), quote + value + quote, comment + odd_blanks(), key,
         style == 0   ? "yaml double quoted"
         : style == 1 ? "yaml single quoted"
                      : "yaml plain");
  }

  void yaml_list(const std::string& key) {
    const std::uint32_t count = dice_.below(4);
    if (count == 0) return slot(key + ":", dice_.hits(50) ? " []" : "", "", key, "yaml empty list");
    if (dice_.hits(50)) {
      std::string list = " [";
      for (std::uint32_t i = 1; i <= count; ++i) list += (i == 1 ? "M" : ", M") + std::to_string(i);
      return slot(key + ":", list + "]", dice_.hits(20) ? "  # in order" : "", key, "yaml flow list");
    }
    slot(key + ":", "", "", key, "yaml block list");
    const std::string indent = dice_.hits(50) ? "  - " : "- ";
    for (std::uint32_t i = 1; i <= count; ++i)
      slot(indent, "M" + std::to_string(i), i == 2 && dice_.hits(30) ? "  # why" : "", key, "yaml block list");
  }

  void head() {
    const std::uint32_t form = dice_.below(9);
    if (form < 5) return label_lines(form);
    switch (form) {
      case 5:
        return bar_line();
      case 6:
        return label_table();
      case 7:
        slot("## Status: ", pick(dice_, kStatuses), "", "status", "heading");
        return plain("");
      default:
        return banner();
    }
  }

  void label_lines(std::uint32_t form) {
    switch (form) {
      case 0:
        return label_lines("**", ":** ", "", dice_.hits(70) ? "  " : "", "bold label");
      case 1:
        return label_lines("**", "**: ", "", "", "bold label");
      case 2:
        return label_lines("- **", ":** ", "", "", "bold label in a list");
      case 3:
        return label_lines("> ", ": ", "", "  ", "label in a quote");
      default:
        return label_lines("_", ": ", "_", "  ", "italic label");
    }
  }

  void label_lines(const std::string& open, const std::string& joint, const std::string& close, const std::string& tail,
                   const std::string& carrier) {
    const auto line = [&](const std::string& label, std::string value, const std::string& field) {
      slot(open + label + joint, std::move(value), close + tail, field, carrier);
    };
    line("Status", pick(dice_, kStatuses), "status");
    if (dice_.hits(70)) line("Owner", pick(dice_, kOwners), "owner");
    if (dice_.hits(60)) line("Target", pick(dice_, kDates), "target");
    if (dice_.hits(30)) line("Depends on", "M1, M2", "depends_on");
    plain("");
  }

  void bar_line() {
    // Three slots on one line can not be told apart by line; the status alone is one here.
    slot("**Status**: ", "Planned", " | **Risk**: low | **Effort**: 3 days", "status", "several labels on a line");
    plain("");
  }

  void label_table() {
    const bool aligned = dice_.hits(50);
    const std::string owner = dice_.hits(50) ? "李" : "Bea";
    const int group = ++groups_;
    const auto row = [&](const std::string& key, const std::string& value, const std::string& field) {
      const std::string keyed = aligned ? key + std::string(8 - key.size(), ' ') : key;
      const std::string pad = aligned ? std::string(14 - width_of(value), ' ') : "";
      made_.lines.push_back({"| " + keyed + " | ", value, pad + " |", field, aligned ? "aligned table" : "loose table",
                             "", aligned ? Loose::padding : Loose::no, group});
    };
    row("Field", "Value", "");
    made_.lines.push_back({aligned ? "|----------|----------------|" : "|---|---|", "", "", "", "", "",
                           aligned ? Loose::padding : Loose::no, group});
    row("Status", "Planned", "status");
    row("Owner", owner, "owner");
    if (dice_.hits(50)) row("Target", "2026-03-04", "target");
    plain("");
  }

  void banner() {
    plain("```");
    plain("╔══════════════════════════════════════╗");
    made_.lines.push_back(
        {"║ Status: ", "⏳ PENDING", std::string(20, ' ') + "║", "status", "frame", "", Loose::padding, 0});
    made_.lines.push_back({"║ Effort: ", "2 days", std::string(24, ' ') + "║", "", "", "", Loose::no, 0});
    plain("╚══════════════════════════════════════╝");
    plain("```");
    plain("");
  }

  void prose() {
    for (std::uint32_t i = dice_.below(3); i > 0; --i) {
      plain(pick(dice_, kProse) + odd_blanks());
      if (dice_.hits(50)) plain("");
    }
    if (dice_.hits(30)) plain("");
    if (dice_.hits(25)) {
      plain("");
      plain(dice_.hits(50) ? "```yaml" : "~~~");
      const std::string fence = made_.lines.back().before.substr(0, 3);
      plain("status: planned");
      plain("- [ ] no box");
      plain("## Changelog");
      plain(fence);
      plain("");
    }
    if (dice_.hits(20)) {
      plain("");
      plain("<!-- **Status:** hidden");
      plain("- [ ] no box either -->");
      plain("");
    }
  }

  void sections() {
    for (std::uint32_t i = dice_.between(1, 3); i > 0; --i) {
      switch (dice_.below(5)) {
        case 0:
          if (!std::exchange(has_boxes_, true)) boxes();
          break;
        case 3:
          if (!std::exchange(has_risks_, true)) risks();
          break;
        case 1:
          if (!std::exchange(has_tasks_, true)) tasks();
          break;
        case 2:
          if (!std::exchange(has_log_, true)) log();
          break;
        default:
          if (!std::exchange(has_notes_, true)) notes();
          break;
      }
    }
  }

  void section(const std::string& title) {
    if (!made_.lines.back().text().empty()) plain("");
    if (dice_.hits(20)) {
      plain("---");
      plain("");
    }
    plain("## " + title + odd_blanks());
    if (!dice_.hits(15)) plain("");
  }

  void boxes() {
    section("Success Criteria");
    box_list();
  }

  void box_list() {
    constexpr std::array<std::string_view, 5> kBullets{"- [", "* [", "1. [", "-   [", "+ ["};
    const std::string bullet = pick(dice_, kBullets);
    for (std::uint32_t i = dice_.between(1, 5); i > 0; --i) {
      const std::string state = dice_.hits(50) ? " " : dice_.hits(80) ? "x" : "X";
      const std::string deferral =
          state == " " && dice_.hits(20) ? dice_.hits(50) ? " (deferred)" : " (deferred: no stones)" : "";
      slot(bullet, state, "] " + pick(dice_, kTasks) + " " + std::to_string(i) + deferral + odd_blanks(), "box", "box");
      if (dice_.hits(20) && bullet == "- [") slot("  - [", " ", "] nested " + std::to_string(i), "box", "box");
    }
    if (dice_.hits(20)) {
      plain("");
      plain("> - [ ] an example");
    }
    plain("");
  }

  void tasks() {
    section("Tasks");
    const bool aligned = dice_.hits(50);
    const bool outer = aligned || dice_.hits(80);
    const int group = ++groups_;
    const auto row = [&](const std::string& id, const std::string& task, const std::string& status,
                         const std::string& field) {
      const std::string padded = aligned ? task + std::string(20 - width_of(task), ' ') : task;
      const std::string pad = aligned ? std::string(11 - width_of(status), ' ') : "";
      made_.lines.push_back({(outer ? "| " : "") + id + " | " + padded + " | ", status, pad + (outer ? " |" : ""),
                             field, aligned ? "aligned cell" : "loose cell", id, aligned ? Loose::padding : Loose::no,
                             group});
    };
    row("ID", "Task", "Status", "");
    made_.lines.push_back({aligned ? "|----|----------------------|-------------|"
                           : outer ? "| -- | :-- | --- |"
                                   : "--|--|--",
                           "", "", "", "", "", aligned ? Loose::padding : Loose::no, group});
    for (std::uint32_t i = 1; i <= dice_.between(2, 4); ++i)
      row("A" + std::to_string(i), aligned ? (dice_.hits(50) ? "桟橋" : "Quay") : pick(dice_, kTasks),
          dice_.hits(50) ? "Planned" : "Done", "cell");
    plain("");
  }

  void risks() {
    section("Risks");
    const bool outer = dice_.hits(70);
    const int group = ++groups_;
    const auto row = [&](const std::string& risk, const std::string& impact, const std::string& field) {
      add({.before = (outer ? "| " : "") + risk + " | ",
           .value = impact,
           .after = std::string(" | Build higher") + (outer ? " |" : ""),
           .field = field,
           .carrier = "risk cell",
           .name = risk,
           .group = group});
    };
    row("Risk", "Impact", "");
    made_.lines.back().after = std::string(" | Mitigation") + (outer ? " |" : "");
    add({.before = outer ? "|---|:-:|---|" : "---|:-:|---", .group = group});
    row("Storm", pick(dice_, kImpacts), "impact");
    if (dice_.hits(50)) row("Ice", pick(dice_, kImpacts), "impact");
    plain("");
  }

  void log_table() {
    const int group = ++groups_;
    const auto line = [&](const std::string& text) { add({.before = text, .name = "log", .group = group}); };
    line("| Date | Change |");
    line("|------|--------|");
    line("| 2026-01-03 | Stones came |");
    if (dice_.hits(50)) line("| 2026-01-05 | Stones left |");
    plain("");
  }

  void log_days() {
    for (std::uint32_t i = dice_.between(1, 2); i > 0; --i) {
      plain("### 2026-01-0" + std::to_string(i + 2));
      if (dice_.hits(50)) plain("");
      plain("- Stones came");
      plain("");
    }
  }

  void log() {
    section("Changelog");
    if (dice_.hits(15)) return log_table();
    if (dice_.hits(15)) return log_days();
    constexpr std::array<std::string_view, 5> kForms{"- |: ", "* **|** — ", "- [|] ", "|: ", "+ |  "};
    const std::string form = pick(dice_, kForms);
    const std::size_t bar = form.find('|');
    const bool down = dice_.hits(30);
    const std::uint32_t count = dice_.between(1, 4);
    for (std::uint32_t i = 1; i <= count; ++i) {
      const std::string day = "2026-01-0" + std::to_string(down ? 9 - i : i);
      plain(form.substr(0, bar) + day + form.substr(bar + 1) + "Stones came");
      if (form[0] == '|' && i < count) made_.lines.back().before += "  ";
    }
    plain("");
  }

  void notes() {
    section("Notes");
    plain(pick(dice_, kProse));
    plain("- a bullet");
    plain("");
  }

  void footer() {
    plain("---");
    plain("");
    slot("*Last updated: ", "2026-01-05", "*", "updated", "footer");
  }

  Dice& dice_;
  MadeText made_;
  int groups_ = 0;
  int item_ = 0;
  bool has_boxes_ = false;
  bool has_risks_ = false;
  bool has_tasks_ = false;
  bool has_log_ = false;
  bool has_notes_ = false;
};

}  // namespace

std::string MadeText::text() const {
  std::string out = bom;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i].text();
    if (i + 1 < lines.size() || ends_with_eol) out += eol;
  }
  return out;
}

MadeText make_text(Dice& dice) { return Maker(dice).make(); }

}  // namespace milepost::testing
