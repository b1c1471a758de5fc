// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/log_writer.h"

#include <algorithm>
#include <optional>

#include "core/document/normalise/date.h"
#include "core/lifecycle/date_notation.h"
#include "core/lifecycle/find_section.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/section_writer.h"
#include "core/lifecycle/table_cells.h"
#include "core/lifecycle/written_value.h"
#include "core/text/inline.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kDateWithin = 16;  // a date further in is part of the text
constexpr std::string_view kDateSlot = "YYYY-MM-DD";

// A line of the log, taken apart.
struct Entry {
  ByteRange line;                      // from the begin of its line to the end of its last line
  ByteRange date;                      // as written
  ByteOffset text = 0;                 // where the text begins
  std::optional<DateReading> reading;  // absent for a slot of the template
};

class LogWriter {
 public:
  LogWriter(EditDraft& draft, const AddLog& request, const DateAndTime& date, std::string text)
      : draft_(draft), request_(request), date_(date), text_(std::move(text)) {}

  Result<void> run(std::uint32_t section) {
    const Outline& outline = draft_.parsed().outline;
    const std::uint32_t begin = outline.headings[section].block + 1;
    const std::uint32_t end = own_blocks_end(outline, section);
    const ByteOffset footer = footer_at(draft_);
    for (std::uint32_t i = begin; i < end; i = draft_.markdown().blocks[i].end)
      if (draft_.markdown().blocks[i].range.begin < footer) block(i);
    draft_.intend("log", request_.text, outline.headings[section].line + 1);
    if (table_ != kNoBlock && entries_.empty()) return into_table();
    if (entries_.empty()) return section_for_each_day(section) ? into_days(section) : into_nothing(section);
    const bool only_slots =
        std::ranges::none_of(entries_, [](const Entry& entry) { return entry.reading.has_value(); });
    if (only_slots) return into_slot();
    std::erase_if(entries_, [](const Entry& entry) { return !entry.reading.has_value(); });
    return beside(is_newest_first() ? entries_.front() : entries_.back());
  }

 private:
  void block(std::uint32_t index) {
    const Block& own = draft_.markdown().blocks[index];
    if (own.kind == BlockKind::table && table_ == kNoBlock) table_ = index;
    if (own.kind == BlockKind::list)
      for (std::uint32_t i = index + 1; i < own.end; i = draft_.markdown().blocks[i].end) {
        const Block& item = draft_.markdown().blocks[i];
        last_item_ = i;
        entry({draft_.line_at(item.range.begin).begin, item.range.end}, item.content.begin);
      }
    if (own.kind == BlockKind::link_reference_definition) entry(own.range, own.range.begin);
    if (own.kind == BlockKind::paragraph)
      for (std::uint32_t i = 0; i < own.lines_count; ++i) {
        const ByteRange line = draft_.markdown().lines[own.lines_begin + i];
        entry({draft_.line_at(line.begin).begin, draft_.line_at(line.begin).end}, line.begin);
      }
  }

  // Takes the line apart when a date stands near `content`.
  void entry(ByteRange line, ByteOffset content) {
    const ByteRange text{content, draft_.line_at(content).end};
    const std::string_view says = draft_.slice(text);
    Entry found{line, {}, 0, std::nullopt};
    if (const auto reading = find_first_date(says, draft_.words().months); reading && reading->date) {
      if (reading->within.begin > kDateWithin || reading->precision != DatePrecision::day) return;
      if (std::ranges::any_of(says.substr(0, reading->within.begin), is_alpha_char)) return;  // "Due: 2026-01-02"
      found.date = {text.begin + reading->within.begin, text.begin + reading->within.end};
      found.reading = reading;
    } else if (const std::size_t slot = says.find(kDateSlot); slot <= kDateWithin) {
      std::size_t end = slot + kDateSlot.size();
      for (const std::string_view time : {" HH:MM:SS", " HH:MM"})
        if (says.substr(end).starts_with(time)) end += time.size();
      found.date = {text.begin + static_cast<ByteOffset>(slot), text.begin + static_cast<ByteOffset>(end)};
    } else {
      return;
    }
    found.text = text_begin(found.date, draft_.line_at(content).begin, text.end);
    entries_.push_back(std::move(found));
  }

  // Behind "]: ", "** — " and the like. Marks count only when they were opened before the date.
  [[nodiscard]] ByteOffset text_begin(ByteRange date, ByteOffset line, ByteOffset end) const {
    const std::string_view before = draft_.slice({line, date.begin});
    const std::size_t opened = before.size() - std::min(before.size(), before.find_last_not_of("*_`") + 1);
    std::size_t marks = opened;
    ByteOffset at = date.end;
    while (at < end) {
      const std::string_view rest = draft_.slice({at, end});
      const bool is_mark = rest.front() == '*' || rest.front() == '_' || rest.front() == '`';
      if (is_mark && marks == 0) break;
      if (is_mark) --marks;
      if (is_mark || std::string_view(" \t:]),-|").find(rest.front()) != std::string_view::npos)
        ++at;
      else if (rest.starts_with("—") || rest.starts_with("–"))
        at += 3;
      else
        break;
    }
    return at;
  }

  [[nodiscard]] bool is_newest_first() const {
    int down = 0;
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      const Date a = *entries_[i - 1].reading->date;
      const Date b = *entries_[i].reading->date;
      down += a == b ? 0 : b < a ? 1 : -1;
    }
    return down > 0;
  }

  [[nodiscard]] std::string date_like(const Entry& entry) const {
    const std::string iso = to_string(date_.date);
    if (!entry.reading)
      return entry.date.size() > kDateSlot.size() && date_.hour ? with_time(entry.date.size() > 16) : iso;
    const std::string_view written = draft_.slice(entry.date);
    const bool has_time = written.find(':') != std::string_view::npos;
    // A time of day that is not known is left out, not made up.
    if (has_time && !date_.hour) return iso;
    return write_date_like(written, *entry.reading, date_).value_or(iso);
  }
  [[nodiscard]] std::string with_time(bool seconds) const {
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    std::string text = to_string(date_.date) + " " + two(*date_.hour) + ":" + two(date_.minute.value_or(0));
    return seconds ? text + ":" + two(date_.second.value_or(0)) : text;
  }

  // The prefix of a list entry with the number that comes next.
  [[nodiscard]] std::string prefix_of(const Entry& entry) const {
    std::string prefix(draft_.slice({entry.line.begin, entry.date.begin}));
    const std::size_t digit = prefix.find_first_not_of(" \t>");
    if (digit == std::string::npos || !is_digit_char(prefix[digit])) return prefix;
    std::size_t end = digit;
    while (end < prefix.size() && is_digit_char(prefix[end])) ++end;
    const unsigned long number = std::stoul(prefix.substr(digit, std::min<std::size_t>(end - digit, 8)));
    if (!is_newest_first()) prefix.replace(digit, end - digit, std::to_string(number + 1));
    return prefix;
  }

  [[nodiscard]] std::string line_like(const Entry& entry) const {
    std::string_view joint = draft_.slice({entry.date.end, entry.text});
    std::string line = prefix_of(entry) + date_like(entry) + std::string(joint);
    if (joint.empty() || (!is_blank_char(joint.back()) && joint.find(']') == std::string_view::npos)) line += ' ';
    return line + text_;
  }

  Result<void> beside(const Entry& neighbour) {
    const std::string eol(draft_.eol_at(neighbour.line.begin));
    const bool is_loose = entries_.size() > 1 && draft_.is_blank_line(draft_.next_line(entries_[0].line.end)) &&
                          draft_.next_line(entries_[0].line.end) < entries_[1].line.begin;
    const std::string_view own = draft_.slice(draft_.line_at(neighbour.date.begin));
    const std::string_view hard_break = own.ends_with("  ") ? "  " : "";
    std::string line = line_like(neighbour) + std::string(hard_break) + eol;
    if (is_newest_first()) {
      draft_.insert_lines(neighbour.line.begin, is_loose ? line + eol : line);
    } else {
      draft_.insert_lines(draft_.next_line(neighbour.line.end), is_loose ? eol + line : line);
    }
    return {};
  }

  Result<void> into_slot() {
    const Entry& slot = entries_.front();
    const ByteOffset end = draft_.line_at(slot.date.begin).end;
    draft_.replace(slot.date, date_like(slot));
    draft_.replace({slot.text, end}, slot.text == slot.date.end ? ": " + text_ : text_);
    return {};
  }

  // A log without a dated line: its bullets show the marker, else a hyphen.
  Result<void> into_nothing(std::uint32_t section) {
    const ByteRange content = own_content(draft_, section);
    const std::string eol(draft_.eol_at(draft_.parsed().outline.headings[section].text.begin));
    const std::string body = to_string(date_.date) + ": " + text_;
    if (last_item_ != kNoBlock) {
      const Block& item = draft_.markdown().blocks[last_item_];
      const std::string_view line = draft_.slice(draft_.line_at(item.range.begin));
      const std::string_view marker = trim_blanks(line).substr(0, 1);
      const bool is_bullet = marker == "-" || marker == "*" || marker == "+";
      const std::string prefix =
          is_bullet ? std::string(line.substr(0, line.find(marker))) + std::string(marker) + " " : "- ";
      draft_.insert_lines(draft_.next_line(item.range.end), prefix + body + eol);
      return {};
    }
    if (content.empty()) {
      insert_below_heading(draft_, section, "- " + body);
      return {};
    }
    const ByteOffset at = draft_.next_line(content.end);
    const bool touches = at < draft_.bytes().size() && !draft_.is_blank_line(at);
    draft_.insert_lines(at, eol + "- " + body + eol + (touches ? eol : ""));
    return {};
  }

  Result<void> into_table() {
    const std::vector<Block>& blocks = draft_.markdown().blocks;
    const Block& header = blocks[table_ + 1];
    std::vector<std::string> texts(header.cells_count);
    if (texts.size() < 2)
      return std::unexpected(
          draft_.error_at(ErrorKind::refused, header.range.begin, "the table of the log has no column for a text"));
    std::vector<std::optional<DateReading>> dates;
    std::string iso = to_string(date_.date);
    std::vector<Date> days;
    for (std::uint32_t i = table_ + 2; i < blocks[table_].end; ++i) {
      if (blocks[i].cells_count == 0) continue;
      const std::string_view cell = draft_.slice(draft_.markdown().cells[blocks[i].cells_begin]);
      const DateReading reading = normalise_date(cell, draft_.words().months);
      if (!reading.date) continue;
      days.push_back(*reading.date);
      iso = write_date_like(slice(cell, reading.within), reading, date_).value_or(iso);
    }
    texts[0] = iso;
    const auto cell = escape_value(request_.text, MarkdownPlace::cell);
    if (!cell) return std::unexpected(cell.error());
    texts[text_column(header)] = *cell;
    const bool newest_first = days.size() > 1 && days.front() > days.back();
    insert_row(draft_, table_, texts, newest_first ? RowPlace::first : RowPlace::last);
    return {};
  }

  // The column for the text: the first whose header speaks of it, else the last.
  [[nodiscard]] std::size_t text_column(const Block& header) const {
    for (std::uint32_t i = 1; i < header.cells_count; ++i) {
      const std::string_view name = draft_.slice(draft_.markdown().cells[header.cells_begin + i]);
      for (const std::string_view word : {"Change", "Description", "Note", "Entry", "Summary", "What", "Event"})
        if (name.find(word) != std::string_view::npos) return i;
    }
    return header.cells_count - 1;
  }

  // "### 2026-01-02" below the log.
  [[nodiscard]] bool section_for_each_day(std::uint32_t section) const {
    const std::vector<Heading>& headings = draft_.parsed().outline.headings;
    return section + 1 < headings.size() && headings[section + 1].parent == section &&
           find_first_date(draft_.slice(headings[section + 1].text), draft_.words().months).has_value();
  }

  Result<void> into_days(std::uint32_t section) {
    struct Day {
      std::uint32_t heading;
      DateReading reading;
    };
    const std::vector<Heading>& headings = draft_.parsed().outline.headings;
    std::vector<Day> days;
    for (std::uint32_t i = section + 1; i < headings.size() && headings[i].block < headings[section].block_end; ++i)
      if (headings[i].parent == section)
        if (auto reading = find_first_date(draft_.slice(headings[i].text), draft_.words().months);
            reading && reading->date)
          days.push_back({i, *reading});
    for (const Day& day : days)
      if (*day.reading.date == date_.date) return change_body(day.heading);
    const bool newest_first = days.size() > 1 && *days.front().reading.date > *days.back().reading.date;
    const Day& model = newest_first ? days.front() : days.back();
    const ByteRange text = headings[model.heading].text;
    const std::string_view written = slice(draft_.slice(text), model.reading.within);
    const std::string eol(draft_.eol_at(text.begin));
    const std::string heading = std::string(headings[model.heading].level, '#') + " " +
                                write_date_like(written, model.reading, date_).value_or(to_string(date_.date));
    const std::string lines = heading + eol + eol + "- " + text_ + eol;
    if (newest_first) {
      draft_.insert_lines(draft_.line_at(text.begin).begin, lines + eol);
    } else {
      const ByteRange content = own_content(draft_, model.heading);
      const ByteOffset end =
          content.empty() ? draft_.markdown().blocks[headings[model.heading].block].range.end : content.end;
      draft_.insert_lines(draft_.next_line(end), eol + lines);
    }
    return {};
  }

  Result<void> change_body(std::uint32_t heading) {
    const ByteRange content = own_content(draft_, heading);
    const std::string line = "- " + text_;
    if (content.empty())
      insert_below_heading(draft_, heading, line);
    else
      draft_.insert_lines(draft_.next_line(content.end), line + std::string(draft_.eol_at(content.begin)));
    return {};
  }

  EditDraft& draft_;
  const AddLog& request_;
  const DateAndTime& date_;
  std::string text_;
  std::vector<Entry> entries_;
  std::uint32_t table_ = kNoBlock;
  std::uint32_t last_item_ = kNoBlock;
};

// The log of the item; where several sections are logs, the one that is called so.
Result<std::uint32_t> find_log(const EditDraft& draft) {
  auto found = find_section(draft, "log");
  if (found || found.error().kind != ErrorKind::ambiguous) return found;
  for (const std::string_view title : {"Changelog", "Change Log", "Output Log", "Progress Log"})
    if (auto named = find_section(draft, title)) return named;
  return found;
}

}  // namespace

Result<void> add_log(EditDraft& draft, const AddLog& request) {
  const auto date = parse_date_and_time(request.date);
  if (!date) return fail(ErrorKind::usage, "'" + request.date + "' is no day; write it as YYYY-MM-DD");
  if (request.text.empty()) return fail(ErrorKind::usage, "the log line is empty");
  if (auto checked = check_value(request.text, LineBreaks::no); !checked) return checked;
  auto text = escape_value(request.text, MarkdownPlace::heading);
  if (!text) return std::unexpected(text.error());
  const auto section = find_log(draft);
  if (section) return LogWriter(draft, request, *date, std::move(*text)).run(*section);
  if (section.error().kind != ErrorKind::not_found) return std::unexpected(section.error());
  if (draft.item_index() != 0) return std::unexpected(section.error());
  const std::string body = "- " + to_string(date->date) + ": " + *text;
  auto made = insert_section(draft, {"log", "Changelog", body});
  if (made) draft.intend("log", request.text, 0);
  return made;
}

}  // namespace milepost
