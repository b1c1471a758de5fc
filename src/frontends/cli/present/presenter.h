// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Presenter: prints the typed answer of one operation for people. There is one per operation, in a file of its name;
// `--json` never comes here, it takes the operation's own JSON.
#pragma once

#include <string>
#include <vector>

#include "frontends/cli/screen.h"
#include "operations/arguments.h"
#include "operations/generated_file.h"
#include "operations/operation.h"
#include "operations/session.h"

namespace milepost {

struct Presented {
  std::string text{};  // for stdout
  Outcome outcome = Outcome::done;
  std::string notice{};                // for stderr
  bool is_page = true;                 // text for people, which may go through a pager
  std::vector<GeneratedFile> files{};  // to be written below the root
};

using Presenter = Result<Presented> (*)(Session&, const Arguments&, const Screen&);

// Never null: every operation of the table has one, which a test holds.
[[nodiscard]] Presenter find_presenter(const Operation& operation);

[[nodiscard]] Result<Presented> present_claim(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_next(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_release(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_baseline(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_check(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_explain(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_rule_list(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_completion(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_complete_words(Session& session, const Arguments& arguments,
                                                       const Screen& screen);
[[nodiscard]] Result<Presented> present_config_list(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_dashboard(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_dialect_check(Session& session, const Arguments& arguments,
                                                      const Screen& screen);
[[nodiscard]] Result<Presented> present_dialect_list(Session& session, const Arguments& arguments,
                                                     const Screen& screen);
[[nodiscard]] Result<Presented> present_dialect_show(Session& session, const Arguments& arguments,
                                                     const Screen& screen);
[[nodiscard]] Result<Presented> present_docs_generate(Session& session, const Arguments& arguments,
                                                      const Screen& screen);
[[nodiscard]] Result<Presented> present_edit(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_help(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_list(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_plan_list(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_schema(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_show(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_tree(Session& session, const Arguments& arguments, const Screen& screen);
[[nodiscard]] Result<Presented> present_version(Session& session, const Arguments& arguments, const Screen& screen);

}  // namespace milepost
