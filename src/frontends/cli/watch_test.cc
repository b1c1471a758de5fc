// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/watch.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

// Gives the answers one after the other; the pause behind the last one is the person's Ctrl-C.
struct Film {
  std::vector<WatchRound> answers;
  std::vector<std::string> shown;
  std::vector<std::uint32_t> pauses;
  std::int64_t cost_ns = 0;
  int show_code = 0;

  int play() {
    MemoryFileSystem files;
    std::size_t next = 0;
    Environment environment;
    environment.files = &files;
    environment.pause = [&](std::uint32_t milliseconds) {
      pauses.push_back(milliseconds);
      return next < answers.size();
    };
    return watch(
        environment,
        [&] {
          files.tick(cost_ns);
          return answers[next++];
        },
        [&](const WatchRound& round) {
          shown.push_back(round.text + round.error);
          return show_code;
        });
  }
};

TEST(Watch, ShowsAnAnswerOnlyWhenItIsAnotherOne) {
  Film film{{{"a", ""}, {"a", ""}, {"a", ""}}, {}, {}};
  EXPECT_EQ(film.play(), 130);
  EXPECT_EQ(film.shown, std::vector<std::string>{"a"});
}

TEST(Watch, WaitsUntilAnAnswerHasSettled) {
  Film film{{{"a", ""}, {"half", ""}, {"b", ""}, {"b", ""}, {"", "broken"}, {"", "broken"}}, {}, {}};
  EXPECT_EQ(film.play(), 130);
  EXPECT_EQ(film.shown, (std::vector<std::string>{"a", "b", "broken"}));
  EXPECT_EQ(film.pauses.at(1), 100U);
}

TEST(Watch, RestsLongerWhereALookCostsMore) {
  Film cheap{{{"a", ""}}, {}, {}};
  (void)cheap.play();
  Film dear{{{"a", ""}}, {}, {}, 200'000'000};
  (void)dear.play();
  EXPECT_EQ(cheap.pauses.back(), 300U);
  EXPECT_EQ(dear.pauses.back(), 4000U);
}

TEST(Watch, EndsWhenNothingCanBeShown) {
  Film film{{{"a", ""}, {"a", ""}}, {}, {}, 0, 5};
  EXPECT_EQ(film.play(), 5);
}

}  // namespace
}  // namespace milepost
