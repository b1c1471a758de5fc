// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/table.h"

#include <array>

#include "operations/complete_words.h"
#include "operations/completion.h"
#include "operations/config_list.h"
#include "operations/dashboard.h"
#include "operations/dialect_check.h"
#include "operations/dialect_list.h"
#include "operations/dialect_show.h"
#include "operations/docs_generate.h"
#include "operations/help.h"
#include "operations/list.h"
#include "operations/schema.h"
#include "operations/show.h"
#include "operations/tree.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr std::array<const Operation*, 14> kOperations{
    &kDashboardOperation,    &kListOperation,         &kShowOperation,       &kTreeOperation,    &kDialectListOperation,
    &kDialectShowOperation,  &kDialectCheckOperation, &kConfigListOperation, &kSchemaOperation,  &kCompletionOperation,
    &kDocsGenerateOperation, &kHelpOperation,         &kVersionOperation,    &kCompleteWordsOperation};

}  // namespace

OperationTable operations() { return kOperations; }

}  // namespace milepost
