// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/path_pattern.h"

#include <cstddef>
#include <optional>

#include "core/base/ascii.h"

namespace milepost {
namespace {

bool is_special(char c) { return c == '*' || c == '?' || c == '[' || c == '#'; }

// Letters differ in five bits; two of them spread over the ten bits that a Sketch looks at.
std::uint64_t hash_pair(char first, char second) {
  return (static_cast<std::uint64_t>(static_cast<unsigned char>(first)) * 33U) ^ static_cast<unsigned char>(second);
}

std::string longest_literal(std::string_view glob) {
  std::string_view best;
  for (std::size_t begin = 0; begin < glob.size();) {
    if (is_special(glob[begin])) {
      const std::size_t close = glob[begin] == '[' ? glob.find(']', begin) : begin;
      begin = (close == std::string_view::npos ? glob.size() : close) + 1;
      // "**/" may match no folder at all, so its slash is no literal.
      if (begin < glob.size() && begin >= 2 && glob[begin - 1] == '*' && glob[begin - 2] == '*' && glob[begin] == '/')
        ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < glob.size() && !is_special(glob[end])) ++end;
    if (end - begin > best.size()) best = glob.substr(begin, end - begin);
    begin = end;
  }
  return std::string(best);
}

// One position of a backtracking match. A glob has few stars, and a failed star only ever falls back to the last one
// of its kind, so the work is bounded by path length times the number of stars.
class Matcher {
 public:
  Matcher(std::string_view glob, std::string_view path) : glob_(glob), path_(path) {}

  bool run() {
    while (at_ < path_.size() || g_ < glob_.size()) {
      if (g_ < glob_.size() && step()) continue;
      if (!retreat()) return false;
    }
    return true;
  }

 private:
  struct Retry {
    std::size_t glob;
    std::size_t path;
  };

  bool step() {
    const char c = glob_[g_];
    if (c == '*') return star();
    if (at_ == path_.size()) return false;
    if (c == '#') return digits();
    if (c == '[') return set();
    if (c == '?' ? path_[at_] == '/' : path_[at_] != c) return false;
    ++g_;
    ++at_;
    return true;
  }

  bool star() {
    if (g_ + 1 < glob_.size() && glob_[g_ + 1] == '*') {
      g_ += g_ + 2 < glob_.size() && glob_[g_ + 2] == '/' ? 3 : 2;
      folders_ = Retry{g_, at_};
      segment_.reset();
    } else {
      ++g_;
      segment_ = Retry{g_, at_};
    }
    return true;
  }

  bool digits() {
    if (!is_digit(path_[at_])) return false;
    while (at_ < path_.size() && is_digit(path_[at_])) ++at_;
    ++g_;
    return true;
  }

  bool set() {
    const std::size_t close = glob_.find(']', g_);
    if (close == std::string_view::npos || path_[at_] == '/') return false;
    bool hit = false;
    for (std::size_t i = g_ + 1; i < close; ++i) {
      const bool range = i + 2 < close && glob_[i + 1] == '-';
      hit = hit || (range ? glob_[i] <= path_[at_] && path_[at_] <= glob_[i + 2] : glob_[i] == path_[at_]);
      if (range) i += 2;
    }
    if (!hit) return false;
    g_ = close + 1;
    ++at_;
    return true;
  }

  // Lets the last star take one more character (or folder).
  bool retreat() {
    if (segment_ && segment_->path < path_.size() && path_[segment_->path] != '/') {
      at_ = segment_->path = next_start(segment_->path + 1);
      g_ = segment_->glob;
      return true;
    }
    if (!folders_) return false;
    segment_.reset();
    const std::size_t slash = path_.find('/', folders_->path);
    if (slash == std::string_view::npos) {
      // `**` at the end of the glob takes everything that is left.
      if (folders_->glob != glob_.size()) return false;
      at_ = path_.size();
      g_ = glob_.size();
      return true;
    }
    at_ = folders_->path = slash + 1;
    g_ = folders_->glob;
    return true;
  }

  // From `at` on, the first place in this segment where what follows the star may begin.
  [[nodiscard]] std::size_t next_start(std::size_t at) const {
    if (segment_->glob == glob_.size() || is_special(glob_[segment_->glob])) return at;
    while (at < path_.size() && path_[at] != '/' && path_[at] != glob_[segment_->glob]) ++at;
    return at;
  }

  std::string_view glob_;  // borrows from: the pattern
  std::string_view path_;  // borrows from: the caller
  std::size_t g_ = 0;
  std::size_t at_ = 0;
  std::optional<Retry> segment_;
  std::optional<Retry> folders_;
};

}  // namespace

PathProbe::PathProbe(std::string_view lower_path)
    : path_(lower_path), name_(lower_path.substr(lower_path.rfind('/') + 1)) {  // npos + 1 is 0
  for (std::size_t i = 0; i + 1 < path_.size(); ++i) pairs_.add(hash_pair(path_[i], path_[i + 1]));
}

PathPattern::PathPattern(std::string_view glob) : glob_(glob) {
  for (char& c : glob_) c = to_lower(c);
  if (!glob_.empty() && !is_special(glob_.front())) first_ = glob_.front();
  literal_ = longest_literal(glob_);
  for (std::size_t i = 0; i + 1 < literal_.size(); ++i) pairs_.push_back(hash_pair(literal_[i], literal_[i + 1]));
}

bool PathPattern::matches(std::string_view path) const {
  return path.find(literal_) != std::string_view::npos && Matcher(glob_, path).run();
}

std::string_view lower_path(std::string_view path, std::string& buffer) {
  buffer.assign(path);
  for (char& c : buffer) c = to_lower(c);
  return buffer;
}

}  // namespace milepost
