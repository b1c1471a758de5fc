// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/fix.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/base/usage_error.h"
#include "core/base/wording.h"
#include "core/document/revision.h"
#include "core/lifecycle/proof.h"
#include "core/render/terminal_text.h"
#include "core/rules/catalog.h"
#include "operations/arguments.h"
#include "operations/fix_rounds.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::size_t kYieldedShown = 5;

constexpr std::array kOwnParameters{
    Parameter{.name = "what",
              .kind = ParameterKind::text,
              .value_name = "RULE|PATH|ID",
              .summary = "only these rules, and only in these files, folders or items",
              .values = Values::rules,
              .positional = true,
              .many = true},
    Parameter{.name = "select",
              .kind = ParameterKind::list,
              .value_name = "RULES",
              .summary = "only these rules: ids, beginnings of ids, names, groups, all",
              .values = Values::rules},
    Parameter{.name = "ignore",
              .kind = ParameterKind::list,
              .value_name = "RULES",
              .summary = "not these rules",
              .values = Values::rules},
    Parameter{.name = "preview", .summary = "the rules that are new as well"},
    Parameter{.name = "interactive",
              .summary = "ask before each fix, also before unsafe ones; needs a terminal",
              .letter = 'i'},
    Parameter{.name = "unsafe", .summary = "also fixes that decide something for the author, such as ticking a box"},
};
constexpr auto kParameters = with_change_parameters(kOwnParameters);
constexpr std::array kExamples{
    Example{"milepost fix --dry-run", "what would change, as a patch"},
    Example{"milepost fix", "everything that is safe"},
    Example{"milepost fix MP409 docs", "broken links below one folder"},
    Example{"milepost fix --interactive", "one by one"},
    Example{"milepost fix --unsafe MP306", "tick the boxes whose text says that they are done"},
};
constexpr std::string_view kDescription =
    "Makes the changes that `milepost check` offers for its findings. A safe fix says in other bytes what the author\n"
    "said already; an unsafe one decides something and is made with --unsafe only. Fixes are made in rounds until\n"
    "nothing more is offered, and written all together or not at all; a second run changes nothing. Where two fixes\n"
    "want the same bytes, the rule with the lower number goes first. A word that is a rule chooses that rule; write\n"
    "./word for a file or folder of that name.";

struct FixRequest {
  std::vector<std::string> places;
  RuleRequest rules;
  bool unsafe = false;
  bool interactive = false;
};

Result<FixRequest> parse_request(const Arguments& arguments) {
  if (auto good = check_arguments(kFixOperation, arguments); !good) return std::unexpected(std::move(good).error());
  FixRequest request;
  request.rules = {{}, arguments.list("select"), arguments.list("ignore"), arguments.has("preview")};
  for (const std::string& word : arguments.all("what"))
    (find_rules(word) ? request.rules.select : request.places).push_back(word);
  request.interactive = arguments.has("interactive");
  request.unsafe = arguments.has("unsafe") || request.interactive;
  return request;
}

// "MP409 broken-link: 3 mended in 2 files"
std::vector<std::string> lines_of(const std::vector<MadeFix>& made) {
  struct Row {
    std::string_view slug;
    std::size_t count = 0;
    std::set<std::string_view> files;
  };
  std::map<std::string_view, Row> rows;
  for (const MadeFix& one : made) {
    Row& row = rows[one.finding.id];
    row.slug = one.finding.slug;
    ++row.count;
    for (const FileEdits& file : one.fix.files) row.files.insert(file.path);
  }
  std::vector<std::string> lines;
  for (const auto& [id, row] : rows)
    lines.push_back(std::string(id) + " " + std::string(row.slug) + ": " + std::to_string(row.count) + " mended in " +
                    counted(row.files.size(), "file", "files"));
  return lines;
}

// What a person says to each fix. It is asked once, also when a round or the whole plan is made again.
class Answers {
 public:
  explicit Answers(const Session& session) : session_(session) {}

  bool allow(const Finding& finding, const Fix& fix) {
    const std::string place = finding.path + ":" + std::to_string(finding.line) + ": " + std::string(finding.id) + " ";
    const std::string what = to_clean_line(place + finding.message) + "\n  " + to_clean_line(fix.what) +
                             (fix.safety == FixSafety::unsafe ? " (unsafe)" : "");
    const auto known = said_.find(what);
    if (known != said_.end()) return known->second;
    const bool answer = rest_ ? *rest_ : ask(what);
    said_.emplace(what, answer);
    return answer;
  }

 private:
  bool ask(const std::string& what) {
    for (;;) {
      const std::string answer = session_.ask(what + "? [y]es [n]o [a]ll [q]uit ");
      if (answer == "y" || answer == "yes") return true;
      if (answer == "a" || answer == "all") rest_ = true;
      // The end of the input, or a line without a word, is no consent.
      if (answer == "q" || answer == "quit" || answer.empty()) rest_ = false;
      if (rest_) return *rest_;
      if (answer == "n" || answer == "no") return false;
    }
  }

  const Session& session_;
  std::map<std::string, bool> said_;
  std::optional<bool> rest_;  // for all that is asked from now on
};

class Mender {
 public:
  Mender(Session& session, const FixRequest& request, Answers& answers)
      : session_(session), request_(request), answers_(answers) {}

  Result<PlannedChange> plan() {
    // A file that the proof refuses is left out, and what hung together with it is decided anew.
    for (;;) {
      auto rules = RuleSession::start(session_, request_.rules);
      if (!rules) return std::unexpected(std::move(rules).error());
      auto choice = DocumentChoice::make(rules->workspace(), rules->corpus(), request_.places);
      if (!choice) {
        choice.error().hints.emplace_back("nor is it a rule; `milepost rule list` names them");
        return std::unexpected(std::move(choice).error());
      }
      FixRounds rounds(*rules, *choice);
      const auto may_be_made = [this](const Finding& finding, const Fix& fix) {
        return may_make(fix) && (!request_.interactive || answers_.allow(finding, fix));
      };
      if (auto run = rounds.run(may_be_made); !run) return std::unexpected(std::move(run).error());
      const std::size_t refused = refused_.size();
      PlannedChange planned = prove_all(rounds, rules->workspace().dialects());
      if (refused_.size() == refused) return tell(rounds, std::move(planned));
    }
  }

 private:
  [[nodiscard]] bool may_make(const Fix& fix) const {
    if (fix.safety == FixSafety::unsafe && !request_.unsafe) return false;
    return std::ranges::none_of(fix.files, [this](const FileEdits& file) { return refused_.contains(file.path); });
  }

  PlannedChange prove_all(const FixRounds& rounds, const DialectSet& dialects) {
    PlannedChange planned;
    DocumentReader reader(dialects);
    for (const auto& [path, file] : rounds.files()) {
      FileChange change{path, revision_of(file.before), file.edits->edits(), {}, false, {}};
      change.intended.push_back({"finding", file.safety == FixSafety::safe ? "safe" : "unsafe", 0, 0});
      const auto proven = prove_edit(reader, {path, file.before, file.edits->text()}, change.intended);
      if (!proven) refused_.emplace(path, proven.error().message);
      if (!change.edits.empty()) planned.plan.files.push_back(std::move(change));
    }
    return planned;
  }

  Result<PlannedChange> tell(const FixRounds& rounds, PlannedChange planned) const {
    const std::vector<MadeFix>& made = rounds.made();
    planned.plan.summary = "fix " + counted(made.size(), "finding", "findings");
    planned.lines = lines_of(made);
    for (const auto& [path, why] : refused_) planned.remarks.push_back(path + " was left as it is: " + why);
    const auto& yielded = rounds.yielded();
    for (std::size_t i = 0; i < yielded.size() && i < kYieldedShown; ++i) planned.remarks.push_back(yielded[i]);
    if (yielded.size() > kYieldedShown)
      planned.remarks.push_back(std::to_string(yielded.size() - kYieldedShown) + " more waited for another fix");
    if (!rounds.is_stable())
      planned.remarks.emplace_back("the fixes undo each other; run `milepost check` and report this as a bug");
    std::size_t unsafe = 0;
    for (const Finding& finding : rounds.left()) unsafe += finding.fixes.empty() ? 0 : 1;
    if (!request_.unsafe && unsafe > 0)
      planned.remarks.push_back(counted(unsafe, "more finding", "more findings") + " can be mended with --unsafe");
    if (made.empty() && planned.remarks.empty()) planned.remarks.emplace_back("there is nothing to mend");
    return planned;
  }

  Session& session_;
  const FixRequest& request_;
  Answers& answers_;
  std::map<std::string, std::string> refused_;  // by path, why
};

}  // namespace

constinit const Operation kFixOperation{.name = "fix",
                                        .command = "fix",
                                        .group = "Check",
                                        .summary = "make the changes that check offers",
                                        .description = kDescription,
                                        .parameters = kParameters,
                                        .examples = kExamples,
                                        .exit_codes = kChangeExitCodes,
                                        .effect = Effect::writes,
                                        .data_schema = kChangeSchema,
                                        .invoke = invoke_change<kFixOperation, fix>};

Result<ChangeAnswer> fix(Session& session, const Arguments& arguments) {
  auto request = parse_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  if (request->interactive && !session.can_ask())
    return std::unexpected(usage_error("--interactive asks, and there is no terminal to answer on", "leave it out"));
  Answers answers(session);
  return carry_out(session, *options, [&](Session& of) { return Mender(of, *request, answers).plan(); });
}

}  // namespace milepost
