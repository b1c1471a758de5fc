// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/table.h"

#include <array>

#include "operations/baseline.h"
#include "operations/check.h"
#include "operations/complete.h"
#include "operations/completion.h"
#include "operations/config_list.h"
#include "operations/dashboard.h"
#include "operations/dialect_check.h"
#include "operations/dialect_list.h"
#include "operations/dialect_show.h"
#include "operations/docs_generate.h"
#include "operations/explain.h"
#include "operations/help.h"
#include "operations/list.h"
#include "operations/rule_list.h"
#include "operations/schema.h"
#include "operations/show.h"
#include "operations/tree.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr std::array<const Operation*, 18> kOperations{
    &kDashboardOperation,   &kListOperation,        &kShowOperation,         &kTreeOperation,
    &kCheckOperation,       &kExplainOperation,     &kRuleListOperation,     &kBaselineOperation,
    &kDialectListOperation, &kDialectShowOperation, &kDialectCheckOperation, &kConfigListOperation,
    &kSchemaOperation,      &kCompletionOperation,  &kDocsGenerateOperation, &kHelpOperation,
    &kVersionOperation,     &kCompleteOperation};

}  // namespace

OperationTable operations() { return kOperations; }

}  // namespace milepost
