// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/suggest.h"
#include "core/base/wording.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/natural_order.h"
#include "operations/session.h"
#include "operations/source_keeper.h"
#include "operations/word_choices.h"

namespace milepost {
namespace {

template <typename T>
bool includes(const std::vector<T>& wanted, const T& value) {
  return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

// Whether one of `wanted` is part of `value`; no wish is fulfilled by everything.
bool matches_some(const std::vector<std::string>& wanted, std::string_view value) {
  return wanted.empty() ||
         std::any_of(wanted.begin(), wanted.end(), [&](const auto& word) { return holds_ignoring_case(value, word); });
}

bool matches_tags(const std::vector<std::string>& wanted, const Item& item) {
  return wanted.empty() || std::any_of(item.tags.begin(), item.tags.end(), [&](const auto& tag) {
           return std::any_of(wanted.begin(), wanted.end(), [&](const auto& word) {
             return compare_naturally(tag.value, word) == 0 || holds_ignoring_case(tag.value, word);
           });
         });
}

// Every word of the query stands somewhere in what a person sees of the item.
bool matches_text(std::string_view query, const Corpus& corpus, ItemKey key) {
  const Item& item = corpus.item(key);
  std::string seen = corpus.document_of(key).path;
  for (const auto* field : {&item.id, &item.title, &item.owner}) {
    if (*field) seen.append("\n").append((*field)->value);
  }
  for (const auto& tag : item.tags) seen.append("\n").append(tag.value);
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find(' ', at), query.size());
    if (!holds_ignoring_case(seen, query.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

bool lies_between(const std::optional<Stated<Date>>& date, const std::optional<Date>& after,
                  const std::optional<Date>& before) {
  if (!after && !before) return true;
  if (!date) return false;
  return (!after || *after < date->value) && (!before || date->value < *before);
}

bool is_below(const Corpus& corpus, ItemKey key, ItemKey plan) {
  for (int depth = 0; depth < 100; ++depth) {
    if (key == plan) return true;
    const auto& parent = corpus.links(key).parent;
    if (!parent) return false;
    key = *parent;
  }
  return false;
}

struct Filter {
  const ListRequest& request;
  const Corpus& corpus;
  Date today;
  std::optional<ItemKey> plan;

  [[nodiscard]] bool admits_class(const Item& item) const {
    if (!request.statuses.empty()) {
      const auto category = item.status ? item.status->value.category : StatusCategory::unknown;
      if (!includes(request.statuses, category)) return false;
    } else if (!request.all && !is_open(item)) {
      return false;
    }
    if (!request.kinds.empty()) return includes(request.kinds, item.kind);
    return request.all || item.kind == ItemKind::milestone;
  }

  [[nodiscard]] bool admits_dates(const Item& item) const {
    if (request.overdue && !(is_open(item) && item.target && item.target->value < today)) return false;
    return lies_between(item.target, request.due_after, request.due_before) &&
           lies_between(item.updated, request.updated_after, request.updated_before);
  }

  [[nodiscard]] bool admits(ItemKey key) const {
    const Item& item = corpus.item(key);
    if (!admits_class(item) || !admits_dates(item)) return false;
    if (!request.owners.empty() && !(item.owner && matches_some(request.owners, item.owner->value))) return false;
    if (!request.dialects.empty() && !includes(request.dialects, corpus.document_of(key).dialect)) return false;
    if (!matches_tags(request.tags, item)) return false;
    if (plan && (key == *plan || !is_below(corpus, key, *plan))) return false;
    return request.text.empty() || matches_text(request.text, corpus, key);
  }
};

Result<void> check_dialects(const ListRequest& request, const Workspace& workspace) {
  for (const std::string& name : request.dialects) {
    const DialectSet& dialects = workspace.dialects();
    if (dialects.find_info(name) != nullptr) continue;
    auto failure = fail(ErrorKind::usage, "no dialect is called '" + name + "'");
    std::vector<std::string> known;
    for (const DialectInfo& info : dialects.infos()) known.push_back(info.name);
    for (const auto& near : nearest(name, known, 1)) failure.error().hints.push_back("did you mean '" + near + "'?");
    failure.error().hints.emplace_back("`milepost dialect list` shows them all");
    return failure;
  }
  return {};
}

// Sorts by the wanted keys; equal rows keep the order of path and line. Keys are computed once per item.
void sort_items(std::vector<ItemKey>& items, const Corpus& corpus, const std::vector<SortKey>& keys) {
  if (keys.empty()) return;
  struct Row {
    ItemKey key;
    std::vector<SortValue> values;
  };
  std::vector<Row> rows;
  rows.reserve(items.size());
  for (const ItemKey item : items) {
    Row row{item, {}};
    for (const SortKey& key : keys) row.values.push_back(key.column->order(corpus, item));
    rows.push_back(std::move(row));
  }
  const auto before = [&keys](const Row& a, const Row& b) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool reverse = keys[i].descending && !a.values[i].absent && !b.values[i].absent;
      const auto order = reverse ? compare(b.values[i], a.values[i]) : compare(a.values[i], b.values[i]);
      if (order != 0) return order < 0;
    }
    return false;
  };
  std::stable_sort(rows.begin(), rows.end(), before);
  std::transform(rows.begin(), rows.end(), items.begin(), [](const Row& row) { return row.key; });
}

std::string describe_no_match(const ListRequest& request, const Corpus& corpus) {
  const auto items = corpus.all_items();
  const auto is_hidden = [&corpus](ItemKey key) {
    const Item& item = corpus.item(key);
    return !is_open(item) || item.kind != ItemKind::milestone;
  };
  const auto hidden = static_cast<std::size_t>(std::ranges::count_if(items, is_hidden));
  std::string text = "nothing matches; the workspace holds " + counted(items.size(), "item", "items");
  const bool narrow = !request.all && request.statuses.empty() && request.kinds.empty() && hidden != 0;
  return narrow ? text + ", " + std::to_string(hidden) + " of them closed or of another kind (--all looks there too)"
                : text;
}

Result<Filter> make_filter(Session& session, const ListRequest& request, const ScanResult& scan) {
  Filter filter{request, scan.corpus, session.today(), {}};
  if (request.plan.empty()) return filter;
  auto plan = scan.corpus.find(request.plan);
  if (!plan) return std::unexpected(std::move(plan).error());
  filter.plan = *plan;
  return filter;
}

std::optional<Date> date_argument(const Arguments& arguments, std::string_view name) {
  return Date::from_iso(arguments.text(name));
}

std::vector<SortKey> sort_keys(const Arguments& arguments) {
  std::vector<SortKey> keys;
  for (const std::string& word : arguments.list("sort")) {
    const bool descending = word.ends_with("-desc");
    const std::size_t suffix = descending ? 5 : word.ends_with("-asc") ? 4 : 0;
    keys.push_back({find_item_column(std::string_view(word).substr(0, word.size() - suffix)), descending});
  }
  return keys;
}

// Groups of an answer in the order of their items.
void write_groups(JsonWriter& json, const ListAnswer& answer, const ItemColumn& column) {
  std::vector<std::pair<std::string, std::size_t>> groups;
  for (const ItemKey key : answer.items) {
    std::string name = column.text(answer.scan->corpus, key);
    if (groups.empty() || groups.back().first != name) groups.emplace_back(std::move(name), 0);
    ++groups.back().second;
  }
  json.key("groups").begin_array();
  for (const auto& [name, count] : groups) json.begin_object().field("key", name).field("count", count).end_object();
  json.end_array();
}

constexpr std::array<std::string_view, 5> kFormats{"table", "json", "ndjson", "csv", "porcelain"};
constexpr std::array<std::string_view, 1> kPorcelain{"v1"};

constexpr std::array kParameters{
    Parameter{"text",
              ParameterKind::text,
              "TEXT",
              "only items whose id, title, owner, tags or path hold these words",
              Values::ids,
              {},
              {},
              0,
              true,
              false,
              true},
    Parameter{
        "all", ParameterKind::flag, {}, "items of every kind and status, archives included", Values::none, {}, {}, 'a'},
    Parameter{"status",
              ParameterKind::list,
              "CATEGORY",
              "only these status categories",
              Values::choices,
              kStatusWords,
              {},
              's'},
    Parameter{"kind", ParameterKind::list, "KIND", "only these kinds", Values::choices, kKindWords, {}, 'k'},
    Parameter{"owner", ParameterKind::list, "NAME", "only items whose owner holds NAME", Values::owners, {}, {}, 'o'},
    Parameter{"dialect", ParameterKind::list, "NAME", "only documents of these dialects", Values::dialects},
    Parameter{"plan", ParameterKind::text, "ID", "only what stands below this plan", Values::ids, {}, {}, 'p'},
    Parameter{"tag", ParameterKind::list, "TAG", "only items with one of these tags", Values::tags, {}, {}, 't'},
    Parameter{"due-before", ParameterKind::date, "DATE", "only items due before DATE"},
    Parameter{"due-after", ParameterKind::date, "DATE", "only items due after DATE"},
    Parameter{"updated-before", ParameterKind::date, "DATE", "only items last updated before DATE"},
    Parameter{"updated-after", ParameterKind::date, "DATE", "only items last updated after DATE"},
    Parameter{"overdue", ParameterKind::flag, {}, "only open items whose target day has passed"},
    Parameter{"sort", ParameterKind::list, "KEYS", "sort by these columns; KEY-desc turns the order round",
              Values::choices, kColumnWords, "path"},
    Parameter{"group",
              ParameterKind::text,
              "KEY",
              "put items with the same value of a column together",
              Values::choices,
              kColumnWords,
              {},
              'g'},
    Parameter{"columns", ParameterKind::list, "NAMES", "the columns of table and CSV", Values::choices, kColumnWords},
    Parameter{"format", ParameterKind::text, "FORMAT", "how to print", Values::choices, kFormats, "table", 'f'},
    Parameter{"ndjson", ParameterKind::flag, {}, "the same as --format ndjson: one item a line"},
    Parameter{"csv", ParameterKind::flag, {}, "the same as --format csv"},
    Parameter{"porcelain", ParameterKind::optional_choice, "VERSION",
              "the same as --format porcelain: a frozen line format", Values::choices, kPorcelain, "v1"},
    Parameter{"null", ParameterKind::flag, {}, "end porcelain lines with NUL", Values::none, {}, {}, '0'},
    Parameter{"defuse", ParameterKind::flag, {}, "CSV: put ' before cells that a spreadsheet would run"},
    Parameter{"provenance", ParameterKind::flag, {}, "JSON: say for each value where it stands"},
};

constexpr std::array kExamples{
    Example{"milepost list", "the open milestones"},
    Example{"milepost list --status active,blocked --sort target", "what is being worked on, by its day"},
    Example{"milepost list --all --format csv --columns id,title,status,target", "everything, for a spreadsheet"},
    Example{"milepost list --plan EP-20260117-014 --json", "the open milestones of one plan, for a program"},
    Example{"milepost list --overdue --owner ana", "what ana is late with"},
};

constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};

constexpr std::string_view kDescription =
    "Shows the items of the workspace. Without filters these are the open milestones: planned, active, blocked and "
    "those\n"
    "whose status is not known. --all shows every recognised item of every kind and status. --status and --kind lift "
    "the\n"
    "rule that they replace: --status done shows done milestones without --all.\n"
    "\n"
    "A terminal shows what fits; piped output is never cut. Porcelain v1 is one line per item with tabs between: "
    "path,\n"
    "line, id, kind, status category, owner, target day, boxes done/total, percent, title. A tab, line break "
    "or\n"
    "backslash inside a field is written \\t \\n \\\\.";

constexpr std::string_view kSchema = R"json({"type":"object","required":["items","total"],"properties":{
"items":{"type":"array","items":{"$ref":"#/$defs/item"}},
"total":{"type":"integer","minimum":0},
"groups":{"type":"array","items":{"type":"object","required":["key","count"],"properties":{
 "key":{"type":"string"},"count":{"type":"integer"}}},"description":"only with --group, in the order of items"}}})json";

}  // namespace

constinit const Operation kListOperation{.name = "list",
                                         .command = "list",
                                         .group = "Look",
                                         .summary = "list milestones: filter, sort, group, export",
                                         .description = kDescription,
                                         .parameters = kParameters,
                                         .examples = kExamples,
                                         .exit_codes = kExitCodes,
                                         .data_schema = kSchema,
                                         .invoke = invoke_list};

Result<ListRequest> parse_list_request(const Arguments& arguments) {
  if (auto good = check_arguments(kListOperation, arguments); !good) return std::unexpected(std::move(good).error());
  ListRequest request;
  request.all = arguments.has("all");
  request.overdue = arguments.has("overdue");
  request.provenance = arguments.has("provenance");
  for (const auto& word : arguments.list("status")) request.statuses.push_back(*parse_status_category(word));
  for (const auto& word : arguments.list("kind")) request.kinds.push_back(*parse_item_kind(word));
  request.owners = arguments.list("owner");
  request.dialects = arguments.list("dialect");
  request.tags = arguments.list("tag");
  request.plan = arguments.text("plan");
  request.text = joined(arguments.all("text"), " ");
  request.due_before = date_argument(arguments, "due-before");
  request.due_after = date_argument(arguments, "due-after");
  request.updated_before = date_argument(arguments, "updated-before");
  request.updated_after = date_argument(arguments, "updated-after");
  request.sort = sort_keys(arguments);
  if (arguments.has("group")) {
    request.group = find_item_column(arguments.text("group"));
    request.sort.insert(request.sort.begin(), {request.group, false});
  }
  return request;
}

std::string describe_empty(const Workspace& workspace, const ScanResult& scan) {
  const auto& seen = scan.statistics;
  return "no milestone documents below " + workspace.root() + ": looked at " +
         counted(seen.files_seen, "Markdown file", "Markdown files") + " in " +
         counted(seen.directories, "folder", "folders") +
         " for front matter, headings, status lines and boxes of the known dialects "
         "(`milepost dialect list` names them)";
}

Result<ListAnswer> list(Session& session, const ListRequest& request) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  const Workspace& workspace = **session.workspace();
  if (auto good = check_dialects(request, workspace); !good) return std::unexpected(good.error());
  auto filter = make_filter(session, request, **scan);
  if (!filter) return std::unexpected(std::move(filter).error());
  ListAnswer answer{*scan, corpus.all_items(), {}};
  std::erase_if(answer.items, [&](ItemKey key) { return !filter->admits(key); });
  sort_items(answer.items, corpus, request.sort);
  if (answer.items.empty()) {
    const bool none = corpus.all_items().empty();
    answer.notice = none ? describe_empty(workspace, **scan) : describe_no_match(request, corpus);
  }
  return answer;
}

Result<JsonText> invoke_list(Session& session, const Arguments& arguments) {
  auto request = parse_list_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = list(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  const Corpus& corpus = answer->scan->corpus;
  SourceKeeper sources(**session.workspace(), corpus);
  SourceOf source_of;
  if (request->provenance) source_of = [&sources](ItemKey key) { return sources.find(key); };
  Envelope envelope(kListOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("items").begin_array();
  for (const ItemKey key : answer->items) write_item(json, corpus, key, source_of);
  json.end_array().field("total", answer->items.size());
  if (request->group != nullptr) write_groups(json, *answer, *request->group);
  json.end_object();
  const Outcome outcome = answer->items.empty() ? Outcome::nothing_matched : Outcome::done;
  return std::move(envelope).finish(answer->scan->problems, outcome, answer->notice);
}

}  // namespace milepost
