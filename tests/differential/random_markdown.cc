// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "differential/random_markdown.h"

#include <array>
#include <random>
#include <string_view>

namespace milepost::testing {
namespace {

constexpr auto kFragments = std::to_array<std::string_view>({
    "a",         "b ",
    "- ",        "* ",
    "+ ",        "1. ",
    "2) ",       "10. ",
    "> ",        ">",
    "# ",        "## x ##",
    "#",         "***",
    "---",       "- - -",
    "===",       "=",
    "```",       "~~~",
    "````",      "``` x",
    "    ",      "  ",
    "   ",       " ",
    "\t",        "\n",
    "\n",        "\n",
    "\n",        "\n\n",
    "| a | b |", "|---|---|",
    "| - |",     ":-:",
    "|",         "a|b",
    "\\|",       "-|-",
    "<div>",     "</div>",
    "<!--",      "-->",
    "<x>",       "<pre>",
    "</pre>",    "[a]: b",
    "[a]:",      "[a]: <b> 'c'",
    "'t'",       "[ ] ",
    "[x] ",      "[X] t",
    "- [ ] x",   "- [x]\n",
    "`",         "``",
    "*",         "**",
    "_",         "__",
    "~~",        "\\",
    "&amp;",     "[l](u)",
    "![i](v)",   "<http://a.b>",
    "word",      "<?",
    "?>",        "<!X",
    "]]>",       "<![CDATA[",
    " #",        "\r\n",
    "9. ",       "1) ",
    "<b a='",    "'>",
    "[",         "]",
    "(",         ")",
    "!",         "\"",
    "é",
});

}  // namespace

std::vector<std::string> random_documents(std::uint32_t seed, std::size_t count) {
  constexpr std::array<std::uint32_t, 4> kVocabularies = {4, 8, 20, static_cast<std::uint32_t>(kFragments.size())};
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  std::vector<std::string> documents(count);
  for (std::string& document : documents) {
    // A small vocabulary makes fragments meet that rarely would.
    std::vector<std::string_view> vocabulary(kVocabularies[below(kVocabularies.size())]);
    for (std::string_view& word : vocabulary) word = kFragments[below(kFragments.size())];
    for (std::size_t length = 1 + below(18); length > 0; --length) document += vocabulary[below(vocabulary.size())];
  }
  return documents;
}

}  // namespace milepost::testing
