// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/rule_session.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/document/path_parts.h"
#include "core/rules/catalog.h"
#include "core/rules/rule_list.h"
#include "workspace/history_reader.h"

namespace milepost {
namespace {

// The index of the workspace behind the port of the rules.
class IndexedFiles final : public WorkspaceFiles {
 public:
  explicit IndexedFiles(std::unique_ptr<FileIndex> index) : index_(std::move(index)) {}
  [[nodiscard]] bool exists(std::string_view path) const override { return index_->exists(path); }
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const override {
    return index_->find_named(file_name);
  }

 private:
  std::unique_ptr<FileIndex> index_;
};

// The files as they would be after what is supposed.
class SupposedFiles final : public WorkspaceFiles {
 public:
  SupposedFiles(const WorkspaceFiles& files, std::map<std::string, bool, std::less<>> supposed)
      : files_(&files), supposed_(std::move(supposed)) {}

  [[nodiscard]] bool exists(std::string_view path) const override {
    const auto found = supposed_.find(path);
    return found == supposed_.end() ? files_->exists(path) : found->second;
  }
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const override {
    std::vector<std::string> paths = files_->find_named(file_name);
    std::erase_if(paths, [this](const std::string& path) { return supposed_.contains(path); });
    for (const auto& [path, is_there] : supposed_)
      if (is_there && file_name_of(path) == file_name) paths.push_back(path);
    std::ranges::sort(paths);
    return paths;
  }

 private:
  const WorkspaceFiles* files_;
  std::map<std::string, bool, std::less<>> supposed_;
};

OptionValue to_option(const ConfigValue& value) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return *list;
  return std::get<std::int64_t>(value);
}

bool may_run(const RulePlan& plan, const Rule& rule) { return plan.may_run(index_of(rule)); }

bool may_run_group(const RulePlan& plan, RuleGroup group) {
  for (std::size_t i = 0; i < rules().size(); ++i)
    if (rules()[i]->about.group == group && plan.may_run(i)) return true;
  return false;
}

}  // namespace

std::vector<RuleAdjustment> rule_adjustments(const Config& config) {
  std::vector<RuleAdjustment> adjustments;
  for (const RuleSetting& setting : config.rule_settings()) {
    RuleAdjustment adjustment{setting.rule,     setting.level,    {},           setting.paths,
                              setting.dialects, setting.sections, setting.place};
    for (const auto& [name, value] : setting.options) adjustment.options.emplace_back(name, to_option(value));
    adjustments.push_back(std::move(adjustment));
  }
  return adjustments;
}

Result<RuleSession> RuleSession::start(Session& session, RuleRequest request) {
  RuleSession rules;
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  rules.workspace_ = *workspace;
  const Config& config = rules.workspace_->config();
  request.adjustments = rule_adjustments(config);
  request.preview = request.preview || config.get_bool("check.preview");
  auto plan = RulePlan::make(request);
  if (!plan) return std::unexpected(std::move(plan).error());
  rules.plan_ = std::make_unique<RulePlan>(*std::move(plan));
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  rules.scan_ = *scan;
  rules.files_ = std::make_unique<IndexedFiles>(rules.workspace_->index_files());
  rules.today_ = session.today();
  rules.load_history_facts(session);
  rules.make_runner();
  return rules;
}

// Git is asked only when a rule wants to know.
void RuleSession::load_history_facts(const Session& session) {
  if (!may_run_group(*plan_, RuleGroup::git)) return;
  const HistoryWishes wishes{may_run(*plan_, kStatusWithoutLog), may_run(*plan_, kIdOnAnotherBranch)};
  auto facts =
      load_history({session.files(), session.git(), workspace_->root(), scan_->corpus, workspace_->dialects(), wishes});
  if (facts)
    history_ = std::make_unique<HistoryFacts>(*std::move(facts));
  else
    history_trouble_ = std::move(facts).error();
}

void RuleSession::make_runner() {
  const WorkspaceFiles* files = supposed_files_ ? supposed_files_.get() : files_.get();
  const RuleFacts facts{corpus(), *today_, files, history_.get()};
  const auto reasons = workspace_->config().get_bool("check.require_reason") ? ReasonsOfSuppressions::required
                                                                             : ReasonsOfSuppressions::optional;
  runner_ = std::make_unique<RuleRunner>(*plan_, facts, reasons);
}

void RuleSession::suppose(const std::map<std::string, std::optional<std::string>>& bytes) {
  std::vector<DocumentSummary> documents;
  for (const DocumentSummary& document : corpus().documents()) {
    if (!bytes.contains(document.path)) documents.push_back(document);
  }
  DocumentReader reader(workspace_->dialects());
  for (const auto& [path, text] : bytes) {
    supposed_bytes_.insert_or_assign(path, text);
    DocumentSummary summary;
    if (text && reader.read_summary(path, *text, summary) != Interest::none) documents.push_back(std::move(summary));
  }
  std::map<std::string, bool, std::less<>> are_there;
  for (const auto& [path, text] : supposed_bytes_) are_there[path] = text.has_value();
  auto supposed = std::make_unique<Corpus>(Corpus::build(std::move(documents)));
  runner_.reset();  // it borrows the corpus
  supposed_ = std::move(supposed);
  supposed_files_ = std::make_unique<SupposedFiles>(*files_, std::move(are_there));
  make_runner();
}

void RuleSession::run(const std::vector<std::uint32_t>& documents, const Receiver& receive) const {
  run_fully(documents, [&](std::size_t index, const DocumentReading& reading, DocumentFindings found) {
    receive(index, reading, std::move(found.findings));
  });
}

void RuleSession::run_fully(const std::vector<std::uint32_t>& documents, const FullReceiver& receive) const {
  const auto judge = [&](DocumentReading& reading, std::size_t index, std::string bytes) {
    const std::uint32_t document = documents[index];
    const DocumentSummary& summary = corpus().documents()[document];
    const Interest interest = reading.read(summary.path, std::move(bytes));
    // What changed since the scan has other places than the corpus knows.
    if (interest != Interest::recognised || reading.revision() != summary.revision) return;
    receive(index, reading, runner_->check_fully(reading, document));
  };
  DocumentReading reading_of_supposed(workspace_->dialects());
  std::vector<std::string> paths;
  std::vector<std::size_t> indices;
  for (std::size_t index = 0; index < documents.size(); ++index) {
    const std::string& path = corpus().documents()[documents[index]].path;
    const auto supposed = supposed_bytes_.find(path);
    if (supposed != supposed_bytes_.end()) {
      judge(reading_of_supposed, index, supposed->second.value_or(""));
      continue;
    }
    paths.push_back(path);
    indices.push_back(index);
  }
  workspace_->visit(paths, [&](unsigned) -> Visitor {
    auto reading = std::make_shared<DocumentReading>(workspace_->dialects());
    return [&, reading](std::size_t at, std::string bytes) { judge(*reading, indices[at], std::move(bytes)); };
  });
}

std::vector<Finding> RuleSession::find_in_unread() const {
  std::vector<Finding> unread;
  std::size_t document = 0;
  const auto& documents = scan_->corpus.documents();
  for (const Finding& problem : scan_->problems) {  // both by path
    while (document < documents.size() && documents[document].path < problem.path) ++document;
    const bool is_read =
        document < documents.size() && documents[document].path == problem.path && !documents[document].items.empty();
    if (!is_read) unread.push_back(problem);
  }
  return runner_->keep_planned(unread);
}

}  // namespace milepost
