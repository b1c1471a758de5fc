// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "frontends/cli/present/presenter.h"

namespace milepost {
namespace {

struct Row {
  std::string_view operation;
  Presenter presenter;
};

constexpr std::array kPresenters{
    Row{"baseline", present_baseline},
    Row{"check", present_check},
    Row{"complete", present_complete},
    Row{"completion", present_completion},
    Row{"config_list", present_config_list},
    Row{"dashboard", present_dashboard},
    Row{"dialect_check", present_dialect_check},
    Row{"dialect_list", present_dialect_list},
    Row{"dialect_show", present_dialect_show},
    Row{"docs_generate", present_docs_generate},
    Row{"explain", present_explain},
    Row{"help", present_help},
    Row{"list", present_list},
    Row{"rule_list", present_rule_list},
    Row{"schema", present_schema},
    Row{"show", present_show},
    Row{"tree", present_tree},
    Row{"version", present_version},
};

}  // namespace

Presenter find_presenter(const Operation& operation) {
  const auto row = std::ranges::find_if(kPresenters, [&](const Row& r) { return r.operation == operation.name; });
  return row == kPresenters.end() ? nullptr : row->presenter;
}

}  // namespace milepost
