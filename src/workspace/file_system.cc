// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The buffers of the FileSystem port.
#include "workspace/file_system.h"

#include <algorithm>

namespace milepost {

void EntryList::clear() {
  names_.clear();
  entries_.clear();
}

void EntryList::add(std::string_view name, FileKind kind) {
  entries_.push_back({static_cast<std::uint32_t>(names_.size()), static_cast<std::uint32_t>(name.size()), kind});
  names_.append(name);
  names_.push_back('\0');
}

void EntryList::sort_by_name() {
  std::ranges::sort(entries_, {}, [this](const Entry& entry) { return name(entry); });
}

char* ReadBuffer::reserve(std::size_t size) { return grow(size, 0); }

char* ReadBuffer::grow(std::size_t size, std::size_t kept) {
  if (size <= capacity_) return data_.get();
  auto larger = std::make_unique_for_overwrite<char[]>(size);
  if (kept > 0) std::memcpy(larger.get(), data_.get(), kept);
  data_ = std::move(larger);
  capacity_ = size;
  return data_.get();
}

}  // namespace milepost
