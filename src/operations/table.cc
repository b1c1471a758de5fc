// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/table.h"

#include <array>

#include "operations/annotate.h"
#include "operations/baseline.h"
#include "operations/boxes.h"
#include "operations/check.h"
#include "operations/claim.h"
#include "operations/complete_words.h"
#include "operations/completion.h"
#include "operations/config_list.h"
#include "operations/dashboard.h"
#include "operations/depend.h"
#include "operations/dialect_check.h"
#include "operations/dialect_list.h"
#include "operations/dialect_show.h"
#include "operations/docs_generate.h"
#include "operations/edit_document.h"
#include "operations/execplan/milestones.h"
#include "operations/execplan/plans.h"
#include "operations/execplan/registry_commands.h"
#include "operations/explain.h"
#include "operations/fix.h"
#include "operations/help.h"
#include "operations/hooks.h"
#include "operations/init.h"
#include "operations/list.h"
#include "operations/move_item.h"
#include "operations/new_document.h"
#include "operations/next.h"
#include "operations/plan_list.h"
#include "operations/rename.h"
#include "operations/renumber.h"
#include "operations/rows.h"
#include "operations/rule_list.h"
#include "operations/schema.h"
#include "operations/set_field.h"
#include "operations/show.h"
#include "operations/take_step.h"
#include "operations/tree.h"
#include "operations/undo.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr auto kOperations = std::to_array<const Operation*>({
    &kDashboardOperation,
    &kListOperation,
    &kShowOperation,
    &kTreeOperation,
    &kSetOperation,
    &kUnsetOperation,
    &kTickOperation,
    &kUntickOperation,
    &kDeferOperation,
    &kTaskAddOperation,
    &kTaskStatusOperation,
    &kPhaseOperation,
    &kRiskAddOperation,
    &kRiskSetOperation,
    &kDependAddOperation,
    &kDependRemoveOperation,
    &kLinkOperation,
    &kLogOperation,
    &kNoteOperation,
    &kStartOperation,
    &kBlockOperation,
    &kUnblockOperation,
    &kCompleteOperation,
    &kCancelOperation,
    &kReopenOperation,
    &kArchiveOperation,
    &kUnarchiveOperation,
    &kRenumberOperation,
    &execplan::kNewPlanOperation,
    &execplan::kCompletePlanOperation,
    &execplan::kArchivePlanOperation,
    &execplan::kListPlansOperation,
    &execplan::kNewMilestoneOperation,
    &execplan::kCompleteMilestoneOperation,
    &execplan::kArchiveMilestoneOperation,
    &execplan::kListMilestonesOperation,
    &execplan::kRemainingMilestonesOperation,
    &execplan::kCheckPlansOperation,
    &execplan::kBuildRegistryOperation,
    &execplan::kUpdateRegistryOperation,
    &kDialectListOperation,
    &kDialectShowOperation,
    &kDialectCheckOperation,
    &kInitOperation,
    &kConfigListOperation,
    &kSchemaOperation,
    &kCompletionOperation,
    &kDocsGenerateOperation,
    &kUndoOperation,
    &kEditOperation,
    &kRenameOperation,
    &kMoveOperation,
    &kNewOperation,
    &kPlanNewOperation,
    &kPlanListOperation,
    &kPlanCompleteOperation,
    &kNextOperation,
    &kClaimOperation,
    &kReleaseOperation,
    &kCheckOperation,
    &kFixOperation,
    &kExplainOperation,
    &kRuleListOperation,
    &kBaselineOperation,
    &kHooksInstallOperation,
    &kHooksUninstallOperation,
    &kHooksStatusOperation,
    &kHelpOperation,
    &kVersionOperation,
    &kCompleteWordsOperation,
});

}  // namespace

OperationTable operations() { return kOperations; }

}  // namespace milepost
