// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/item_cells.h"

#include "core/render/progress_bar.h"
#include "core/render/terminal_text.h"
#include "operations/item_columns.h"

namespace milepost {

TextRole role_of(StatusCategory category) {
  switch (category) {
    case StatusCategory::active:
      return TextRole::info;
    case StatusCategory::blocked:
      return TextRole::bad;
    case StatusCategory::done:
      return TextRole::good;
    case StatusCategory::planned:
      return TextRole::plain;
    case StatusCategory::cancelled:
    case StatusCategory::archived:
    case StatusCategory::unknown:
      return TextRole::dim;
  }
  return TextRole::plain;
}

Cell status_cell(const Item& item, const View& view) {
  if (!item.status) return cell(std::string(view.style.glyphs().dash), TextRole::dim);
  const StatusCategory category = item.status->value.category;
  return cell(to_string(category), role_of(category));
}

Cell bar_cell(const Progress& progress, std::size_t width, const View& view) {
  const auto percent = shown_percent(progress);
  if (!percent) return {};
  const BarParts parts = bar_parts(*percent, width, view.style.glyphs());
  const TextRole role = *percent >= 100 ? TextRole::good : TextRole::info;
  return {{parts.full, role}, {parts.rest, TextRole::dim}, {pad_to(percent_text(*percent), 6, Align::right)}};
}

std::string count_of(const Progress& progress) {
  const Count& count = progress.boxes.total != 0 ? progress.boxes : progress.tasks;
  return count.total == 0 ? std::string() : std::to_string(count.done) + "/" + std::to_string(count.total);
}

std::string short_id(const Item& item, const View& view) {
  return item.id ? view.clean(item.id->value.substr(item.id->value.rfind('/') + 1)) : std::string();
}

std::string title_of(const Item& item, const std::string& name, const View& view) {
  if (item.title && !item.title->value.empty()) return view.clean(item.title->value);
  return view.clean(item.id ? name : name.substr(name.rfind('/') + 1));
}

}  // namespace milepost
