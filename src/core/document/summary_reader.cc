// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/summary_reader.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/document/counting.h"
#include "core/document/dependency_sentences.h"
#include "core/document/fold.h"
#include "core/document/item_builder.h"
#include "core/document/relative_link.h"
#include "core/document/row_items.h"
#include "core/text/inline.h"
#include "core/text/source_text.h"

namespace milepost {
namespace {

// How much less a place is trusted than the head of the document; of sections see field_table.h.
constexpr std::uint16_t kFooterPenalty = 4000;

bool names_children(ItemKind kind) {
  return kind == ItemKind::overview || kind == ItemKind::plan || kind == ItemKind::epic || kind == ItemKind::sprint;
}

bool names_first_word(const std::vector<std::string>& words, std::string_view text) {
  std::string buffer;
  const std::string_view folded = fold_heading(text, buffer);
  return std::ranges::find(words, folded.substr(0, folded.find(' '))) != words.end();
}

// "### After M3" under "## Dependencies" names what comes later, not what must come before.
bool speaks_of_others(const SectionRule& rule, std::string_view heading) {
  return names_first_word(rule.skip_under, heading);
}

}  // namespace

SummaryReader::SummaryReader(const DialectSet& dialects) : dialects_(dialects), tools_(dialects.words()) {}

const Verdict& SummaryReader::recognise_text(std::string_view path, std::string_view bytes) {
  path_.assign(path);
  milepost::lower_path(path, lower_path_);
  bytes_ = bytes;
  read_front_matter(bytes, front_matter_);
  scan_markdown(bytes, front_matter_.body_begin, markdown_);
  build_outline(bytes, markdown_, outline_);
  collect_head();
  collect_evidence();
  verdict_ = recognise(dialects_, evidence_);
  if (verdict_.dialect != nullptr) classifier_.classify(bytes_, *verdict_.dialect, outline_);
  return verdict_;
}

void SummaryReader::collect_head() {
  head_labels_.clear();
  const bool titled = outline_.title != kNoBlock;
  const std::uint32_t title_block = titled ? outline_.headings[outline_.title].block : 0;
  // Labels above the title count too; a document without H1 is headed by its first heading.
  collect_labels(bytes_, markdown_, 0, titled ? title_block : outline_.head_end, PlainLabels::yes, head_labels_);
  if (titled) collect_labels(bytes_, markdown_, title_block + 1, outline_.head_end, PlainLabels::yes, head_labels_);
  collect_row_labels(markdown_, titled ? title_block + 1 : 0, outline_.head_end, head_labels_);
}

void SummaryReader::collect_evidence() {
  evidence_.clear();
  evidence_.path = PathProbe(lower_path_);
  evidence_.text = bytes_;
  evidence_.front_matter = &front_matter_;
  evidence_.outline = &outline_;
  std::string buffer;
  const std::vector<YamlNode>& nodes = front_matter_.nodes;
  if (!nodes.empty() && nodes[0].kind == YamlKind::mapping)
    for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end) {
      const std::string_view key = fold_words(nodes[i].key, buffer);
      evidence_.keys.emplace_back(key);
      evidence_.keys_sketch.add(hash_word(key));
    }
  if (outline_.title != kNoBlock)
    evidence_.title = fold_heading(slice(bytes_, outline_.headings[outline_.title].text), buffer);
  for (const PlacedLabel& label : head_labels_)
    evidence_.labels.emplace_back(fold_words(slice(bytes_, label.label), buffer));
}

void SummaryReader::collect_document_fields(ItemKind kind) {
  fields_.clear();
  const Scan here = scan();
  fields_.add_front_matter(here, *verdict_.dialect, kind, evidence_.keys);
  add_dependency_sentences();
  fields_.add_labels(here, *verdict_.dialect, head_labels_, 0);
  add_metadata_sections();
  labels_.clear();
  footer_begin_ = footer_begin(markdown_, outline_.head_end);
  add_overall_progress();
  collect_footer_labels(bytes_, markdown_, footer_begin_, labels_);
  for (PlacedLabel& label : labels_) label.carrier = Carrier::footer;
  fields_.add_labels(here, *verdict_.dialect, labels_, kFooterPenalty);
  fields_.sort();
}

// What the head and the sections that tell what the document is about say of dependencies in the middle of a line.
void SummaryReader::add_dependency_sentences() {
  const Dialect& dialect = *verdict_.dialect;
  const auto search = [&](BlockSpan span) {
    find_dependency_sentences(bytes_, markdown_, dialect, span, head_labels_);
  };
  const bool titled = outline_.title != kNoBlock;
  search({titled ? outline_.headings[outline_.title].block + 1 : 0, outline_.head_end});
  for (std::uint32_t i = 0; i < outline_.headings.size(); ++i) {
    const Heading& heading = outline_.headings[i];
    const SectionRule* rule = section_rule(dialect, heading);
    if (rule == nullptr || heading.inherited || is_inside_item(i)) continue;
    if (rule->kind == "objective" || rule->kind == "summary" || rule->kind == "context")
      search({heading.block + 1, own_blocks_end(outline_, i)});
  }
}

bool SummaryReader::is_inside_item(std::uint32_t heading) const {
  const std::uint32_t block = outline_.headings[heading].block;
  return std::ranges::any_of(heading_items_, [&](const HeadingItem& item) {
    const Heading& own = outline_.headings[item.heading];
    return own.block <= block && block < own.block_end;
  });
}

void SummaryReader::add_metadata_sections() {
  for (std::uint32_t i = 0; i < outline_.headings.size(); ++i) {
    if (i == outline_.title || is_inside_item(i)) continue;
    add_heading_fields(i);
    const SectionRule* rule = section_rule(*verdict_.dialect, outline_.headings[i]);
    const bool is_head = is_heading_of_head(i);
    if (!is_head && (rule == nullptr || !rule->metadata || outline_.headings[i].inherited)) continue;
    labels_.clear();
    const bool strict = !is_head && rule->kind == "summary";
    collect_labels(bytes_, markdown_, outline_.headings[i].block + 1, own_blocks_end(outline_, i),
                   strict ? PlainLabels::no : PlainLabels::yes, labels_);
    fields_.add_labels(scan(), *verdict_.dialect, labels_, kSectionPenalty);
    if (rule != nullptr && rule->kind == "status") add_status_section(i);
  }
}

// "## Priority: HIGH" right below the title is a line of the head that was made a heading; what follows belongs to it.
bool SummaryReader::is_heading_of_head(std::uint32_t heading) {
  if (outline_.title == kNoBlock || heading != outline_.title + 1) return false;
  const std::string_view text = slice(bytes_, outline_.headings[heading].text);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 40 || colon + 1 >= text.size()) return false;
  std::string buffer;
  return verdict_.dialect->labels.contains(fold_words(text.substr(0, colon), buffer));
}

// "**Overall Progress**: 67%" speaks of the whole document wherever it stands.
void SummaryReader::add_overall_progress() {
  if (bytes_.find("Overall Progress") == std::string_view::npos) return;
  collect_labels(bytes_, markdown_, outline_.head_end, footer_begin_, PlainLabels::no, labels_);
  std::string buffer;
  std::erase_if(labels_, [&](const PlacedLabel& label) {
    return fold_words(slice(bytes_, label.label), buffer) != "overall progress";
  });
  fields_.add_labels(scan(), *verdict_.dialect, labels_, kFooterPenalty);
  labels_.clear();
}

// "## Status: COMPLETED"
void SummaryReader::add_heading_fields(std::uint32_t heading) {
  const Heading& own = outline_.headings[heading];
  // To Markdown the lines of a front matter below the title are a heading that its `---` underlines.
  if (front_matter_.range.begin <= own.text.begin && own.text.begin < front_matter_.range.end) return;
  const std::string_view text = slice(bytes_, own.text);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 40) return;
  std::string buffer;
  const auto found = verdict_.dialect->labels.find(fold_words(text.substr(0, colon), buffer));
  if (found == verdict_.dialect->labels.end()) return;
  std::size_t value = colon + 1;
  while (value < text.size() && (text[value] == ' ' || text[value] == '*')) ++value;
  RawField field;
  field.role = found->second.role;
  field.rank = static_cast<std::uint16_t>(found->second.rank + kSectionPenalty);
  field.carrier = Carrier::heading;
  field.label = {own.text.begin, static_cast<ByteOffset>(own.text.begin + colon)};
  field.value = {static_cast<ByteOffset>(own.text.begin + value), own.text.end};
  field.line = own.line;
  fields_.add(field);
}

// "## Status" and the first line below it.
void SummaryReader::add_status_section(std::uint32_t heading) {
  const std::uint32_t first = outline_.headings[heading].block + 1;
  if (first >= own_blocks_end(outline_, heading) || markdown_.blocks[first].kind != BlockKind::paragraph) return;
  const Block& block = markdown_.blocks[first];
  if (block.lines_count == 0) return;
  RawField field;
  field.role = Role::status;
  field.rank = static_cast<std::uint16_t>(kSectionPenalty + 1900);
  field.carrier = Carrier::body;
  field.label = outline_.headings[heading].text;
  field.value = markdown_.lines[block.lines_begin];
  field.line = block.line;
  fields_.add(field);
}

void SummaryReader::read_items(std::vector<Item>& items, std::vector<Finding>& problems) {
  const Scan here = scan();
  find_heading_items(here, *verdict_.dialect, *verdict_.rule, tools_.values, heading_items_);
  report_front_matter(problems);
  collect_document_fields(verdict_.rule->kind);
  collect_rows();
  Item& document = items.emplace_back();
  read_document_item(document, problems);
  if (!heading_items_.empty()) add_heading_children(document);
  items.reserve(items.size() + heading_items_.size());
  for (const HeadingItem& found : heading_items_) read_heading_item(found, items.emplace_back(), problems);
  if (verdict_.rule->many && !rows_.empty()) add_rows(items);
}

// The rows of the index: needed where a document names its children, and where it holds its milestones itself.
void SummaryReader::collect_rows() {
  rows_.clear();
  const bool many = verdict_.rule->many;
  if (!many && !(heading_items_.empty() && names_children(verdict_.rule->kind))) return;
  const auto blocks = static_cast<std::uint32_t>(markdown_.blocks.size());
  collect_index_rows(scan(), *verdict_.dialect, tools_, {0, blocks}, many ? RowsByShape::yes : RowsByShape::no, rows_);
}

void SummaryReader::add_rows(std::vector<Item>& items) {
  const Scan here = scan();
  lend_row_statuses(here, *verdict_.dialect, tools_, rows_, items);
  const std::size_t described = items.size();
  add_row_items(here, *verdict_.dialect, tools_, rows_, items);
  if (described == 1 || items.size() == described) return;
  // Rows and headings together: the children are told in the order of their lines.
  items[0].children.clear();
  for (std::size_t i = 1; i < items.size(); ++i) {
    Reference child;
    if (items[i].id) child.text = items[i].id->value;
    child.path = path_;
    child.where = items[i].title ? items[i].title->where : items[i].range;
    child.line = items[i].line;
    items[0].children.push_back(std::move(child));
  }
}

void SummaryReader::read_document_item(Item& item, std::vector<Finding>& problems) {
  const Scan here = scan();
  const Dialect& dialect = *verdict_.dialect;
  const auto blocks = static_cast<std::uint32_t>(markdown_.blocks.size());
  item.kind = verdict_.rule->kind;
  if (!verdict_.rule->many && !heading_items_.empty() && item.kind == ItemKind::milestone) item.kind = ItemKind::plan;
  item.range = {0, static_cast<ByteOffset>(bytes_.size())};
  ItemBuilder builder(here, dialect, tools_.values, problems);
  builder.fill(fields_, outline_.title == kNoBlock ? nullptr : &outline_.headings[outline_.title], item);
  if (heading_items_.empty())
    add_dependency_sections(0, static_cast<std::uint32_t>(outline_.headings.size()), builder, item);
  const milepost::Tally tally = tally_blocks(here, dialect, tools_, {0, blocks});
  item.progress.boxes = tally.boxes;
  item.progress.tasks = tally.tasks;
  item.progress.computed = computed_progress(tally);
  if (tally.unclosed_fence != kNoOffset)
    builder.report(ReadingFact::fence_never_closed, {tally.unclosed_fence, tally.unclosed_fence + 3},
                   "this fence is never closed, so the rest of the document is code to every reader; close it where "
                   "the code ends");
  if (const std::size_t broken = find_invalid_utf8(bytes_); broken != std::string_view::npos)
    builder.report(ReadingFact::not_utf8, {static_cast<ByteOffset>(broken), static_cast<ByteOffset>(broken + 1)},
                   "this byte is not UTF-8; the document is read all the same, save it as UTF-8");
  if (!names_children(item.kind) || !heading_items_.empty()) return;
  for (const IndexRow& row : rows_)
    if (!row.is_number_only && !row.is_repeat) item.children.push_back(row.reference);
}

void SummaryReader::add_dependency_sections(std::uint32_t begin, std::uint32_t end, ItemBuilder& builder, Item& item) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const SectionRule* rule = section_rule(*verdict_.dialect, outline_.headings[i]);
    if (rule == nullptr || rule->kind != "dependencies" || i == outline_.title) continue;
    if (is_under_a_part(i, begin)) continue;
    if (outline_.headings[i].inherited && speaks_of_others(*rule, slice(bytes_, outline_.headings[i].text))) continue;
    const std::size_t before = item.depends_on.size();
    builder.add_section_dependencies({outline_.headings[i].block + 1, own_blocks_end(outline_, i)}, item);
    // "Step 2" is a part of this document, not a thing that must come before it.
    const auto is_own_part = [&](const Reference& reference) {
      return names_first_word(rule->skip_names, reference.text);
    };
    item.depends_on.erase(std::remove_if(item.depends_on.begin() + static_cast<std::ptrdiff_t>(before),
                                         item.depends_on.end(), is_own_part),
                          item.depends_on.end());
  }
}

// "#### Dependencies" below "### WI-1.2: x" are those of the work item.
bool SummaryReader::is_under_a_part(std::uint32_t heading, std::uint32_t begin) {
  for (std::uint32_t i = outline_.headings[heading].parent; i != kNoBlock && i >= begin && i != outline_.title;
       i = outline_.headings[i].parent)
    if (tools_.values.leading_identifier(slice(bytes_, outline_.headings[i].text))) return true;
  return false;
}

void SummaryReader::add_heading_children(Item& item) const {
  for (const HeadingItem& found : heading_items_) {
    const Heading& heading = outline_.headings[found.heading];
    Reference child;
    if (auto id = tools_.values.title(plain_text(slice(bytes_, heading.text))).id) child.text = std::move(id->text);
    child.path = path_;
    child.where = heading.text;
    child.line = heading.line + 1;
    item.children.push_back(std::move(child));
  }
}

void SummaryReader::read_heading_item(const HeadingItem& found, Item& item, std::vector<Finding>& problems) {
  const Scan here = scan();
  const Dialect& dialect = *verdict_.dialect;
  Heading heading = outline_.headings[found.heading];
  heading.text.begin += found.number_length;
  item.kind = found.kind;
  item.line = heading.line + 1;
  item.range = {markdown_.blocks[heading.block].range.begin, heading.end};
  labels_.clear();
  const std::uint32_t own_end = std::min(own_blocks_end(outline_, found.heading), footer_begin_);
  collect_labels(bytes_, markdown_, heading.block + 1, own_end, PlainLabels::yes, labels_);
  find_dependency_sentences(bytes_, markdown_, dialect, {heading.block + 1, own_end}, labels_);
  inner_fields_.clear();
  inner_fields_.add_labels(here, dialect, labels_, 0);
  inner_fields_.sort();
  ItemBuilder builder(here, dialect, tools_.values, problems);
  builder.fill(inner_fields_, &heading, item);
  HeadingStatus split = split_heading_status(plain_text(slice(bytes_, heading.text)), tools_.values);
  if (split.status) {
    if (HeadingParts parts = tools_.values.title(split.title); !parts.title.empty())
      item.title = Stated<std::string>{std::move(parts.title), heading.text, Carrier::heading};
    DateTrouble trouble = DateTrouble::none;
    const bool is_done = split.status->category == StatusCategory::done;
    if (const auto date = tools_.values.date(split.date_text, trouble); date && is_done && !item.completed)
      item.completed = Stated<Date>{*date, heading.text, Carrier::heading};
    if (!item.status) item.status = Stated<Status>{std::move(*split.status), heading.text, Carrier::heading};
  }
  const auto last =
      std::ranges::lower_bound(outline_.headings, heading.block_end, {}, &Heading::block) - outline_.headings.begin();
  add_dependency_sections(found.heading + 1, static_cast<std::uint32_t>(last), builder, item);
  const milepost::Tally tally = tally_blocks(here, dialect, tools_, {heading.block, heading.block_end});
  item.progress.boxes = tally.boxes;
  item.progress.tasks = tally.tasks;
  item.progress.computed = computed_progress(tally);
}

void SummaryReader::report_front_matter(std::vector<Finding>& problems) {
  struct Row {
    FrontMatterTrouble trouble;
    ReadingFact fact;
    const char* message;
  };
  static constexpr std::array<Row, 6> kRows{{
      {FrontMatterTrouble::not_first, ReadingFact::front_matter_not_first,
       "the front matter is not at the first byte, so most readers do not see it; move it to the top"},
      {FrontMatterTrouble::never_closed, ReadingFact::front_matter_never_closed,
       "the front matter is opened and never closed; add a line '---' after its last key"},
      {FrontMatterTrouble::invalid_yaml, ReadingFact::front_matter_invalid, "the front matter is not valid YAML"},
      {FrontMatterTrouble::duplicate_key, ReadingFact::front_matter_duplicate,
       "a key stands twice in the front matter; the first one counts"},
      {FrontMatterTrouble::too_deep, ReadingFact::front_matter_too_deep,
       "the front matter is too deep or too large to be read"},
      {FrontMatterTrouble::not_a_mapping, ReadingFact::wrong_type, "the front matter is no list of 'key: value' lines"},
  }};
  const Scan here = scan();
  ItemBuilder builder(here, *verdict_.dialect, tools_.values, problems);
  for (const FrontMatterProblem& problem : front_matter_.problems) {
    const auto* row = std::ranges::find(kRows, problem.trouble, &Row::trouble);
    std::string message = row->message;
    if (!problem.detail.empty()) message += ": " + problem.detail;
    builder.report(row->fact, problem.range, std::move(message));
  }
}

}  // namespace milepost
