// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/gate_check.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/wording.h"
#include "operations/arguments.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::size_t kShownGates = 20;

std::vector<Gate> find_gates(const Corpus& corpus, const ChosenItem& chosen) {
  std::vector<Gate> gates = find_open_boxes(chosen.document, chosen.item);
  for (auto* find : {&find_open_blockers, &find_open_children}) {
    std::vector<Gate> more = (*find)(corpus, chosen.key);
    gates.insert(gates.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return gates;
}

bool is_box(const Gate& gate) { return gate.kind == GateKind::criterion || gate.kind == GateKind::task; }

std::string count_of(const std::vector<Gate>& gates, GateKind kind, const char* one, const char* many) {
  const auto count = std::ranges::count(gates, kind, &Gate::kind);
  if (count == 0) return {};
  return counted(static_cast<std::size_t>(count), one, many);
}

// "2 open criteria, 1 open task and 1 prerequisite".
std::string describe(const std::vector<Gate>& gates) {
  std::vector<std::string> parts;
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(count_of(gates, GateKind::criterion, "open criterion", "open criteria"));
  add(count_of(gates, GateKind::task, "open box", "open boxes"));
  add(count_of(gates, GateKind::blocker, "prerequisite that is not done", "prerequisites that are not done"));
  add(count_of(gates, GateKind::child, "part that is still open", "parts that are still open"));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::string line_of(const Gate& gate) {
  std::string text = gate.path + ":" + std::to_string(gate.line) + ": " + gate.text;
  if (!gate.section.empty()) text += " (" + gate.section + ")";
  return text;
}

std::unexpected<Error> refuse(const std::string& name, const std::vector<Gate>& gates) {
  auto failure = fail(ErrorKind::refused, name + " can not be completed yet: " + describe(gates));
  std::vector<std::string>& hints = failure.error().hints;
  for (std::size_t i = 0; i < gates.size() && i < kShownGates; ++i) hints.push_back(line_of(gates[i]));
  if (gates.size() > kShownGates) hints.push_back("and " + std::to_string(gates.size() - kShownGates) + " more");
  const bool boxes = std::ranges::any_of(gates, is_box);
  hints.push_back(std::string(boxes ? "--tick ticks the boxes, --defer puts them off, " : "") +
                  "--override REASON completes it all the same and logs why");
  return failure;
}

}  // namespace

Result<GateChoice> parse_gate_choice(const Arguments& arguments) {
  GateChoice choice;
  if (arguments.has("tick") && arguments.has("defer"))
    return fail(ErrorKind::usage, "--tick and --defer exclude each other");
  if (arguments.has("tick")) choice.open_boxes = OpenBoxes::tick;
  if (arguments.has("defer")) choice.open_boxes = OpenBoxes::defer;
  choice.override_reason = arguments.text("override");
  if (arguments.has("override") && choice.override_reason.empty())
    return fail(ErrorKind::usage, "--override needs a reason; it goes into the log");
  return choice;
}

Result<GateVerdict> check_gates(Session& session, const ChosenItem& chosen, const GateChoice& choice) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  const std::vector<std::string>& refusing = session.opened()->config().get_list("complete.refuse");
  GateVerdict verdict;
  std::vector<Gate> open;
  std::vector<Gate> told;
  for (Gate& gate : find_gates(corpus, chosen)) {
    if (is_box(gate) && choice.open_boxes != OpenBoxes::refuse) {
      const BoxState state = choice.open_boxes == OpenBoxes::tick ? BoxState::done : BoxState::deferred;
      verdict.requests.emplace_back(SetBoxes{state, BoxChoice::line, gate.line, {}, {}});
      continue;
    }
    const bool refuses = std::ranges::find(refusing, to_string(gate.kind)) != refusing.end();
    (refuses ? open : told).push_back(std::move(gate));
  }
  const std::string name = corpus.name_of(chosen.key);
  if (!open.empty() && choice.override_reason.empty()) return refuse(name, open);
  if (!open.empty()) {
    verdict.requests.emplace_back(
        AddLog{to_string(session.today()), "Completed with " + describe(open) + ": " + choice.override_reason});
    verdict.remarks.push_back("overridden: " + describe(open));
  }
  if (!told.empty())
    verdict.remarks.push_back(name + " still has " + describe(told) + "; the first is " + line_of(told.front()));
  return verdict;
}

}  // namespace milepost
