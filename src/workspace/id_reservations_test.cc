// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/id_reservations.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

using ::testing::IsEmpty;

constexpr std::int64_t kDay = std::int64_t{24} * 3600;

TEST(IdReservations, KeepsWhatWasAdded) {
  MemoryFileSystem files;
  const IdReservations reservations(files, "/repo/.git/milepost");
  EXPECT_THAT(reservations.load(), IsEmpty());
  ASSERT_TRUE(reservations.add({1000, "EP-20260117-014/MS003", "plans/tide/MS003 buoys.md"}));
  ASSERT_TRUE(reservations.add({1001, "M2", "docs/M2.md"}));
  const auto all = reservations.load();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, "EP-20260117-014/MS003");
  EXPECT_EQ(all[0].path, "plans/tide/MS003 buoys.md");
  EXPECT_EQ(all[1].time, 1001);
}

TEST(IdReservations, OldOnesGoWhenANewOneComes) {
  MemoryFileSystem files;
  const IdReservations reservations(files, "/repo/.git/milepost");
  ASSERT_TRUE(reservations.add({0, "M1", "M1.md"}));
  ASSERT_TRUE(reservations.add({89 * kDay, "M2", "M2.md"}));
  ASSERT_TRUE(reservations.add({100 * kDay, "M3", "M3.md"}));
  const auto all = reservations.load();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, "M2");
}

TEST(IdReservations, ADamagedLineIsPassedOver) {
  MemoryFileSystem files;
  files.write("/s/reservations", "what\n12\tM1\n13\tM2\tM2.md\nx14\tM3\tM3.md\n15\tM4\tcut");
  const auto all = IdReservations(files, "/s").load();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].id, "M2");
  EXPECT_EQ(IdReservations(files, "/s").add({1, "M\t5", "x.md"}).error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace milepost
