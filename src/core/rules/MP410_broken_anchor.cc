// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cctype>
#include <string>
#include <unordered_set>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// What is left of a heading or an anchor however it was made: letters, digits and everything beyond ASCII that is no
// punctuation of ours. Generators differ in the rest.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) != 0) out.push_back(static_cast<char>(std::tolower(byte)));
  }
  return out;
}

bool is_explicit(std::string_view bytes, std::string_view anchor) {
  const std::string quoted = "\"" + std::string(anchor) + "\"";
  return bytes.find("id=" + quoted) != std::string_view::npos ||
         bytes.find("name=" + quoted) != std::string_view::npos ||
         bytes.find("{#" + std::string(anchor) + "}") != std::string_view::npos;
}

class Anchors {
 public:
  explicit Anchors(const DocumentContext& context) : context_(context) {}

  [[nodiscard]] bool has(std::string_view anchor) {
    if (names_.empty()) fill();
    std::string name = bare(anchor);
    if (name.empty() || names_.contains(name) || is_explicit(context_.bytes(), anchor)) return true;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9')
      name.pop_back();  // "risks-1": the second of that name
    return names_.contains(name);
  }

 private:
  void fill() {
    const Scan scan = context_.reading.scan();
    for (const Block& block : scan.markdown.blocks) {
      if (block.kind == BlockKind::heading) names_.insert(bare(plain_text(slice(scan.bytes, block.content))));
    }
    names_.insert("top");
  }

  const DocumentContext& context_;
  std::unordered_set<std::string> names_;
};

// Whether some link could begin with a number sign; most documents have none, and their links need not be found.
bool may_link_inside(std::string_view bytes) {
  constexpr std::string_view kOpening = "](";
  for (std::size_t at = bytes.find(kOpening); at != std::string_view::npos; at = bytes.find(kOpening, at + 2)) {
    const std::size_t destination = bytes.find_first_not_of(" \t\r\n<", at + kOpening.size());
    if (destination != std::string_view::npos && bytes[destination] == '#') return true;
  }
  return false;
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (!may_link_inside(context.bytes())) return;
  Anchors anchors(context);
  for_each_link(context.reading.scan(), [&](const Inline& link) {
    const std::string_view destination = context.text(link.destination);
    if (!destination.starts_with('#') || destination.size() < 2 || destination.find('%') != std::string_view::npos)
      return;
    if (anchors.has(destination.substr(1))) return;
    sink.report(link.destination, "no heading of this document is called '" + std::string(destination.substr(1)) + "'",
                "mend the link, or remove it");
  });
}

}  // namespace

constinit const Rule kBrokenAnchor{.about = {.id = "MP410",
                                             .slug = "broken-anchor",
                                             .since = "0.1.0",
                                             .group = RuleGroup::between,
                                             .severity = Severity::warning,
                                             .summary = "a link to a heading that is not in the document"},
                                   .check_document = check};

}  // namespace milepost
