// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/base/wording.h"
#include "core/render/markdown_text.h"
#include "operations/formats/writers.h"
#include "operations/plan_movement.h"

namespace milepost {
namespace {

constexpr std::size_t kCommentMost = 60'000;  // GitHub takes 65,536 characters
constexpr std::size_t kRowsMost = 100;
constexpr std::size_t kBaseDigits = 10;

std::string status_of(const ItemState& state) { return state.status ? to_string(*state.status) : "–"; }

std::string progress_of(const ItemState& state) {
  return state.progress ? std::to_string(std::lround(*state.progress)) + " %" : "–";
}

std::string target_of(const ItemState& state) { return state.target ? to_string(*state.target) : "–"; }

// "planned → **active**", or one word when nothing moved.
template <typename Say>
std::string cell(const ItemMove& move, const Say& say) {
  if (!move.before) return say(*move.after);
  if (!move.after) return "~~" + say(*move.before) + "~~";
  const std::string was = say(*move.before);
  const std::string is = say(*move.after);
  return was == is ? is : was + " → **" + is + "**";
}

std::string slip_of(const ItemMove& move) {
  if (!move.before || !move.after || !move.before->target || !move.after->target) return {};
  const int days = days_between(*move.before->target, *move.after->target);
  if (days == 0) return {};
  return " (" + counted(static_cast<std::size_t>(std::abs(days)), "day", "days") + (days > 0 ? " later)" : " earlier)");
}

std::string item_row(const ItemMove& move) {
  std::string name = "**" + escape_markdown(move.name) + "**";
  if (!move.title.empty() && move.title != move.name) name += " " + escape_markdown(move.title);
  if (!move.before) name += " (new)";
  if (!move.after) name += " (removed)";
  if (move.before && move.after && move.before->path != move.after->path)
    name += " (now " + to_markdown_code(move.after->path) + ")";
  return "| " + name + " | " + cell(move, status_of) + " | " + cell(move, progress_of) + " | " + cell(move, target_of) +
         slip_of(move) + " |\n";
}

std::string line_of(const PlanMovement& movement, const CheckedFinding& checked) {
  const Finding& finding = checked.finding;
  const std::string place =
      movement.repository_folder + finding.path + ":" + std::to_string(std::max(finding.line, 1U));
  return "- " + std::string(to_string(finding.severity)) + " " + to_markdown_code(place) + " " +
         escape_markdown(rule_name(finding)) + ": " + escape_markdown(finding.message) + "\n";
}

// As many of the lines as there is room for, and how many more there are.
template <typename List, typename Write>
void append_rows(std::string& text, const List& list, const Write& write) {
  std::size_t shown = 0;
  for (const auto& entry : list) {
    std::string line = write(entry);
    if (shown == kRowsMost || text.size() + line.size() > kCommentMost) break;
    text += line;
    ++shown;
  }
  if (shown < list.size()) text += "\nand " + std::to_string(list.size() - shown) + " more\n";
}

void append_findings(std::string& text, const char* heading, const PlanMovement& movement,
                     const std::vector<CheckedFinding>& findings) {
  if (findings.empty()) return;
  text += "\n#### " + std::string(heading) + "\n\n";
  append_rows(text, findings, [&](const CheckedFinding& checked) { return line_of(movement, checked); });
}

}  // namespace

std::string to_markdown(const PlanMovement& movement) {
  std::string text = "### How this change moves the plan\n\n" + counted(movement.documents, "document", "documents") +
                     " changed since " + to_markdown_code(movement.base.substr(0, kBaseDigits)) + "; " +
                     counted(movement.appeared.size(), "new finding", "new findings") + ", " +
                     std::to_string(movement.gone.size()) + " gone.\n";
  if (movement.moves.empty()) {
    text += "\nNo milestone moved.\n";
  } else {
    text += "\n| Milestone | Status | Progress | Target |\n|---|---|---|---|\n";
    append_rows(text, movement.moves, item_row);
  }
  append_findings(text, "New findings", movement, movement.appeared);
  append_findings(text, "Gone", movement, movement.gone);
  return text;
}

}  // namespace milepost
