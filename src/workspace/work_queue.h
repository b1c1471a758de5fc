// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// WorkQueue: jobs that make more jobs, done by a fixed number of workers. A worker takes its newest job (it is warm and
// keeps the queue short); a worker without jobs steals the oldest of another (it is the root of the largest subtree).
// Ends by itself when no job waits and none is being done.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace milepost {

template <typename Job>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t workers) : lanes_(workers) {}

  void push(std::size_t worker, Job job) {
    unfinished_.fetch_add(1);
    {
      const std::scoped_lock lock(lanes_[worker].mutex);
      lanes_[worker].jobs.push_back(std::move(job));
    }
    // A sleeper counts itself before it looks at the lanes for the last time, so one of us sees the other.
    if (sleepers_.load() == 0) return;
    const std::scoped_lock lock(sleep_mutex_);
    wake_.notify_one();
  }

  // Waits for a job; nothing when all work is done. Each job that is taken must be reported by `finish`.
  [[nodiscard]] std::optional<Job> take(std::size_t worker) {
    if (auto job = try_take(worker)) return job;
    std::unique_lock lock(sleep_mutex_);
    sleepers_.fetch_add(1);
    std::optional<Job> job = try_take(worker);
    while (!job && unfinished_.load() > 0) {
      wake_.wait(lock);
      job = try_take(worker);
    }
    sleepers_.fetch_sub(1);
    return job;
  }

  void finish() {
    if (unfinished_.fetch_sub(1) > 1) return;
    const std::scoped_lock lock(sleep_mutex_);
    wake_.notify_all();
  }

 private:
  struct alignas(64) Lane {
    std::mutex mutex;
    std::deque<Job> jobs;
  };

  std::optional<Job> try_take(std::size_t worker) {
    {
      Lane& own = lanes_[worker];
      const std::scoped_lock lock(own.mutex);
      if (!own.jobs.empty()) {
        std::optional<Job> job(std::move(own.jobs.back()));
        own.jobs.pop_back();
        return job;
      }
    }
    for (std::size_t step = 1; step < lanes_.size(); ++step) {
      Lane& other = lanes_[(worker + step) % lanes_.size()];
      const std::scoped_lock lock(other.mutex);
      if (other.jobs.empty()) continue;
      std::optional<Job> job(std::move(other.jobs.front()));
      other.jobs.pop_front();
      return job;
    }
    return std::nullopt;
  }

  std::vector<Lane> lanes_;
  std::atomic<std::size_t> unfinished_ = 0;
  std::atomic<std::size_t> sleepers_ = 0;
  std::mutex sleep_mutex_;
  std::condition_variable wake_;
};

}  // namespace milepost
