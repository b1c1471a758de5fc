// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/summary_codec.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <type_traits>

#include "workspace/byte_archive.h"

namespace milepost {

namespace {

// The last enumerator of each enum that is written; anything above is a broken file.
template <typename E>
constexpr E kLast = E{};
template <>
constexpr Carrier kLast<Carrier> = Carrier::parent_document;
template <>
constexpr ItemKind kLast<ItemKind> = ItemKind::epic;
template <>
constexpr StatusCategory kLast<StatusCategory> = StatusCategory::unknown;
template <>
constexpr EffortUnit kLast<EffortUnit> = EffortUnit::size;
template <>
constexpr RiskLevel kLast<RiskLevel> = RiskLevel::critical;
template <>
constexpr ReferenceManner kLast<ReferenceManner> = ReferenceManner::aside;
template <>
constexpr Severity kLast<Severity> = Severity::info;
template <>
constexpr ReadingFact kLast<ReadingFact> = ReadingFact::placeholder;

template <typename T, typename Model>
concept Like = std::same_as<std::remove_const_t<T>, Model>;

template <typename T>
constexpr bool kIsStated = false;
template <typename T>
constexpr bool kIsStated<Stated<T>> = true;

constexpr std::int64_t kDayShift = 719'162;     // 0001-01-01 as day 0
constexpr std::uint64_t kDayCount = 3'652'059;  // up to 9999-12-31

// A hash: all its bits count, so that seven bits a byte would only make it longer.
struct Bits {
  std::uint64_t value = 0;
};

// A value to read into; a Date has no empty one.
template <typename T>
T make_blank() {
  if constexpr (std::same_as<T, Date>) {
    return Date::from_days(std::chrono::sys_days{});
  } else if constexpr (kIsStated<T>) {
    return T{make_blank<decltype(T::value)>(), {}, {}};
  } else {
    return T{};
  }
}

template <typename A>
void describe(A& archive, Like<ByteRange> auto& range) {
  archive(range.begin, range.end);
}
template <typename A, typename S>
  requires kIsStated<std::remove_const_t<S>>
void describe(A& archive, S& stated) {
  archive(stated.value, stated.where, stated.carrier);
}
template <typename A>
void describe(A& archive, Like<Status> auto& status) {
  archive(status.category, status.text, status.note);
}
template <typename A>
void describe(A& archive, Like<Effort> auto& effort) {
  archive(effort.low, effort.high, effort.unit, effort.text);
}
template <typename A>
void describe(A& archive, Like<Risk> auto& risk) {
  archive(risk.level, risk.text);
}
template <typename A>
void describe(A& archive, Like<Count> auto& count) {
  archive(count.done, count.total);
}
template <typename A>
void describe(A& archive, Like<Progress> auto& progress) {
  archive(progress.boxes, progress.tasks, progress.stated, progress.computed);
}
template <typename A>
void describe(A& archive, Like<Reference> auto& reference) {
  archive(reference.text, reference.path, reference.where, reference.row_status, reference.line, reference.manner);
}
template <typename A>
void describe(A& archive, Like<Item> auto& item) {
  archive(item.kind, item.line, item.range, item.id, item.title, item.status, item.owner);
  archive(item.created, item.updated, item.start, item.target, item.completed);
  archive(item.effort_estimated, item.effort_actual, item.risk, item.tags);
  archive(item.depends_on, item.children, item.parent, item.progress);
}

class Writer {
 public:
  explicit Writer(std::string& into) : bytes_(into) {}

  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

 private:
  void put(const std::string& text) { bytes_.put_text(text); }
  void put(Bits bits) { bytes_.put_fixed(bits.value); }
  void put(double number) { bytes_.put_fixed(std::bit_cast<std::uint64_t>(number)); }
  void put(Date date) {
    bytes_.put_number(static_cast<std::uint64_t>(date.days().time_since_epoch().count() + kDayShift));
  }
  template <std::unsigned_integral T>
  void put(T number) {
    bytes_.put_number(number);
  }
  template <typename T>
    requires std::is_enum_v<T>
  void put(T value) {
    bytes_.put_byte(static_cast<std::uint8_t>(value));
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    bytes_.put_byte(value ? 1 : 0);
    if (value) put(*value);
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    bytes_.put_number(values.size());
    for (const T& value : values) put(value);
  }
  template <typename T>
    requires std::is_class_v<T>
  void put(const T& value) {
    describe(*this, value);
  }

  ByteWriter bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (take(values), ...);
  }
  [[nodiscard]] bool is_complete() const { return !bytes_.failed() && bytes_.at_end(); }

 private:
  void take(std::string& text) { text = bytes_.take_text(); }
  void take(Bits& bits) { bits.value = bytes_.take_fixed(); }
  void take(double& number) { number = std::bit_cast<double>(bytes_.take_fixed()); }
  void take(Date& date) {
    const std::uint64_t day = bytes_.take_number();
    if (day >= kDayCount) {
      bytes_.fail();
    } else {
      date = Date::from_days(std::chrono::sys_days{std::chrono::days{static_cast<std::int64_t>(day) - kDayShift}});
    }
  }
  template <std::unsigned_integral T>
  void take(T& number) {
    number = static_cast<T>(bytes_.take_number());
  }
  template <typename T>
    requires std::is_enum_v<T>
  void take(T& value) {
    const std::uint8_t byte = bytes_.take_byte();
    value = byte <= static_cast<std::uint8_t>(kLast<T>) ? static_cast<T>(byte) : static_cast<T>(bytes_.fail());
  }
  template <typename T>
  void take(std::optional<T>& value) {
    value.reset();
    if (bytes_.take_byte() != 0) take(value.emplace(make_blank<T>()));
  }
  template <typename T>
  void take(std::vector<T>& values) {
    const std::size_t count = bytes_.take_count();
    values.clear();
    for (std::size_t at = 0; at < count && !bytes_.failed(); ++at) take(values.emplace_back(make_blank<T>()));
  }
  template <typename T>
    requires std::is_class_v<T>
  void take(T& value) {
    describe(*this, value);
  }

  ByteReader bytes_;
};

// The catalogue row is written by its number, the path only when it is not the document's.
struct StoredFinding {
  ReadingFact fact = ReadingFact::not_recognised;
  Severity severity = Severity::warning;
  std::string path;
  ByteRange range;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
};
template <typename A>
void describe(A& archive, Like<StoredFinding> auto& finding) {
  archive(finding.fact, finding.severity, finding.path, finding.range, finding.line, finding.column, finding.message);
}

ReadingFact fact_of(std::string_view id) {
  for (int number = 0; number <= static_cast<int>(kLast<ReadingFact>); ++number) {
    const auto fact = static_cast<ReadingFact>(number);
    if (row_of(fact).id == id) return fact;
  }
  return ReadingFact::not_recognised;
}

StoredFinding to_stored(const Finding& finding, const std::string& path) {
  return {fact_of(finding.id), finding.severity, finding.path == path ? std::string{} : finding.path,
          finding.range,       finding.line,     finding.column,
          finding.message};
}

Finding to_finding(StoredFinding stored, const std::string& path) {
  const ReadingFactRow& row = row_of(stored.fact);
  return {row.id,       row.slug,    stored.severity, stored.path.empty() ? path : std::move(stored.path),
          stored.range, stored.line, stored.column,   std::move(stored.message)};
}

}  // namespace

void encode_summary(const DocumentSummary& summary, std::string& into) {
  Writer write(into);
  std::vector<StoredFinding> problems;
  problems.reserve(summary.problems.size());
  for (const Finding& finding : summary.problems) problems.push_back(to_stored(finding, summary.path));
  write(Bits{summary.revision}, summary.dialect, summary.items, problems);
}

bool decode_summary(std::string_view bytes, DocumentSummary& into) {
  Reader read(bytes);
  Bits revision;
  std::vector<StoredFinding> problems;
  read(revision, into.dialect, into.items, problems);
  if (!read.is_complete()) return false;
  into.revision = revision.value;
  into.problems.clear();
  into.problems.reserve(problems.size());
  for (StoredFinding& problem : problems) into.problems.push_back(to_finding(std::move(problem), into.path));
  return true;
}

}  // namespace milepost
