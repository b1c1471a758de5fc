// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/present_change.h"

#include <string>
#include <utility>

#include "core/base/wording.h"

namespace milepost {
namespace {

constexpr std::size_t kShortCommit = 10;

std::string file_line(const ChangedFile& file, const View& view) {
  const Glyphs& glyphs = view.style.glyphs();
  const std::string path = view.clean(file.path);
  switch (file.action) {
    case FileAction::created:
      return view.style.paint(TextRole::good, "new") + "      " + path;
    case FileAction::removed:
      return view.style.paint(TextRole::bad, "removed") + "  " + path;
    case FileAction::moved:
      return view.style.paint(TextRole::accent, "moved") + "    " + path + " " + std::string(glyphs.arrow) + " " +
             view.clean(file.new_path);
    case FileAction::edited:
      break;
  }
  return view.style.paint(TextRole::accent, "changed") + "  " + path;
}

std::string remarks_of(const ChangeAnswer& answer) { return joined(answer.remarks, "; "); }

}  // namespace

Presented show_change(const ChangeAnswer& answer, const Arguments& arguments, const View& view) {
  Presented presented;
  presented.is_page = false;
  presented.notice = remarks_of(answer);
  if (arguments.has("dry-run")) {
    presented.text = answer.patch;
    if (answer.patch.empty() && presented.notice.empty()) presented.notice = "nothing would change";
    return presented;
  }
  if (answer.lines.empty() && !answer.files.empty())
    presented.text +=
        view.style.paint(TextRole::good, view.style.glyphs().check) + " " + view.clean(answer.summary) + "\n";
  for (const std::string& line : answer.lines)
    presented.text += view.style.paint(TextRole::good, view.style.glyphs().check) + " " + view.clean(line) + "\n";
  for (const ChangedFile& file : answer.files) presented.text += "  " + file_line(file, view) + "\n";
  for (const FolderMove& move : answer.folders)
    presented.text += "  " + view.style.paint(TextRole::accent, "moved") + "    " + view.clean(move.from) + "/ " +
                      std::string(view.style.glyphs().arrow) + " " + view.clean(move.to) + "/\n";
  if (!answer.commit.empty())
    presented.text +=
        "  " + view.style.paint(TextRole::accent, "commit") + "   " + answer.commit.substr(0, kShortCommit) + "\n";
  return presented;
}

}  // namespace milepost
