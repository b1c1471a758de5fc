// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/document_visits.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "workspace/file_system.h"

namespace milepost {
namespace {

constexpr std::size_t kBatch = 16;  // neighbours in a folder are read by one thread

class Visits {
 public:
  explicit Visits(const VisitRequest& request) : request_(request) {
    if (auto root = request.files.open_directory(request.root)) root_ = std::move(*root);
  }

  [[nodiscard]] bool is_open() const { return root_ != nullptr; }

  void work(const Visitor& visitor) {
    ReadBuffer buffer;
    const std::size_t count = request_.paths.size();
    for (std::size_t begin = next_.fetch_add(kBatch); begin < count; begin = next_.fetch_add(kBatch)) {
      for (std::size_t i = begin; i < std::min(begin + kBatch, count); ++i) {
        const auto read = root_->read(request_.paths[i].c_str(), request_.max_file_size, buffer);
        if (read) visitor(i, std::string(buffer.bytes()));
      }
    }
  }

 private:
  const VisitRequest& request_;
  std::unique_ptr<Directory> root_;
  std::atomic<std::size_t> next_ = 0;
};

}  // namespace

void visit_documents(const VisitRequest& request, const std::function<Visitor(unsigned worker)>& make_visitor) {
  Visits visits(request);
  if (!visits.is_open()) return;
  const auto useful = static_cast<unsigned>(std::min<std::size_t>(request.paths.size() / kBatch + 1, 256));
  const unsigned threads = std::clamp(request.threads, 1U, useful);
  std::vector<std::thread> others;
  for (unsigned worker = 1; worker < threads; ++worker) {
    others.emplace_back([&, worker] { visits.work(make_visitor(worker)); });
  }
  visits.work(make_visitor(0));
  for (std::thread& other : others) other.join();
}

}  // namespace milepost
