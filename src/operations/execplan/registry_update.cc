// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/registry_update.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "core/document/revision.h"
#include "operations/arguments.h"
#include "operations/session.h"

namespace milepost::execplan {
namespace {

std::string format_time(std::int64_t ns) {
  const auto now = std::chrono::sys_seconds{std::chrono::seconds{ns / 1'000'000'000}};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time{now - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(Date::from_days(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

const char* name_of(RegistryVerb verb) { return verb == RegistryVerb::build ? "build" : "update"; }

std::string counts(const Registry& registry) {
  return "errors=" + std::to_string(registry.count(IssueLevel::error)) +
         ", warnings=" + std::to_string(registry.count(IssueLevel::warning));
}

// "(2 active plans, milestones 3/5 active)"
std::string summary(const Tree& tree, const Registry& registry) {
  std::size_t plans = 0;
  for (const Plan* plan : registry.plans)
    if (!plan->completed) ++plans;
  std::size_t active = 0;
  std::size_t total = 0;
  for (const Milestone& milestone : tree.milestones) {
    if (milestone.sequence < 0) continue;
    ++total;
    if (milestone.stage == Stage::active) ++active;
  }
  return fmt::format("({} active plans, milestones {}/{} active)", plans, active, total);
}

// The whole new text of the file, as one edit where it differs.
Result<void> add_file(const Space& space, Session& session, std::string text, PlannedChange& into) {
  FileChange change;
  change.path = space.below_base(space.registry());
  ReadBuffer bytes;
  const auto read = session.files().read(space.registry(), UINT32_MAX, bytes);
  if (!read && read.error().trouble != FileTrouble::not_found)
    return refuse(space.registry() + ": " + read.error().reason);
  const std::string_view before = read ? bytes.bytes() : std::string_view();
  if (read && before == text) return {};
  if (read) change.revision = revision_of(before);
  change.edits.push_back({{0, static_cast<ByteOffset>(before.size())}, std::move(text)});
  into.plan.files.push_back(std::move(change));
  return {};
}

}  // namespace

RegistryOrder parse_registry_order(Session& session, const Arguments& arguments, RegistryVerb verb) {
  RegistryOrder order{verb, arguments.has("fail-on-registry-warn") || arguments.has("fail-on-warn"), {}};
  if (arguments.has("registry-timestamp") || arguments.has("timestamp"))
    order.timestamp = format_time(session.files().now_ns());
  return order;
}

std::string issue_line(const Issue& issue) {
  const char* level = issue.level == IssueLevel::error ? "ERROR " : "WARNING ";
  return level + (issue.path.empty() ? std::string() : issue.path + ": ") + issue.message;
}

std::vector<std::string> issue_lines(const std::vector<Issue>& issues) {
  std::vector<std::string> lines;
  for (const Issue& issue : issues) lines.push_back(issue_line(issue));
  return lines;
}

Result<void> add_registry(const Space& space, Session& session, std::vector<SourceFile> files,
                          const RegistryOrder& order, PlannedChange& into) {
  const Tree tree = read_tree(std::move(files));
  const Registry registry = check_registry(tree, space.shown());
  for (std::string& line : issue_lines(registry.issues)) into.lines.push_back(std::move(line));
  const bool has_errors = registry.count(IssueLevel::error) > 0;
  const bool is_alone = order.verb != RegistryVerb::refresh;
  if (has_errors || (order.fails_on_warning && registry.count(IssueLevel::warning) > 0)) {
    into.outcome = has_errors && is_alone ? Outcome::refused : Outcome::findings;
    into.lines.push_back(has_errors || is_alone
                             ? fmt::format("Registry {} failed. {}", name_of(order.verb), counts(registry))
                             : fmt::format("Registry not written due to warnings. {}", counts(registry)));
    return {};
  }
  if (auto added = add_file(space, session, format_registry(tree, registry, space.shown(), order.timestamp), into);
      !added)
    return added;
  const char* done = order.verb == RegistryVerb::build ? "Wrote" : "Updated";
  const std::string tail = order.verb == RegistryVerb::refresh ? std::string() : " " + summary(tree, registry);
  into.lines.push_back(fmt::format("{} registry: {}{}", done, space.registry(), tail));
  return {};
}

}  // namespace milepost::execplan
