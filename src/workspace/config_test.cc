// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/config.h"

#include <gmock/gmock.h>

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Config, EveryKeyHasAnEntryOfItsType) {
  const Config config;
  ASSERT_EQ(config.entries().size(), Config::keys().size());
  for (std::size_t at = 0; at < Config::keys().size(); ++at) {
    const ConfigKey& key = Config::keys()[at];
    EXPECT_EQ(config.entries()[at].name, key.name);
    EXPECT_EQ(static_cast<std::size_t>(config.entries()[at].value.index()), static_cast<std::size_t>(key.type));
    EXPECT_EQ(to_string(config.entries()[at].value), key.default_text) << key.name;
    EXPECT_TRUE(key.summary.ends_with('.')) << key.name;
  }
}

TEST(Config, LaterOriginsOverruleEarlierOnes) {
  Config config;
  ASSERT_TRUE(config.merge_file(ConfigOrigin::user, "user.toml", "[ui]\ncolor = \"never\"\nwidth = 90\n"));
  ASSERT_TRUE(config.merge_file(ConfigOrigin::project, "milepost.toml", "\n[ui]\ncolor = \"always\"\n"));
  ASSERT_TRUE(config.merge_override({"ui.width", "100", ConfigOrigin::flag, "--width"}));
  EXPECT_EQ(config.get_text("ui.color"), "always");
  EXPECT_EQ(config.get_integer("ui.width"), 100);
  const auto color = std::ranges::find(config.entries(), "ui.color", &ConfigEntry::name);
  EXPECT_EQ(color->origin, ConfigOrigin::project);
  EXPECT_EQ(color->place, "milepost.toml:3");
}

TEST(Config, ReadsDottedKeysAndLists) {
  Config config;
  ASSERT_TRUE(config.merge_file(ConfigOrigin::project, "milepost.toml", "scan.skip = [\"a\", \"b c\"]"));
  EXPECT_THAT(config.get_list("scan.skip"), ElementsAre("a", "b c"));
  ASSERT_TRUE(config.merge_override({"scan.skip", "x,y", ConfigOrigin::environment, "MILEPOST_SCAN_SKIP"}));
  EXPECT_THAT(config.get_list("scan.skip"), ElementsAre("x", "y"));
}

TEST(Config, ValuesAreShownAsTheyWouldStandInAFile) {
  EXPECT_EQ(to_string(ConfigValue(std::string("a \"b\" \\ \x1b"))), R"("a \"b\" \\ \u001B")");
  EXPECT_EQ(to_string(ConfigValue(std::vector<std::string>{"a", "b"})), R"(["a", "b"])");
}

TEST(Config, UnknownKeyNamesTheNearestAndItsPlace) {
  Config config;
  const auto done = config.merge_file(ConfigOrigin::project, "milepost.toml", "[scan]\n  max_fils = 3\n");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, ErrorKind::usage);
  EXPECT_EQ(done.error().place->path, "milepost.toml");
  EXPECT_EQ(done.error().place->line, 2U);
  EXPECT_EQ(done.error().place->column, 3U);
  ASSERT_FALSE(done.error().hints.empty());
  EXPECT_THAT(done.error().hints.front(), HasSubstr("scan.max_files"));
}

TEST(Config, WrongTypeSaysWhatIsExpectedAndChangesNothing) {
  Config config;
  const auto done = config.merge_file(ConfigOrigin::project, "m.toml", "[ui]\nwidth = 80\nascii = \"yes\"\n");
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr("true or false"));
  EXPECT_EQ(done.error().place->line, 3U);
  EXPECT_EQ(done.error().place->column, 9U);
  EXPECT_EQ(config.get_integer("ui.width"), 0);
}

TEST(Config, RefusesValuesOutOfRangeAndUnknownChoices) {
  Config config;
  EXPECT_FALSE(config.merge_file(ConfigOrigin::user, "u", "scan.max_files = 0"));
  EXPECT_FALSE(config.merge_file(ConfigOrigin::user, "u", "ui.color = \"blue\""));
  EXPECT_FALSE(config.merge_override({"ui.color", "blue", ConfigOrigin::flag, "--color"}));
  EXPECT_FALSE(config.merge_override({"ui.width", "8x", ConfigOrigin::flag, "--width"}));
  EXPECT_FALSE(config.merge_override({"ui.wdth", "8", ConfigOrigin::flag, ""}));
}

TEST(Config, BrokenTomlHasItsPlace) {
  Config config;
  const auto done = config.merge_file(ConfigOrigin::project, "milepost.toml", "[scan]\nskip = [\n");
  ASSERT_FALSE(done);
  EXPECT_GE(done.error().place->line, 2U);
  EXPECT_THAT(done.error().message, HasSubstr("not valid TOML"));
}

}  // namespace
}  // namespace milepost
