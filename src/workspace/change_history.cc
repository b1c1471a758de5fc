// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/change_history.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace milepost {

namespace {

constexpr std::size_t kDigits = 8;
constexpr std::uint64_t kLargestRecord = std::uint64_t{4} << 30U;

std::string name_of(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

// 0 for a name that is none of ours.
std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() ? number : 0;
}

// The records that no later undo has hidden, oldest first.
std::vector<const ChangeRecord*> find_standing(const std::vector<ChangeRecord>& records, Roots roots) {
  std::vector<const ChangeRecord*> standing;
  std::set<std::uint64_t> hidden;
  for (auto record = records.rbegin(); record != records.rend(); ++record) {
    if (std::ranges::find(roots, record->root) == roots.end() || hidden.contains(record->number)) continue;
    if (record->undoes != 0) hidden.insert(record->undoes);
    standing.push_back(&*record);
  }
  std::ranges::reverse(standing);
  return standing;
}

// Whether the change that it took back was itself an undo: then it is a redo.
bool is_redo(const ChangeRecord& record, const std::vector<ChangeRecord>& records) {
  const auto target = std::ranges::find(records, record.undoes, &ChangeRecord::number);
  return target != records.end() && target->undoes != 0;
}

}  // namespace

std::string history_path(const ChangeSite& site, std::uint64_t number) {
  return site.state.history() + '/' + name_of(number);
}

std::vector<std::uint64_t> list_history(const ChangeSite& site) {
  std::vector<std::uint64_t> numbers;
  EntryList entries;
  const auto folder = site.files.open_directory(site.state.history());
  if (!folder || !(*folder)->list(entries)) return numbers;
  for (const EntryList::Entry& entry : entries.entries()) {
    if (const std::uint64_t number = number_of(entries.name(entry)); number != 0) numbers.push_back(number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

std::vector<ChangeRecord> load_history(const ChangeSite& site) {
  std::vector<ChangeRecord> records;
  ReadBuffer bytes;
  for (const std::uint64_t number : list_history(site)) {
    if (!site.files.read(history_path(site, number), kLargestRecord, bytes)) continue;
    if (auto record = parse_change(bytes.bytes())) records.push_back(*std::move(record));
  }
  return records;
}

void prune_history(const ChangeSite& site) {
  const std::vector<std::uint64_t> numbers = list_history(site);
  std::uint64_t bytes = 0;
  std::size_t kept = 0;
  for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
    const std::string path = history_path(site, *number);
    const auto stat = site.files.stat(path);
    bytes += stat ? stat->size : 0;
    // The newest stays, whatever its size: its name is what the next number is counted from.
    if (kept < kKeptChanges && (bytes <= kKeptBytes || kept == 0)) {
      ++kept;
      continue;
    }
    static_cast<void>(unlink_if_there(site, path));
  }
}

const ChangeRecord* find_undoable(const std::vector<ChangeRecord>& records, Roots roots) {
  const auto standing = find_standing(records, roots);
  const auto found = std::find_if(standing.rbegin(), standing.rend(), [](const auto* r) { return r->undoes == 0; });
  return found == standing.rend() ? nullptr : *found;
}

const ChangeRecord* find_redoable(const std::vector<ChangeRecord>& records, Roots roots) {
  const auto standing = find_standing(records, roots);
  for (auto record = standing.rbegin(); record != standing.rend(); ++record) {
    if ((*record)->undoes == 0) return nullptr;  // something new was done since
    if (!is_redo(**record, records)) return *record;
  }
  return nullptr;
}

}  // namespace milepost
