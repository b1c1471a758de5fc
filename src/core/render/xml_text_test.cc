// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/xml_text.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(XmlText, NothingOfATextIsMarkup) {
  EXPECT_EQ(to_xml_text("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;");
  EXPECT_EQ(to_xml_text("]]>"), "]]&gt;");
}

TEST(XmlText, LineBreaksSurviveInAttributes) { EXPECT_EQ(to_xml_text("a\r\nb\tc"), "a&#13;&#10;b&#9;c"); }

TEST(XmlText, WhatXmlCanNotHoldIsReplaced) {
  using namespace std::string_literals;
  EXPECT_EQ(to_xml_text("a\0b\x1b[31m\x7f"s),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD[31m\x7f");
  EXPECT_EQ(to_xml_text("\xff\xEF\xBF\xBE\xED\xA0\x80"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(to_xml_text("Zoë ⏳ 日本"), "Zoë ⏳ 日本");
}

}  // namespace
}  // namespace milepost
