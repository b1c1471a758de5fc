// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/json_writer.h"

#include <gtest/gtest.h>

#include <boost/json/src.hpp>
#include <limits>
#include <random>

namespace milepost {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

TEST(JsonWriter, KeepsTheOrderOfTheCallsAndPlacesCommas) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("b", "x").field("a", 1).key("list").begin_array();
  json.integer(1).boolean(true).null().begin_object().end_object().begin_array().end_array();
  json.end_array().field("none", std::optional<std::string>()).field("yes", true).end_object();
  EXPECT_EQ(out, R"({"b":"x","a":1,"list":[1,true,null,{},[]],"none":null,"yes":true})");
}

TEST(JsonWriter, EscapesWhatWouldBreakAReader) {
  EXPECT_EQ(as_json("a\"b\\c\n\t\r\b\f"), R"("a\"b\\c\n\t\r\b\f")");
  EXPECT_EQ(as_json(std::string_view("\0\x1b\x7f", 3)), R"("\u0000\u001b\u007f")");
  EXPECT_EQ(as_json("\xE2\x80\xA8\xE2\x80\xA9"), R"("\u2028\u2029")");
  EXPECT_EQ(as_json("\xC2\x9B"), R"("\u009b")");
}

TEST(JsonWriter, KeepsValidUtf8AndReplacesTheRest) {
  EXPECT_EQ(as_json("é – 日本 😀"), "\"é – 日本 😀\"");
  EXPECT_EQ(as_json("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(as_json("\xC0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(as_json("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(as_json("\xF0\x9F\x98"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(JsonWriter, NumbersReadBackToTheSameValue) {
  for (const double value : {0.0, 1.5, 66.67, 0.1, 1e300, -2.25}) {
    std::string out;
    JsonWriter(out).number(value);
    EXPECT_EQ(boost::json::parse(out).to_number<double>(), value) << out;
  }
  std::string out;
  JsonWriter(out).number(std::numeric_limits<double>::infinity());
  EXPECT_EQ(out, "null");
}

TEST(JsonWriter, AnyBytesGiveJsonThatAStrictParserTakes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const std::string json = as_json(bytes);
    EXPECT_NO_THROW((void)boost::json::parse(json)) << json;
  }
}

TEST(IndentedJson, IsTheSameValueOverSeveralLines) {
  const std::string json = R"({"a":[1,2,{"b":"x{[,:]}\"y"}],"c":{},"d":[]})";
  const std::string pretty = to_indented_json(json);
  EXPECT_EQ(boost::json::parse(pretty), boost::json::parse(json));
  EXPECT_EQ(to_indented_json(R"({"a":["x"],"b":{}})"), "{\n  \"a\": [\n    \"x\"\n  ],\n  \"b\": {}\n}\n");
}

}  // namespace
}  // namespace milepost
