// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_show.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {
namespace {

// Cleaned line by line: a dialect of the workspace is a document like any other.
std::string clean_lines(std::string_view text, const View& view) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.append(view.clean(text.substr(0, end))).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

Result<Presented> present_dialect_show(Session& session, const Arguments& arguments, const Screen& screen) {
  auto info = dialect_show(session, arguments);
  if (!info) return std::unexpected(std::move(info).error());
  const View view = screen.view(session.opened());
  // Piped output is meant for a file and keeps its bytes.
  return Presented{.text = view.width ? clean_lines((*info)->toml, view) : (*info)->toml};
}

}  // namespace milepost
