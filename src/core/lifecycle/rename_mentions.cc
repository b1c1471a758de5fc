// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/rename_mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/mention_meaning.h"
#include "core/lifecycle/path_links.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

using Match = IdSpelling::Match;

constexpr std::size_t kNone = std::string_view::npos;

bool overlaps(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

// Calls `take` with each id of a text and its range in it.
template <typename Take>
void for_each_id(std::string_view text, const IdWords& words, const Take& take) {
  std::size_t from = 0;
  if (const auto first = identifier_at_start(text, words)) {
    take(*first);
    from = first->within.end;
  }
  while (const auto match = find_identifier_from(text, from, words)) {
    take(*match);
    from = match->within.end;
  }
}

// The mentions in one document.
class DocumentMentions {
 public:
  DocumentMentions(const RenameSources& sources, const IdSpelling& spelling, const MentionMeaning& meaning,
                   RenamePlan& plan)
      : sources_(sources), spelling_(spelling), meaning_(meaning), plan_(plan) {}

  void add(const ParsedDocument& document, std::optional<std::uint32_t> index, bool is_own) {
    document_ = &document;
    index_ = index;
    edits_.clear();
    find_links();
    add_front_matter(is_own);
    add_blocks();
    add_anchors();
    if (edits_.empty()) return;
    FileChange change;
    change.path = path();
    change.revision = document.document.revision;
    for (auto& [begin, edit] : edits_) change.edits.push_back(std::move(edit));
    plan_.files.push_back(std::move(change));
  }

 private:
  [[nodiscard]] const std::string& path() const { return document_->document.path; }
  [[nodiscard]] std::uint32_t line_of(ByteOffset offset) const { return document_->source.position(offset).line; }

  void find_links() {
    links_ = find_path_links(*document_);
    linked_.clear();
    for (const PathLink& link : links_)
      for (const std::string* target : {&link.target, &link.root_target})
        if (!target->empty()) add_linked(line_of(link.where.begin), *target);
  }

  void add_linked(std::uint32_t line, const std::string& target) {
    constexpr std::size_t kMostOnLine = 64;
    std::vector<std::string>& targets = linked_[line];
    if (targets.size() < kMostOnLine) targets.push_back(target);
  }

  // Paths are mended when files move; what stands in them is no mention.
  [[nodiscard]] bool is_in_path(ByteRange where) const {
    // "EP-20260117-014/MS003" could be a path, but is an id.
    const auto after =
        std::ranges::upper_bound(links_, where.begin, {}, [](const PathLink& link) { return link.where.begin; });
    if (after == links_.begin()) return false;
    const ByteRange path = std::prev(after)->where;
    return overlaps(path, where) && !(path == where);
  }

  void add_front_matter(bool is_own) {
    static constexpr std::array<std::string_view, 4> kNumberKeys{"ms", "number", "sequence", "seq"};
    for (const YamlNode& node : document_->front_matter.nodes) {
      if (node.kind != YamlKind::scalar) continue;
      ByteRange where = node.range;
      if (node.style == YamlStyle::single_quoted || node.style == YamlStyle::double_quoted)
        where = {where.begin + 1, where.end - 1};
      if (document_->source.slice(where) != node.value) continue;
      if (is_own && std::ranges::find(kNumberKeys, node.key) != kNumberKeys.end()) add_number(where);
      add_span(where, MentionPlace::front_matter);
    }
  }

  // "ms: 3" beside "id: EP-20260117-014/MS003".
  void add_number(ByteRange where) {
    const std::string_view text = document_->source.slice(where);
    const std::size_t digits = std::min(text.find_first_not_of('0'), text.size());
    if (spelling_.old_number().empty() || text.substr(digits) != spelling_.old_number()) return;
    std::string number = spelling_.new_number();
    if (digits > 0 && number.size() < text.size()) number.insert(0, text.size() - number.size(), '0');
    change(where, MentionPlace::front_matter, std::move(number));
  }

  void add_blocks() {
    const Markdown& markdown = document_->markdown;
    for (const Block& block : markdown.blocks) {
      if (block.kind == BlockKind::heading) add_text(block.content, MentionPlace::heading);
      if (block.kind == BlockKind::paragraph) add_text(block.content, MentionPlace::text);
      for (std::uint32_t i = 0; block.kind == BlockKind::table_row && i < block.cells_count; ++i)
        add_text(markdown.cells[block.cells_begin + i], MentionPlace::table);
    }
  }

  // Addresses and HTML are left out.
  void add_text(ByteRange span, MentionPlace place) {
    inlines_.clear();
    scan_inlines(document_->source.bytes(), span, inlines_);
    closed_.clear();
    for (const Inline& found : inlines_) {
      if (found.kind == InlineKind::autolink || found.kind == InlineKind::html_comment) closed_.push_back(found.range);
      if (found.kind == InlineKind::link || found.kind == InlineKind::image) closed_.push_back(found.destination);
    }
    std::ranges::sort(closed_, {}, &ByteRange::begin);
    add_span(span, place);
    closed_.clear();
  }

  [[nodiscard]] bool is_closed(ByteRange where) const {
    const auto after = std::ranges::upper_bound(closed_, where.begin, {}, &ByteRange::begin);
    const bool meets_next = after != closed_.end() && overlaps(*after, where);
    return meets_next || (after != closed_.begin() && overlaps(*std::prev(after), where));
  }

  // "#m05-quay" leads to a heading that bears the id.
  void add_anchors() {
    for (const PathLink& link : links_) {
      const std::string_view written = document_->source.slice(link.where);
      const std::size_t hash = written.find('#');
      const auto& own = sources_.corpus.documents();
      if (hash == kNone || !leads_to_item(link, own)) continue;
      const auto begin = link.where.begin + static_cast<ByteOffset>(hash) + 1;
      for_each_id(written.substr(hash + 1), sources_.words, [&](const IdMatch& match) {
        if (spelling_.match(match.folded) != Match::whole) return;
        const ByteRange where{begin + match.within.begin, begin + match.within.end};
        change(where, MentionPlace::link, spelling_.respell(document_->source.slice(where)));
      });
    }
  }

  [[nodiscard]] bool leads_to_item(const PathLink& link, const std::vector<DocumentSummary>& documents) const {
    const auto found = std::ranges::lower_bound(documents, link.target, {}, &DocumentSummary::path);
    if (found == documents.end() || found->path != link.target) return false;
    return meaning_.belongs(static_cast<std::uint32_t>(found - documents.begin()));
  }

  void add_span(ByteRange span, MentionPlace place) {
    for_each_id(document_->source.slice(span), sources_.words, [&](const IdMatch& match) {
      const Match kind = spelling_.match(match.folded);
      const ByteRange where{span.begin + match.within.begin, span.begin + match.within.end};
      if (kind == Match::none || is_in_path(where)) return;
      if (is_closed(where)) return;
      const auto linked = linked_.find(line_of(where.begin));
      const auto targets = linked == linked_.end() ? std::span<const std::string>{} : std::span(linked->second);
      switch (meaning_.judge(kind, {index_, where.begin, targets})) {
        case Meaning::ours:
          change(where, place, spelling_.respell(document_->source.slice(where)));
          break;
        case Meaning::unclear:
          plan_.left.push_back(mention(where, place));
          break;
        case Meaning::other:
          break;
      }
    });
  }

  [[nodiscard]] Mention mention(ByteRange where, MentionPlace place) const {
    return {path(), place, line_of(where.begin), where, std::string(document_->source.slice(where))};
  }

  void change(ByteRange where, MentionPlace place, std::string text) {
    const auto next = edits_.lower_bound(where.begin);
    const bool meets_next = next != edits_.end() && overlaps(next->second.range, where);
    const bool meets_last = next != edits_.begin() && overlaps(std::prev(next)->second.range, where);
    if (meets_next || meets_last || document_->source.slice(where) == text) return;
    plan_.changed.push_back(mention(where, place));
    edits_.emplace(where.begin, TextEdit{where, std::move(text)});
  }

  const RenameSources& sources_;
  const IdSpelling& spelling_;
  const MentionMeaning& meaning_;
  RenamePlan& plan_;
  const ParsedDocument* document_ = nullptr;
  std::optional<std::uint32_t> index_;
  std::vector<PathLink> links_;
  std::map<std::uint32_t, std::vector<std::string>> linked_;  // by line: where its links lead
  std::vector<Inline> inlines_;
  std::vector<ByteRange> closed_;
  std::map<ByteOffset, TextEdit> edits_;
};

// The names of files and folders that bear the id.
class NameMentions {
 public:
  NameMentions(const RenameSources& sources, const IdSpelling& spelling, RenamePlan& plan)
      : sources_(sources), spelling_(spelling), plan_(plan) {}

  // `takes_whole`: a file name that is the id itself means the item, and is not the name of another bearer.
  void add(std::uint32_t index, bool takes_whole) {
    const std::string& path = sources_.corpus.documents()[index].path;
    std::string before;
    std::string after;
    for (std::string_view rest = path; !rest.empty();) {
      const std::size_t slash = rest.find('/');
      const std::string_view name = rest.substr(0, slash);
      const bool is_file = slash == kNone;
      rest = is_file ? std::string_view{} : rest.substr(slash + 1);
      const std::string new_name = respell(name, takes_whole || !is_file);
      if (!before.empty()) {
        before += '/';
        after += '/';
      }
      before += name;
      after += new_name;
      if (new_name != name && moved_.insert(before).second) {
        plan_.moves.push_back({before, after});
        const auto place = is_file ? MentionPlace::file_name : MentionPlace::folder_name;
        plan_.changed.push_back({path, place, 0, {}, std::string(name)});
      }
    }
  }

 private:
  [[nodiscard]] std::string respell(std::string_view name, bool takes_whole) const {
    std::string text;
    std::size_t done = 0;
    for_each_id(name, sources_.words, [&](const IdMatch& match) {
      const Match kind = spelling_.match(match.folded);
      if (kind == Match::none || (kind != Match::part && !takes_whole)) return;
      text += name.substr(done, match.within.begin - done);
      text += spelling_.respell(name.substr(match.within.begin, match.within.size()));
      done = match.within.end;
    });
    return text + std::string(name.substr(done));
  }

  const RenameSources& sources_;
  const IdSpelling& spelling_;
  RenamePlan& plan_;
  std::set<std::string> moved_;
};

// Strings of a data file that are the id, or an id that is built on it.
void add_data(const DataFile& data, const std::string& old_id, const IdSpelling& spelling, RenamePlan& plan) {
  FileChange change;
  change.path = data.path;
  const std::string_view bytes = data.bytes;
  for (std::size_t at = bytes.find(old_id); at != kNone; at = bytes.find(old_id, at + old_id.size())) {
    const std::size_t end = at + old_id.size();
    const bool begins = at > 0 && bytes[at - 1] == '"';
    const bool ends = end < bytes.size() && (bytes[end] == '"' || bytes[end] == '/');
    if (!begins || !ends) continue;
    const ByteRange where{static_cast<ByteOffset>(at), static_cast<ByteOffset>(end)};
    const auto line = static_cast<std::uint32_t>(std::ranges::count(bytes.substr(0, at), '\n') + 1);
    plan.changed.push_back({data.path, MentionPlace::data, line, where, old_id});
    change.edits.push_back({where, spelling.respell(old_id)});
  }
  if (!change.edits.empty()) plan.files.push_back(std::move(change));
}

// A neighbour bears the id: one in the same folder or below, or of the same parent, or anywhere when the id says its
// plan or sprint itself.
std::optional<ItemKey> find_taken(const Corpus& corpus, ItemKey item, const std::string& to) {
  const ItemTable table(corpus.documents());
  const std::string folder(folder_of(corpus.document_of(item).path));
  const auto parent = corpus.links(item).parent;
  const std::string folded = fold_identifier(to);
  const bool says_its_row = folded.find('/') != std::string::npos || folded.starts_with("ep");
  for (const ItemKey key : table.with_id(folded)) {
    if (key == item) continue;
    const bool is_beside = corpus.document_of(key).path.starts_with(folder);
    const auto other = corpus.links(key).parent;
    if (says_its_row || is_beside || (parent && other && *parent == *other)) return key;
  }
  return std::nullopt;
}

Result<void> check_request(const Corpus& corpus, const RenameRequest& request) {
  const Item& item = corpus.item(request.item);
  const std::string name = corpus.name_of(request.item);
  if (!item.id) return fail(ErrorKind::usage, name + " has no id that could be changed.");
  if (item.id->value == request.to) return fail(ErrorKind::usage, name + " has this id already.");
  if (!IdSpelling(item.id->value, request.to).is_same_kind())
    return fail(ErrorKind::usage,
                "'" + request.to + "' is not an id like '" + item.id->value + "'; only its numbers can change.");
  const auto taken = find_taken(corpus, request.item, request.to);
  if (!taken) return {};
  return fail(ErrorKind::conflict, request.to + " is taken by " + corpus.document_of(*taken).path + ".");
}

}  // namespace

Result<RenamePlan> plan_rename_mentions(const RenameSources& sources, const RenameRequest& request) {
  const Corpus& corpus = sources.corpus;
  if (auto good = check_request(corpus, request); !good) return std::unexpected(std::move(good).error());
  const std::string old_id = corpus.item(request.item).id->value;
  const IdSpelling spelling(old_id, request.to);
  const MentionMeaning meaning(corpus, request.item);
  RenamePlan plan;
  NameMentions names(sources, spelling, plan);
  for (std::uint32_t index = 0; index < corpus.documents().size(); ++index)
    if (meaning.belongs(index)) names.add(index, index == request.item.document || !meaning.is_bearer({index, 0}));
  DocumentMentions mentions(sources, spelling, meaning, plan);
  for (const ParsedDocument* document : sources.documents) {
    const auto& all = corpus.documents();
    const auto found = std::ranges::lower_bound(all, document->document.path, {}, &DocumentSummary::path);
    std::optional<std::uint32_t> index;
    if (found != all.end() && found->path == document->document.path)
      index = static_cast<std::uint32_t>(found - all.begin());
    mentions.add(*document, index, index == request.item.document);
  }
  for (const DataFile& data : sources.data)
    if (meaning.is_only_bearer()) add_data(data, old_id, spelling, plan);
  std::ranges::stable_sort(plan.files, {}, &FileChange::path);
  return plan;
}

}  // namespace milepost
