// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/work_queue.h"

#include <gtest/gtest.h>

#include <thread>

namespace milepost {
namespace {

TEST(WorkQueue, DoesEveryJobOnceHoweverJobsBranch) {
  for (const std::size_t workers : {1U, 2U, 5U}) {
    WorkQueue<int> queue(workers);
    std::atomic<int> done = 0;
    queue.push(0, 12);  // a job of size n makes two of size n - 1
    {
      std::vector<std::jthread> threads;
      for (std::size_t worker = 0; worker < workers; ++worker) {
        threads.emplace_back([&queue, &done, worker] {
          while (const auto job = queue.take(worker)) {
            for (int child = 0; child < 2 && *job > 0; ++child) queue.push(worker, *job - 1);
            ++done;
            queue.finish();
          }
        });
      }
    }
    EXPECT_EQ(done, (1 << 13) - 1);
  }
}

TEST(WorkQueue, EmptyQueueEndsAtOnce) {
  WorkQueue<int> queue(1);
  EXPECT_FALSE(queue.take(0));
}

}  // namespace
}  // namespace milepost
