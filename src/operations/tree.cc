// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/tree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr int kDeepest = 50;  // deeper than any real plan; guards against rings of parents

class TreeBuilder {
 public:
  TreeBuilder(const Corpus& corpus, const TreeRequest& request)
      : corpus_(&corpus), all_(request.all), depth_(std::min(request.depth.value_or(kDeepest), kDeepest)) {}

  // The node of an item, or nothing when neither it nor anything below it is to be shown.
  std::optional<TreeNode> build(ItemKey key, int level) {
    if (!seen_.insert(key).second) return std::nullopt;
    TreeNode node{key, {}, 0};
    for (const ItemKey child : corpus_->links(key).children) {
      auto below = level < depth_ ? build(child, level + 1) : std::nullopt;
      if (below) {
        node.children.push_back(std::move(*below));
      } else {
        ++node.hidden;
      }
    }
    const bool shown = all_ || is_open(corpus_->item(key)) || !node.children.empty();
    if (!shown) return std::nullopt;
    ++total_;
    return node;
  }

  [[nodiscard]] std::size_t total() const { return total_; }

 private:
  const Corpus* corpus_;
  bool all_;
  int depth_;
  std::size_t total_ = 0;
  std::set<ItemKey> seen_;
};

std::vector<ItemKey> root_items(const Corpus& corpus) {
  std::vector<ItemKey> roots = corpus.all_items();
  std::erase_if(roots, [&corpus](ItemKey key) { return corpus.links(key).parent.has_value(); });
  // Plans and overviews first: what belongs to nobody comes after what holds others.
  std::stable_partition(roots.begin(), roots.end(), [&](ItemKey key) { return !corpus.links(key).children.empty(); });
  return roots;
}

void write_node(JsonWriter& json, const Corpus& corpus, const TreeNode& node) {
  json.begin_object().key("item");
  write_item(json, corpus, node.key);
  json.field("hidden", node.hidden).key("children").begin_array();
  for (const TreeNode& child : node.children) write_node(json, corpus, child);
  json.end_array().end_object();
}

constexpr std::array kParameters{
    Parameter{.name = "below",
              .kind = ParameterKind::text,
              .value_name = "ID|PATH",
              .summary = "show only this item and what is below it",
              .values = Values::ids,
              .positional = true},
    Parameter{.name = "all", .summary = "closed branches too", .letter = 'a'},
    Parameter{.name = "depth",
              .kind = ParameterKind::number,
              .value_name = "N",
              .summary = "show at most N levels",
              .letter = 'd'},
};
constexpr std::array kExamples{Example{"milepost tree", "every plan with what is open below it"},
                               Example{"milepost tree EP-20260117-014 --all", "one plan, done milestones included"},
                               Example{"milepost tree --depth 2", "plans and their milestones"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["nodes","total"],"properties":{
"nodes":{"type":"array","items":{"$ref":"#/properties/data/$defs/node"}},
"total":{"type":"integer","minimum":0}},
"$defs":{"node":{"type":"object","required":["item","hidden","children"],"properties":{
 "item":{"$ref":"#/$defs/item"},
 "hidden":{"type":"integer","minimum":0,"description":"children that are closed or too deep"},
 "children":{"type":"array","items":{"$ref":"#/properties/data/$defs/node"}}}}}})json";

}  // namespace

constinit const Operation kTreeOperation{
    .name = "tree",
    .command = "tree",
    .group = "Look",
    .summary = "show plans, milestones, sprints and tasks as a tree",
    .description =
        "Shows who belongs to whom, with progress. Closed branches are left out unless --all is given; what is\n"
        "open below a closed parent is always shown, with its ancestors.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_tree};

Result<TreeRequest> parse_tree_request(const Arguments& arguments) {
  if (auto good = check_arguments(kTreeOperation, arguments); !good) return std::unexpected(std::move(good).error());
  TreeRequest request;
  request.all = arguments.has("all");
  request.below = arguments.text("below");
  if (arguments.has("depth")) request.depth = std::max(1, std::stoi(std::string(arguments.text("depth"))));
  return request;
}

Result<TreeAnswer> tree(Session& session, const TreeRequest& request) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  std::vector<ItemKey> roots;
  if (request.below.empty()) {
    roots = root_items(corpus);
  } else {
    auto key = corpus.find(request.below);
    if (!key) return std::unexpected(std::move(key).error());
    roots = {*key};
  }
  TreeAnswer answer{*scan, {}, 0, {}};
  TreeBuilder builder(corpus, request);
  for (const ItemKey root : roots) {
    if (auto node = builder.build(root, 1)) answer.roots.push_back(std::move(*node));
  }
  answer.total = builder.total();
  if (answer.roots.empty()) {
    const bool none = corpus.all_items().empty();
    answer.notice = none ? describe_empty(**session.workspace(), **scan) : "nothing is open (--all shows the closed)";
  }
  return answer;
}

Result<JsonText> invoke_tree(Session& session, const Arguments& arguments) {
  auto request = parse_tree_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = tree(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kTreeOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("nodes").begin_array();
  for (const TreeNode& node : answer->roots) write_node(json, answer->scan->corpus, node);
  json.end_array().field("total", answer->total).end_object();
  const Outcome outcome = answer->roots.empty() ? Outcome::nothing_matched : Outcome::done;
  return std::move(envelope).finish(answer->scan->problems, outcome, answer->notice);
}

}  // namespace milepost
