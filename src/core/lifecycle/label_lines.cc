// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/label_lines.h"

#include <algorithm>

#include "core/document/labels.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/table_cells.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

std::vector<PlacedLabel> labels_between(const EditDraft& draft, std::uint32_t begin, std::uint32_t end,
                                        PlainLabels plain) {
  std::vector<PlacedLabel> labels;
  if (begin < end) collect_labels(draft.bytes(), draft.markdown(), begin, end, plain, labels);
  return labels;
}

std::vector<PlacedLabel> labels_on_line(const EditDraft& draft, ByteRange value) {
  const std::uint32_t leaf = draft.leaf_at(value.begin);
  if (leaf == kNoBlock) return {};
  const ByteRange line = draft.line_at(value.begin);
  std::vector<PlacedLabel> labels = labels_between(draft, leaf, leaf + 1, PlainLabels::yes);
  std::erase_if(labels,
                [&](const PlacedLabel& label) { return label.value.begin < line.begin || label.value.end > line.end; });
  return labels;
}

// Where the marks in front of a label begin: behind the separator or the start of the content.
ByteOffset marks_begin(const EditDraft& draft, ByteOffset label, ByteOffset floor) {
  while (label > floor && std::string_view("*_").find(draft.bytes()[label - 1]) != std::string_view::npos) --label;
  return label;
}

// Behind the closing marks of a value.
ByteOffset behind_marks(const EditDraft& draft, ByteRange value) {
  ByteOffset end = value.end;
  const ByteOffset stop = draft.line_at(value.end).end;
  while (end < stop && std::string_view("*_").find(draft.bytes()[end]) != std::string_view::npos) ++end;
  return end;
}

// One label of several on a line goes with the separator beside it.
Result<void> remove_segment(EditDraft& draft, const std::vector<PlacedLabel>& labels, std::size_t at) {
  const ByteRange line = draft.line_at(labels[at].value.begin);
  ByteRange gone;
  if (at + 1 < labels.size()) {
    gone = {marks_begin(draft, labels[at].label.begin, at == 0 ? line.begin : labels[at - 1].value.end),
            marks_begin(draft, labels[at + 1].label.begin, labels[at].value.end)};
  } else {
    gone = {behind_marks(draft, labels[at - 1].value), behind_marks(draft, labels[at].value)};
  }
  draft.replace(gone, "");
  return {};
}

void remove_line(EditDraft& draft, ByteOffset at) {
  ByteRange gone{draft.line_at(at).begin, draft.next_line(at)};
  const bool blank_before = gone.begin > draft.parsed().source.content_begin() && draft.is_blank_line(gone.begin - 1);
  const bool blank_behind = gone.end < draft.bytes().size() && draft.is_blank_line(gone.end);
  if (blank_before && blank_behind) gone.end = draft.next_line(gone.end);
  draft.remove_lines(gone);
}

// Another label at the end of a line of several, with the separator and the marks of the last one.
void insert_behind(EditDraft& draft, const std::vector<PlacedLabel>& labels, std::string_view label,
                   std::string_view value) {
  const PlacedLabel& last = labels.back();
  const ByteOffset end = behind_marks(draft, last.value);
  std::string text = " | **";
  if (labels.size() > 1) text = draft.slice({behind_marks(draft, labels[labels.size() - 2].value), last.label.begin});
  std::string_view joint = draft.slice({last.label.end, last.value.begin});
  text.append(label).append(joint.empty() ? ":** " : joint).append(value).append(draft.slice({last.value.end, end}));
  draft.insert(end, std::move(text));
}

// The labels among which a new one belongs: of the head of the item.
std::vector<PlacedLabel> head_labels(const EditDraft& draft) {
  const Outline& outline = draft.parsed().outline;
  const std::uint32_t heading = draft.item_heading();
  std::uint32_t begin = 0;
  std::uint32_t end = outline.head_end;
  if (draft.item_index() != 0 && heading != kNoBlock) {
    begin = outline.headings[heading].block + 1;
    end = own_blocks_end(outline, heading);
  }
  std::vector<PlacedLabel> labels = labels_between(draft, begin, end, PlainLabels::no);
  if (labels.empty()) labels = labels_between(draft, begin, end, PlainLabels::yes);
  // Only what the dialect knows: a sentence with a bold beginning is no field.
  FieldTable known;
  for (const PlacedLabel& label : labels) known.add_labels(draft.scan(), draft.dialect(), std::span(&label, 1), 0);
  std::erase_if(labels, [&](const PlacedLabel& label) {
    return std::ranges::none_of(known.all(), [&](const RawField& field) { return field.value == label.value; });
  });
  std::erase_if(labels, [](const PlacedLabel& label) { return label.carrier == Carrier::banner; });
  return labels;
}

bool has_hard_break(const EditDraft& draft, ByteOffset at) {
  const std::string_view line = draft.slice(draft.line_at(at));
  return line.ends_with("  ") || line.ends_with("\\") || line.ends_with("<br>") || line.ends_with("<br/>");
}

// A new line in the form of `model`, which must be alone on its line.
Result<void> insert_like(EditDraft& draft, const PlacedLabel& model, bool before, std::string_view label,
                         std::string_view value) {
  const ByteRange line = draft.line_at(model.label.begin);
  std::string_view prefix = draft.slice({line.begin, model.label.begin});
  // An emoji in front belongs to that label alone.
  const std::size_t symbol = prefix.find_first_not_of(" \t>-+*_");
  if (symbol != std::string_view::npos)
    return std::unexpected(
        draft.error_at(ErrorKind::usage, line.begin,
                       "no line here shows how a new field is written; add '" + std::string(label) + "' by hand"));
  const ByteOffset behind = model.value.end;
  const bool is_wrapped = behind < line.end && (draft.bytes()[behind] == '_' || draft.bytes()[behind] == '*');
  if (is_wrapped && (value.size() > 400 || value.find(draft.bytes()[behind]) != std::string_view::npos))
    return std::unexpected(
        draft.error_at(ErrorKind::usage, line.begin,
                       "the value is too long for the marks that stand round fields here, or holds one"));
  std::string text(prefix);
  text.append(label).append(draft.slice({model.label.end, model.value.begin})).append(value);
  text.append(draft.slice({model.value.end, line.end})).append(draft.eol_at(line.begin));
  draft.insert_lines(before ? line.begin : draft.next_line(line.begin), std::move(text));
  return {};
}

Result<void> insert_below_heading(EditDraft& draft, std::string_view label, std::string_view value) {
  const Outline& outline = draft.parsed().outline;
  const std::uint32_t heading = draft.item_heading();
  ByteOffset at = draft.parsed().front_matter.body_begin;
  const std::string eol(draft.eol_at(at));
  std::string text = "**" + std::string(label) + ":** " + std::string(value) + eol;
  if (heading != kNoBlock) {
    at = draft.next_line(draft.markdown().blocks[outline.headings[heading].block].range.end);
    text.insert(0, eol);
  }
  const bool needs_blank = at < draft.bytes().size() && !draft.is_blank_line(at);
  if (needs_blank) text += eol;
  draft.insert_lines(at, std::move(text));
  return {};
}

}  // namespace

Result<void> remove_label(EditDraft& draft, ByteRange value) {
  const MarkdownPlace place = markdown_place(draft, value);
  if (place == MarkdownPlace::heading)
    return std::unexpected(
        draft.error_at(ErrorKind::refused, value.begin, "the field is a heading; remove it by hand"));
  if (place != MarkdownPlace::label_line)
    return value.empty() ? Result<void>{} : replace_markdown_value(draft, value, "");
  const std::vector<PlacedLabel> labels = labels_on_line(draft, value);
  const auto own = std::ranges::find(labels, value, &PlacedLabel::value);
  if (own == labels.end())
    return std::unexpected(
        draft.error_at(ErrorKind::refused, value.begin, "the field is part of the text; remove it by hand"));
  if (labels.size() > 1) return remove_segment(draft, labels, static_cast<std::size_t>(own - labels.begin()));
  const Block& leaf = draft.markdown().blocks[draft.leaf_at(value.begin)];
  const bool in_list = leaf.parent != kNoBlock && draft.markdown().blocks[leaf.parent].kind == BlockKind::list_item;
  if (in_list && leaf.lines_count > 1)
    return std::unexpected(
        draft.error_at(ErrorKind::refused, value.begin, "the field is part of a longer list entry; remove it by hand"));
  remove_line(draft, value.begin);
  return {};
}

Result<void> insert_label(EditDraft& draft, std::string_view label, std::string_view value) {
  const std::vector<PlacedLabel> labels = head_labels(draft);
  if (labels.empty()) return insert_below_heading(draft, label, value);
  const PlacedLabel& last = labels.back();
  if (last.carrier == Carrier::table) {
    insert_row(draft, draft.markdown().blocks[last.block].parent, {std::string(label), std::string(value)},
               RowPlace::last);
    return {};
  }
  // The nearest line with one label and a value shows the form.
  for (auto model = labels.rbegin(); model != labels.rend(); ++model) {
    const bool is_alone = labels_on_line(draft, model->value).size() == 1;
    if (!is_alone || model->value.empty() || model->block != last.block) continue;
    // The last line of a paragraph has no hard break, so a line behind it would run into it.
    const bool is_broken = has_hard_break(draft, model->value.end);
    const bool is_last_of_many = &*model == &last && labels.size() > 1 && !is_broken &&
                                 labels[labels.size() - 2].block == last.block &&
                                 has_hard_break(draft, labels[labels.size() - 2].value.end);
    if (is_last_of_many) {
      const PlacedLabel& broken = labels[labels.size() - 2];
      if (!broken.value.empty() && labels_on_line(draft, broken.value).size() == 1)
        return insert_like(draft, broken, false, label, value);
    }
    return insert_like(draft, *model, false, label, value);
  }
  insert_behind(draft, labels_on_line(draft, last.value), label, value);
  return {};
}

}  // namespace milepost
