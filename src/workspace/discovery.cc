// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/discovery.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <thread>
#include <tuple>
#include <unordered_set>

#include "workspace/discovery_worker.h"
#include "workspace/link_pass.h"
#include "workspace/scan_problem.h"

namespace milepost {

namespace {

template <typename T>
void move_append(std::vector<T>& into, std::vector<T>& from) {
  into.insert(into.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
  from.clear();
}

class Discovery {
 public:
  Discovery(const DiscoveryRequest& request, std::shared_ptr<const Directory> root)
      : request_(request), root_(std::move(root)) {}

  Discovered run() {
    result_.begin_ns = request_.files.now_ns();
    if (!walk(Order::any)) walk(Order::sorted);
    sort_result();
    return std::move(result_);
  }

 private:
  enum class Order : std::uint8_t { any, sorted };

  // False when the cap on files was met in an order that says nothing; then nothing is kept.
  bool walk(Order order) {
    DiscoveryShared shared{request_, root_, order == Order::sorted, result_.begin_ns, {}, {}};
    const std::size_t count = shared.in_order ? 1 : std::max(1U, request_.threads);
    WorkQueue<DiscoveryJob> queue(count);
    std::deque<DiscoveryWorker> workers;
    for (std::size_t number = 0; number < count; ++number) workers.emplace_back(shared, queue, number);
    DiscoveryJob first{{}, {}, 0, PathVerdict::read, request_.ignored};
    first.known = 0;
    queue.push(0, std::move(first));
    {
      std::vector<std::jthread> threads;
      for (std::size_t number = 1; number < count; ++number) {
        threads.emplace_back([&workers, number] { workers[number].run(); });
      }
      workers[0].run();
    }
    if (shared.cap_met) return false;
    std::vector<FoundLink> links;
    for (DiscoveryWorker& worker : workers) move_append(links, worker.links);
    if (!links.empty()) follow(shared, std::move(links), workers);
    for (DiscoveryWorker& worker : workers) collect(worker);
    report_cap();
    return true;
  }

  void follow(DiscoveryShared& shared, std::vector<FoundLink> links, std::deque<DiscoveryWorker>& workers) {
    shared.in_order = true;
    std::unordered_set<std::uint64_t> met;
    for (const DiscoveryWorker& worker : workers) met.insert(worker.visited.begin(), worker.visited.end());
    WorkQueue<DiscoveryJob> queue(1);
    DiscoveryWorker worker(shared, queue, 0);
    worker.pass_over(std::move(met));
    follow_links(request_, std::move(links), queue, worker);
    collect(worker);
  }

  void collect(DiscoveryWorker& worker) {
    move_append(result_.documents, worker.intake.documents);
    move_append(result_.problems, worker.intake.problems);
    move_append(result_.records, worker.records);
    move_append(result_.files, worker.files);
    result_.statistics += worker.intake.statistics;
    result_.has_news = result_.has_news || worker.has_news;
    files_above_cap_ += worker.intake.files_above_cap;
  }

  void report_cap() {
    if (files_above_cap_ == 0) return;
    result_.has_news = false;  // files that were left out for their number must not be remembered as absent
    result_.problems.push_back(make_scan_problem(
        ReadingFact::limit_reached, "",
        "There are " + std::to_string(files_above_cap_) + " Markdown files above the cap of " +
            std::to_string(request_.limits.max_files) + "; they were left out; raise scan.max_files to read them."));
  }

  void sort_result() {
    std::ranges::sort(result_.documents, {}, &DocumentSummary::path);
    std::ranges::sort(result_.files);
    std::ranges::sort(result_.problems, {}, [](const Finding& finding) {
      return std::tie(finding.path, finding.line, finding.column, finding.id);
    });
  }

  const DiscoveryRequest& request_;
  std::shared_ptr<const Directory> root_;
  Discovered result_;
  std::uint32_t files_above_cap_ = 0;
};

}  // namespace

Result<Discovered> discover(const DiscoveryRequest& request) {
  auto root = request.files.open_directory(request.root);
  EntryList probe;
  const auto listed = root ? (*root)->list(probe) : FileResult<void>{};
  if (!root || !listed) {
    const FileFailure& failure = root ? listed.error() : root.error();
    Error error{ErrorKind::io, "The root can not be listed: " + failure.reason + ".", {}, {}, {}};
    error.place = Place{request.root, 0, 0};
    return std::unexpected(std::move(error));
  }
  return Discovery(request, *std::move(root)).run();
}

}  // namespace milepost
