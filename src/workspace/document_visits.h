// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Document visits: the bytes of many documents, each read once and handed to a worker, on as many threads as the scan
// would take. It exists for questions that need the text of every document again after the corpus is known. Workers
// share nothing, so what they find is put together afterwards in the order of the paths.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace milepost {

class FileSystem;

struct VisitRequest {
  const FileSystem& files;
  std::string root;
  const std::vector<std::string>& paths;  // relative to the root
  std::uint64_t max_file_size = 0;
  unsigned threads = 1;
};

// Called with the index of the path and its bytes; a file that can not be read is passed over.
using Visitor = std::function<void(std::size_t index, std::string bytes)>;

// `make_visitor` is called once for each thread, on that thread.
void visit_documents(const VisitRequest& request, const std::function<Visitor(unsigned worker)>& make_visitor);

}  // namespace milepost
