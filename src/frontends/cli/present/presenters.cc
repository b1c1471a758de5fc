// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "frontends/cli/present/hooks.h"
#include "frontends/cli/present/present_change.h"
#include "frontends/cli/present/present_lines.h"
#include "frontends/cli/present/presenter.h"
#include "operations/annotate.h"
#include "operations/boxes.h"
#include "operations/depend.h"
#include "operations/execplan/milestones.h"
#include "operations/execplan/plans.h"
#include "operations/execplan/registry_commands.h"
#include "operations/fix.h"
#include "operations/init.h"
#include "operations/move_item.h"
#include "operations/new_document.h"
#include "operations/rename.h"
#include "operations/renumber.h"
#include "operations/rows.h"
#include "operations/set_field.h"
#include "operations/take_step.h"
#include "operations/undo.h"

namespace milepost {
namespace {

struct Row {
  std::string_view operation;
  Presenter presenter;
};

constexpr std::array kPresenters{
    Row{"archive", present_change<take_step<Step::archive>>},
    Row{"baseline", present_baseline},
    Row{"block", present_change<take_step<Step::block>>},
    Row{"cancel", present_change<take_step<Step::cancel>>},
    Row{"check", present_check},
    Row{"claim", present_claim},
    Row{"complete", present_change<take_step<Step::complete>>},
    Row{"complete_words", present_complete_words},
    Row{"completion", present_completion},
    Row{"config_list", present_config_list},
    Row{"dashboard", present_dashboard},
    Row{"defer", present_change<defer>},
    Row{"depend_add", present_change<add_dependency>},
    Row{"depend_remove", present_change<remove_dependency>},
    Row{"dialect_check", present_dialect_check},
    Row{"dialect_list", present_dialect_list},
    Row{"dialect_show", present_dialect_show},
    Row{"docs_generate", present_docs_generate},
    Row{"edit", present_edit},
    Row{"execplan_archive", present_plain_change<execplan::archive_plan>},
    Row{"execplan_complete", present_plain_change<execplan::complete_plan>},
    Row{"execplan_list", present_lines<execplan::list_plans>},
    Row{"execplan_milestone_archive", present_plain_change<execplan::archive_milestone>},
    Row{"execplan_milestone_complete", present_plain_change<execplan::complete_milestone>},
    Row{"execplan_milestone_list", present_lines<execplan::list_milestones>},
    Row{"execplan_milestone_new", present_plain_change<execplan::new_milestone>},
    Row{"execplan_milestone_remaining", present_lines<execplan::remaining_milestones>},
    Row{"execplan_new", present_plain_change<execplan::new_plan>},
    Row{"execplan_registry_build", present_plain_change<execplan::build_registry>},
    Row{"execplan_registry_check", present_lines<execplan::check_plans>},
    Row{"execplan_registry_update", present_plain_change<execplan::update_registry>},
    Row{"explain", present_explain},
    Row{"fix", present_change<fix>},
    Row{"help", present_help},
    Row{"hooks_install", present_hooks_install},
    Row{"hooks_status", present_hooks_status},
    Row{"hooks_uninstall", present_hooks_uninstall},
    Row{"init", present_change<init>},
    Row{"link", present_change<add_link>},
    Row{"list", present_list},
    Row{"log", present_change<add_log>},
    Row{"move", present_change<move_item>},
    Row{"new", present_change<new_document>},
    Row{"next", present_next},
    Row{"note", present_change<add_note>},
    Row{"phase", present_change<set_phase_status>},
    Row{"plan_complete", present_change<complete_parent>},
    Row{"plan_list", present_plan_list},
    Row{"plan_new", present_change<new_plan>},
    Row{"release", present_release},
    Row{"rename", present_change<rename_item>},
    Row{"renumber", present_change<renumber>},
    Row{"reopen", present_change<take_step<Step::reopen>>},
    Row{"risk_add", present_change<add_risk>},
    Row{"risk_set", present_change<set_risk>},
    Row{"rule_list", present_rule_list},
    Row{"schema", present_schema},
    Row{"set", present_change<set_field>},
    Row{"show", present_show},
    Row{"start", present_change<take_step<Step::start>>},
    Row{"task_add", present_change<add_task>},
    Row{"task_status", present_change<set_task_status>},
    Row{"tick", present_change<tick>},
    Row{"tree", present_tree},
    Row{"unarchive", present_change<take_step<Step::unarchive>>},
    Row{"unblock", present_change<take_step<Step::unblock>>},
    Row{"undo", present_change<undo>},
    Row{"unset", present_change<unset_field>},
    Row{"untick", present_change<untick>},
    Row{"version", present_version},
};

}  // namespace

Presenter find_presenter(const Operation& operation) {
  const auto row = std::ranges::find_if(kPresenters, [&](const Row& r) { return r.operation == operation.name; });
  return row == kPresenters.end() ? nullptr : row->presenter;
}

}  // namespace milepost
