// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/link_pass.h"

#include <algorithm>
#include <utility>

#include "workspace/scan_problem.h"

namespace milepost {

namespace {

bool leads_into_version_control(std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (SkippedFolders::is_version_control(path.substr(0, end))) return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

class LinkPass {
 public:
  LinkPass(const DiscoveryRequest& request, WorkQueue<DiscoveryJob>& queue, DiscoveryWorker& worker)
      : request_(request), queue_(queue), worker_(worker) {}

  void follow(const FoundLink& link) {
    const auto target = request_.files.canonical(join_path(request_.root, link.path));
    if (!target) return report_dead(link, target.error());
    const auto stat = request_.files.stat(*target);
    if (!stat) return report_dead(link, stat.error());
    const bool is_folder = stat->kind == FileKind::directory;
    const bool is_markdown = stat->kind == FileKind::file && PathFilter::is_markdown_name(link.path);
    if (!is_folder && !is_markdown) return;
    const std::string inside = request_.root == "/" ? request_.root : request_.root + '/';
    if (*target == request_.root) return;  // all of it has been met
    if (!target->starts_with(inside)) return report_outside(link, *target);
    const std::string real = target->substr(inside.size());
    if (leads_into_version_control(real)) return;
    if (is_folder) {
      walk(link, real);
    } else {
      worker_.read_linked_file(link.path, real);
    }
  }

 private:
  void walk(const FoundLink& link, const std::string& real) {
    DiscoveryJob job = link.folder;
    job.path = link.path;
    job.real = real;
    queue_.push(0, std::move(job));
    worker_.run();
  }

  void report_dead(const FoundLink& link, const FileFailure& failure) {
    if (!PathFilter::is_markdown_name(link.path)) return;
    worker_.intake.problems.push_back(make_scan_problem(
        ReadingFact::unreadable, link.path, "The link leads nowhere: " + failure.reason + "; mend or remove it."));
  }

  void report_outside(const FoundLink& link, const std::string& target) {
    worker_.intake.problems.push_back(make_scan_problem(
        ReadingFact::symlink_outside, link.path,
        "The link leads out of the root, to " + target + ", and was not followed; scan that folder by itself."));
  }

  const DiscoveryRequest& request_;
  WorkQueue<DiscoveryJob>& queue_;
  DiscoveryWorker& worker_;
};

}  // namespace

void follow_links(const DiscoveryRequest& request, std::vector<FoundLink> links, WorkQueue<DiscoveryJob>& queue,
                  DiscoveryWorker& worker) {
  LinkPass pass(request, queue, worker);
  while (!links.empty()) {
    std::ranges::sort(links, {}, &FoundLink::path);
    for (const FoundLink& link : links) pass.follow(link);
    links = std::exchange(worker.links, {});
  }
}

}  // namespace milepost
