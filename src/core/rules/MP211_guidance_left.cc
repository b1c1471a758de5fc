// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"

namespace milepost {
namespace {

constexpr std::size_t kLookedAt = 80;  // bytes at the beginning of a paragraph
constexpr std::size_t kLongest = 600;  // guidance is short

// The first letters or digits of guidance, lower case, so that most paragraphs are passed over unfolded.
class Beginnings {
 public:
  explicit Beginnings(const std::vector<std::string>& guidance) : guidance_(&guidance) {
    for (const std::string& sentence : guidance)
      if (!sentence.empty()) first_[static_cast<unsigned char>(sentence.front())] = true;
  }

  // `fewest` blanks: short beginnings are too common for entries of lists.
  [[nodiscard]] bool begin(std::string_view text, std::ptrdiff_t fewest, std::string& buffer) const {
    const auto* letter = std::ranges::find_if(text, [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; });
    if (letter == text.end() || !first_[static_cast<unsigned char>(std::tolower(static_cast<unsigned char>(*letter)))])
      return false;
    const std::string_view folded = fold_words(text.substr(0, kLookedAt), buffer);
    return std::ranges::any_of(*guidance_, [&](const std::string& sentence) {
      const bool fits = folded.starts_with(sentence) && std::ranges::count(sentence, ' ') >= fewest;
      return fits && (folded.size() == sentence.size() || folded[sentence.size()] == ' ');
    });
  }

 private:
  const std::vector<std::string>* guidance_;
  std::array<bool, 256> first_{};
};

// "_Describe the goal._", "[Describe the goal]", "(same table)"
bool is_wrapped(std::string_view text) {
  if (text.size() < 3) return false;
  const char first = text.front();
  const char last = text.back();
  const bool is_emphasis = (first == '_' || first == '*') && last == first && text[1] != first;
  return is_emphasis || (first == '[' && last == ']') || (first == '(' && last == ')');
}

// The first paragraph below a heading is where templates tell what to write.
bool follows_heading(const Markdown& markdown, std::uint32_t index) {
  return index > 0 && markdown.blocks[index - 1].kind == BlockKind::heading;
}

constexpr std::ptrdiff_t kBlanksOfEntry = 4;

// Where guidance may stand in the block, and how long it must be to be sure.
std::optional<std::ptrdiff_t> fewest_blanks(const DocumentContext& context, std::uint32_t index) {
  const Markdown& markdown = context.reading.scan().markdown;
  const Block& block = markdown.blocks[index];
  if (block.range.size() > kLongest) return std::nullopt;
  if (block.kind == BlockKind::list_item) return kBlanksOfEntry;
  const bool is_paragraph = block.kind == BlockKind::paragraph;
  if (is_paragraph && (follows_heading(markdown, index) || is_wrapped(context.text(block.range)))) return 0;
  return std::nullopt;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& blocks = context.reading.scan().markdown.blocks;
  const Beginnings guidance(context.reading.dialect().form.guidance);
  std::string buffer;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const auto fewest = fewest_blanks(context, i);
    if (!fewest) continue;
    const ByteRange range =
        blocks[i].kind == BlockKind::list_item ? without_wrapping(context.bytes(), blocks[i].content) : blocks[i].range;
    if (!guidance.begin(context.text(range), *fewest, buffer)) continue;
    sink.report(range, "this is what the template says to write here, not what was written",
                "write the section, or remove the sentence");
  }
}

}  // namespace

constinit const Rule kGuidanceLeft{.about = {.id = "MP211",
                                             .slug = "guidance-left",
                                             .since = "0.1.0",
                                             .group = RuleGroup::leftovers,
                                             .severity = Severity::info,
                                             .stage = RuleStage::preview,
                                             .summary = "a sentence of the template that tells what to write"},
                                   .check_document = check};

}  // namespace milepost
