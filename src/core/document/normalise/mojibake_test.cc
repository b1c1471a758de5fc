// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/mojibake.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace milepost {
namespace {

TEST(Mojibake, repairs_what_was_decoded_wrongly) {
  struct Case {
    std::string_view damaged, repaired, page;
  };
  const Case cases[] = {
      {"‚è≥ Planned", "⏳ Planned", "Mac-Roman"},
      {"\xEF\xA3\xBFüü¢ Low / \xEF\xA3\xBFüü° Medium", "🟢 Low / 🟡 Medium", "Mac-Roman"},
      {"a ‚Äî b", "a — b", "Mac-Roman"},
      {"caf√© ‚Äî na√Øve", "café — naïve", "Mac-Roman"},
      {"âœ… Done", "✅ Done", "cp1252"},
      {"a â€” b", "a — b", "cp1252"},
      {"ðŸš§ open", "🚧 open", "cp1252"},
      {"cafÃ© â€” naÃ¯ve", "café — naïve", "cp1252"},
  };
  for (const Case& one : cases) {
    const auto repair = repair_mojibake(one.damaged);
    ASSERT_TRUE(repair) << one.damaged;
    EXPECT_EQ(repair->text, one.repaired);
    EXPECT_EQ(repair->code_page, one.page);
    EXPECT_FALSE(repair_mojibake(repair->text)) << "repairing twice changes something: " << one.damaged;
  }
}

TEST(Mojibake, correct_text_is_left_alone) {
  for (const std::string_view text :
       {"plain", "", "Größe, Übermaß…", "‚Übung‘ und „Ä“", "« déjà vu » — voilà…", "l’été où l’âne naît",
        "Ελληνικά: αβγ", "Привет — мир", "“MAÇÔ", "“MAÇÃ”", "完了 ✅", "⏳ → 🟢", "Ã©", "â", "ð", "Spaß“", "naïve café",
        "\xFF\xFE\xE2", "ångström, Åland"})
    EXPECT_FALSE(repair_mojibake(text)) << text;
}

TEST(Mojibake, says_where_it_starts) {
  const auto repair = repair_mojibake("abc â€” d");
  ASSERT_TRUE(repair);
  EXPECT_EQ(repair->first.begin, 4U);
  EXPECT_EQ(repair->first.end, 12U);
}

RC_GTEST_PROP(Mojibake, letters_of_any_language_with_usual_punctuation_stay, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "é", "è", "à", "ç", "œ", "É", "ä", "ö", "ü", "ß", "Ä", "Ü", "α", "β", "ώ", "Σ", "ж", "Я", "ñ", "ø", "å", "ã", "õ",
      "ı", "ş", "ő", "a", "Z", " ", "1", ".", "« ", " »", "– ", " — ", "完", "了", "✅", "⏳", "🚧"));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  RC_ASSERT(!repair_mojibake(text).has_value());
}

RC_GTEST_PROP(Mojibake, any_bytes_never_grow, (const std::string& text)) {
  const auto repair = repair_mojibake(text);
  if (repair) RC_ASSERT(repair->text.size() < text.size() && repair->first.end <= text.size());
}

}  // namespace
}  // namespace milepost
