// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/execplan/registry.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/document/path_parts.h"

namespace milepost::execplan {
namespace {

using Words = std::vector<std::string_view>;

const Words& statuses() {
  static const Words kWords{"active", "archived", "done", "paused", "planned"};
  return kWords;
}

const Words& risks() {
  static const Words kWords{"high", "low", "med"};
  return kWords;
}

const Words& touches() {
  static const Words kWords{"agents",   "api", "backend",  "cli",   "db", "docs",
                            "frontend", "ops", "security", "tests", "ui"};
  return kWords;
}

bool holds(const Words& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

// A date as YAML has it: a day, or a day with a time, which is cut. Text that begins with four digits and two dashes.
std::optional<std::string> day_of(const Header& header, std::string_view key) {
  const YamlNode* node = header.yaml.find(key);
  if (node == nullptr || node->kind != YamlKind::scalar) return std::nullopt;
  const std::string_view text = node->value;
  // Only where YAML reads a time is it cut off; within quotes it is text.
  std::size_t end = std::min(text.find_first_of("T "), text.size());
  const bool is_time = end + 1 < text.size() && text[end + 1] >= '0' && text[end + 1] <= '9';
  if (node->style != YamlStyle::plain || !is_time) end = text.size();
  const std::string day(text.substr(0, end));
  int dashes = 0;
  for (const char c : day) {
    if (c == '-') {
      ++dashes;
    } else if (c < '0' || c > '9') {
      return std::nullopt;
    }
  }
  const std::size_t first = day.find('-');
  if (dashes != 2 || first != 4) return std::nullopt;
  const std::size_t second = day.find('-', 5);
  const auto padded = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
  const std::string iso =
      day.substr(0, 4) + "-" + padded(day.substr(5, second - 5)) + "-" + padded(day.substr(second + 1));
  return Date::from_iso(iso) ? std::optional(day) : std::nullopt;
}

bool is_plain_number(const Header& header, std::string_view key) {
  const YamlNode* node = header.yaml.find(key);
  if (node == nullptr || node->kind != YamlKind::scalar || node->style != YamlStyle::plain) return false;
  return !node->value.empty() && node->value.find_first_not_of("0123456789") == std::string::npos;
}

// What is no text: a list, a number, nothing.
bool is_text(const Header& header, std::string_view key) {
  return !header.text(key).empty() && !is_plain_number(header, key);
}

// true, false, or nothing for an empty value; trouble for everything else.
struct Truth {
  std::optional<bool> value;
  bool is_good = true;
};

Truth truth_of(const Header& header, std::string_view key) {
  std::string text = header.text(key);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (text.empty() || text == "null" || text == "~") return {};
  if (text == "true") return {true, true};
  if (text == "false") return {false, true};
  const YamlNode* node = header.yaml.find(key);
  const bool is_plain = node != nullptr && node->style == YamlStyle::plain;
  if (is_plain && (text == "yes" || text == "on")) return {true, true};
  if (is_plain && (text == "no" || text == "off")) return {false, true};
  return {std::nullopt, false};
}

// The checks of one plan; stops where the later ones make no sense.
class PlanChecker {
 public:
  PlanChecker(const Plan& plan, std::string shown, std::vector<Issue>& issues)
      : plan_(plan), header_(plan.header), shown_(std::move(shown)), issues_(issues) {}

  // Whether the plan is valid.
  bool run() {
    if (!header_.trouble.empty()) error("Failed to parse ExecPlan front matter: " + header_.trouble);
    if (!header_.trouble.empty() || !has_required_keys()) return false;
    check_id();
    check_word("status", statuses());
    check_word("kind", plan_kinds());
    check_word("domain", plan_domains());
    if (!header_.text("risk").empty()) check_word("risk", risks());
    for (const std::string& entry : header_.list("touches"))
      if (!holds(touches(), entry))
        error("Invalid touches entry '" + entry + "'. Allowed values: " + quoted_list(touches()) + ".");
    check_texts();
    check_dates();
    check_other_types();
    check_place();
    return good_;
  }

 private:
  void error(std::string message) {
    good_ = false;
    issues_.push_back({IssueLevel::error, shown_, std::move(message)});
  }
  void warning(std::string message) { issues_.push_back({IssueLevel::warning, shown_, std::move(message)}); }

  bool has_required_keys() {
    Words missing;
    for (const std::string_view key : {"id", "title", "status", "kind", "domain", "owner", "created", "updated"})
      if (header_.yaml.find(key) == nullptr) missing.push_back(key);
    std::ranges::sort(missing);
    if (!missing.empty()) error("Missing required front matter keys: " + quoted_list(missing) + ".");
    return missing.empty();
  }

  void check_id() {
    const std::string id = header_.text("id");
    if (!is_plan_id(id)) return error("Invalid ExecPlan id '" + id + "'. Expected format EP-YYYYMMDD-NNN.");
    const std::string name(file_name_of(plan_.path));
    if (plan_.id.empty()) return error("Filename '" + name + "' must start with canonical id EP-YYYYMMDD-NNN.");
    if (plan_.id != id) error("Front matter id '" + id + "' must match filename id '" + plan_.id + "'.");
  }

  void check_word(std::string_view key, const Words& allowed) {
    const std::string word = header_.text(key);
    if (!holds(allowed, word))
      error("Invalid " + std::string(key) + " '" + word + "'. Allowed values: " + quoted_list(allowed) + ".");
  }

  void check_texts() {
    for (const std::string_view key : {"title", "owner"})
      if (header_.text(key).empty()) error("Field '" + std::string(key) + "' must be non-empty.");
  }

  void check_dates() {
    for (const std::string_view key : {"created", "updated"}) {
      if (!is_text(header_, key)) return error("Field '" + std::string(key) + "' must be a YYYY-MM-DD string.");
      if (!day_of(header_, key))
        return error("Field '" + std::string(key) + "' must be YYYY-MM-DD (got '" + header_.text(key) + "').");
    }
  }

  void check_other_types() {
    for (const std::string_view key : {"breaking", "migration"})
      if (!truth_of(header_, key).is_good) error("Expected boolean or empty value, got " + shown_value(key) + ".");
    const YamlNode* links = header_.yaml.find("links");
    const bool is_empty =
        links == nullptr || links->kind == YamlKind::null || (links->kind == YamlKind::scalar && links->value.empty());
    if (!is_empty && links->kind != YamlKind::mapping) error("Field 'links' must be a mapping when provided.");
  }

  [[nodiscard]] std::string shown_value(std::string_view key) const {
    return is_plain_number(header_, key) ? header_.text(key) : "'" + header_.text(key) + "'";
  }

  void check_place() {
    const std::string status = header_.text("status");
    const bool over = status == "archived" || status == "done";
    if (status == "archived" && !plan_.completed)
      warning("status is 'archived' but plan file is not under a complete path.");
    if (plan_.completed && !over)
      warning("Plan file is under a complete path but status is neither 'archived' nor 'done'.");
  }

  const Plan& plan_;
  const Header& header_;
  std::string shown_;
  std::vector<Issue>& issues_;
  bool good_ = true;
};

// Each reference to another plan must be an id, and one that is there.
void check_references(const std::vector<const Plan*>& plans, const std::string& shown, std::vector<Issue>& issues) {
  std::set<std::string> known;
  for (const Plan* plan : plans) known.insert(plan->id);
  for (const Plan* plan : plans) {
    const auto error = [&](std::string message) {
      issues.push_back({IssueLevel::error, shown + plan->path, std::move(message)});
    };
    for (const std::string key : {"depends_on", "supersedes"}) {
      for (const std::string& id : plan->header.list(key)) {
        if (!is_plan_id(id)) {
          error("Invalid " + key + " id '" + id + "' in plan '" + plan->id + "'.");
        } else if (!known.contains(id)) {
          error("Unknown " + key + " id '" + id + "' referenced by '" + plan->id + "'.");
        }
      }
    }
  }
}

// JSON as other tools write this file: indented by two, keys sorted, ASCII.
class JsonText {
 public:
  static std::string quoted(std::string_view text) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "\"";
    const auto unit = [&out](std::uint32_t code) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> static_cast<unsigned>(shift)) & 15U];
    };
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint character = code_point_at(text, at);
      at += character.length;
      const char32_t code = character.value;
      if (code == '"' || code == '\\') {
        out += '\\';
        out += static_cast<char>(code);
      } else if (code == '\n') {
        out += "\\n";
      } else if (code == '\t') {
        out += "\\t";
      } else if (code == '\r') {
        out += "\\r";
      } else if (code >= 0x20 && code < 0x7F) {
        out += static_cast<char>(code);
      } else if (code > 0xFFFF) {
        unit(0xD800U + ((static_cast<std::uint32_t>(code) - 0x10000U) >> 10U));
        unit(0xDC00U + ((static_cast<std::uint32_t>(code) - 0x10000U) & 0x3FFU));
      } else {
        unit(static_cast<std::uint32_t>(code));
      }
    }
    return out + "\"";
  }

  static std::string list(const std::vector<std::string>& values, std::size_t indent) {
    if (values.empty()) return "[]";
    const std::string pad(indent, ' ');
    std::string out = "[\n";
    for (std::size_t i = 0; i < values.size(); ++i)
      out += pad + "  " + values[i] + (i + 1 < values.size() ? ",\n" : "\n");
    return out + pad + "]";
  }

  static std::string object(const std::map<std::string, std::string>& members, std::size_t indent) {
    if (members.empty()) return "{}";
    const std::string pad(indent, ' ');
    std::string out = "{\n";
    std::size_t i = 0;
    for (const auto& [key, value] : members)
      out += pad + "  " + quoted(key) + ": " + value + (++i < members.size() ? ",\n" : "\n");
    return out + pad + "}";
  }
};

std::string quoted_or_null(const std::string& text) { return text.empty() ? "null" : JsonText::quoted(text); }

std::string truth_text(const Header& header, std::string_view key) {
  const Truth truth = truth_of(header, key);
  return truth.value ? (*truth.value ? "true" : "false") : "null";
}

std::string texts(const Header& header, std::string_view key, std::size_t indent) {
  std::vector<std::string> values;
  for (const std::string& value : header.list(key)) values.push_back(JsonText::quoted(value));
  return JsonText::list(values, indent);
}

std::string links_text(const Header& header) {
  std::map<std::string, std::string> members;
  const YamlNode* links = header.yaml.find("links");
  if (links == nullptr || links->kind != YamlKind::mapping) return "{}";
  const auto index = static_cast<std::uint32_t>(links - header.yaml.nodes.data());
  for (std::uint32_t i = index + 1; i < links->end; i = header.yaml.nodes[i].end)
    members[header.yaml.nodes[i].key] = JsonText::quoted(header.yaml.nodes[i].value);
  return JsonText::object(members, 6);
}

std::string milestones_text(const Tree& tree, const Plan& plan, const std::string& shown) {
  std::vector<std::string> entries;
  for (const Milestone* milestone : milestones_of(tree, plan.id)) {
    const Header& header = milestone->header;
    std::map<std::string, std::string> members{
        {"id", quoted_or_null(milestone->id)},
        {"ms", std::to_string(milestone->sequence)},
        {"path", JsonText::quoted(shown + milestone->path)},
        {"stage", milestone->stage == Stage::active ? "\"active\"" : "\"completed\""},
        {"status", quoted_or_null(header.text("status"))},
        {"title", quoted_or_null(header.text("title"))}};
    entries.push_back(JsonText::object(members, 8));
  }
  return JsonText::list(entries, 6);
}

std::string plan_text(const Tree& tree, const Plan& plan, const std::string& shown) {
  const Header& header = plan.header;
  std::map<std::string, std::string> members;
  for (const std::string key : {"id", "title", "status", "kind", "domain", "owner"})
    members[key] = JsonText::quoted(header.text(key));
  for (const std::string key : {"created", "updated"})
    members[key] = JsonText::quoted(day_of(header, key).value_or(""));
  for (const std::string key : {"tags", "touches", "depends_on", "supersedes"}) members[key] = texts(header, key, 6);
  for (const std::string key : {"breaking", "migration"}) members[key] = truth_text(header, key);
  members["risk"] = quoted_or_null(header.text("risk"));
  members["links"] = links_text(header);
  members["path"] = JsonText::quoted(shown + plan.path);
  members["milestones"] = milestones_text(tree, plan, shown);
  return JsonText::object(members, 4);
}

}  // namespace

std::size_t Registry::count(IssueLevel level) const {
  return static_cast<std::size_t>(std::ranges::count(issues, level, &Issue::level));
}

const std::vector<std::string_view>& plan_kinds() {
  static const Words kWords{"bugfix", "docs", "feature", "infra", "migration", "perf", "refactor", "spike", "tests"};
  return kWords;
}

const std::vector<std::string_view>& plan_domains() {
  static const Words kWords{"backend", "console", "cross-cutting", "frontend", "fullstack", "infra"};
  return kWords;
}

std::string quoted_list(const std::vector<std::string_view>& words) {
  std::string out = "[";
  for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "'" : ", '") + std::string(words[i]) + "'";
  return out + "]";
}

Registry check_registry(const Tree& tree, const std::string& shown) {
  Registry registry;
  registry.discovered = tree.plans.size();
  std::map<std::string, const Plan*> by_id;
  for (const Plan& plan : tree.plans) {
    if (!PlanChecker(plan, shown + plan.path, registry.issues).run()) continue;
    const auto [first, is_new] = by_id.emplace(plan.id, &plan);
    if (is_new) continue;
    registry.issues.push_back({IssueLevel::error,
                               {},
                               "Duplicate ExecPlan id '" + plan.id + "' found in '" + shown + first->second->path +
                                   "' and '" + shown + plan.path + "'."});
  }
  for (const auto& [id, plan] : by_id) registry.plans.push_back(plan);
  check_references(registry.plans, shown, registry.issues);
  return registry;
}

std::string format_registry(const Tree& tree, const Registry& registry, const std::string& shown,
                            const std::string& timestamp) {
  std::vector<std::string> plans;
  for (const Plan* plan : registry.plans) plans.push_back(plan_text(tree, *plan, shown));
  std::map<std::string, std::string> members{{"plans", JsonText::list(plans, 2)}, {"schema_version", "1"}};
  if (!timestamp.empty()) members["generated_at"] = JsonText::quoted(timestamp);
  return JsonText::object(members, 0) + "\n";
}

}  // namespace milepost::execplan
