// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Screen: how output is to look and how wide it may be, decided from flags, environment and, once a workspace is open,
// its configuration. Presenters ask for a View after their operation has run.
#pragma once

#include <cstddef>
#include <optional>

#include "core/render/style.h"
#include "frontends/cli/environment.h"
#include "operations/arguments.h"
#include "workspace/workspace.h"

namespace milepost {

struct View {
  Style style;
  std::optional<std::size_t> width;  // nothing: not a terminal, so nothing is cut

  // Text of a document made safe for this output.
  [[nodiscard]] std::string clean(std::string_view text) const;
};

class Screen {
 public:
  // Borrows both.
  Screen(const Environment& environment, const Arguments& globals) : environment_(&environment), globals_(&globals) {}

  // `workspace` may be null: then flags and environment decide alone.
  [[nodiscard]] View view(const Workspace* workspace) const;
  // For messages on stderr.
  [[nodiscard]] Style error_style() const;

 private:
  [[nodiscard]] ColourFacts colour_facts(bool is_terminal) const;

  const Environment* environment_;
  const Arguments* globals_;
};

}  // namespace milepost
