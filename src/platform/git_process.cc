// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "platform/git_process.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/child_process.h"
#include "workspace/path_filter.h"

namespace milepost {
namespace {

using Words = std::vector<std::string>;

// What a repository could run or fetch is switched off for every question; replaced and grafted objects are not
// looked through, because an id stands in what was really committed.
const Words& standard_words() {
  static const Words kWords{"--no-pager",
                            "--no-replace-objects",
                            "--no-optional-locks",
                            "-c",
                            "core.fsmonitor=false",
                            "-c",
                            "core.hooksPath=/dev/null",
                            "-c",
                            "core.untrackedCache=false",
                            "-c",
                            "safe.bareRepository=explicit",
                            "-c",
                            "log.showSignature=false",
                            "-c",
                            "log.showRoot=true",
                            "-c",
                            "diff.orderFile=/dev/null",
                            "-c",
                            "protocol.allow=never"};
  return kWords;
}

constexpr std::array<std::string_view, 5> kKeptSettings{"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
                                                        "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES"};

// A hook that calls us has them in its environment. They would lead git away from the folder that it is asked about.
constexpr std::array<std::string_view, 9> kPlaces{"GIT_DIR",
                                                  "GIT_WORK_TREE",
                                                  "GIT_COMMON_DIR",
                                                  "GIT_INDEX_FILE",
                                                  "GIT_NAMESPACE",
                                                  "GIT_OBJECT_DIRECTORY",
                                                  "GIT_PREFIX",
                                                  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                  "GIT_QUARANTINE_PATH"};

bool is_kept_for_questions(std::string_view name) {
  if (name == "LANGUAGE" || name == "LANG" || name.starts_with("LC_")) return false;
  if (!name.starts_with("GIT_")) return true;
  return name.starts_with("GIT_CONFIG_KEY_") || name.starts_with("GIT_CONFIG_VALUE_") ||
         std::ranges::find(kKeptSettings, name) != kKeptSettings.end();
}

bool is_place(std::string_view name) { return std::ranges::find(kPlaces, name) != kPlaces.end(); }

// Calls `take` with each piece that ends with `mark`; what stands behind the last one is a piece too unless it is
// empty.
template <typename Take>
void for_each_piece(std::string_view text, char mark, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = text.find(mark);
    take(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
}

std::string first_line(std::string_view text) {
  for (const std::string_view start : {"fatal: ", "error: "})
    if (text.starts_with(start)) text.remove_prefix(start.size());
  return std::string(text.substr(0, text.find('\n')));
}

// What git and the user's hooks said, the first line apart: further lines help people to see why.
std::unexpected<Error> commit_error(std::string_view said) {
  constexpr std::size_t kMostLines = 12;
  const std::string reason = said.empty() ? "a hook said no without a word" : first_line(said);
  Error error{ErrorKind::git, "git refused the commit: " + reason, std::nullopt, {}, {}};
  std::size_t line = 0;
  for_each_piece(said, '\n', [&](std::string_view text) {
    if (line++ > 0 && line <= kMostLines && !text.empty()) error.frames.emplace_back(text);
  });
  return std::unexpected(std::move(error));
}

std::unexpected<Error> git_error(const std::string& folder, const std::string& question, std::string_view said) {
  const std::string reason = said.empty() ? "it ended without a word" : first_line(said);
  Error error{ErrorKind::git, "git could not answer (" + question + "): " + reason, Place{folder, 0, 0}, {}, {}};
  if (said.find("safe.directory") != std::string_view::npos)
    error.hints.emplace_back("The repository belongs to another user; `git config --global --add safe.directory " +
                             folder + "` trusts it.");
  return std::unexpected(std::move(error));
}

template <typename Number>
Number to_number(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view piece = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return piece;
}

std::string to_input(const GitReach& reach) {
  std::string input;
  for (const std::string& commit : reach.from) input += commit + "\n";
  for (const std::string& commit : reach.without) input += "^" + commit + "\n";
  return input;
}

// The blob that ":100644 100644 old new M" says a file has afterwards; of a merge, "::", there is one more of each.
std::string_view new_blob(std::string_view line) {
  const std::size_t parents = std::min(line.find_first_not_of(':'), line.size());
  line.remove_prefix(parents);
  for (std::size_t word = 0; word < 2 * parents + 1; ++word) take_until(line, ' ');
  return take_until(line, ' ');
}

// The pieces of `log --raw -z` whose commits are "\x01DAY REF": a change is ":modes blobs kind" and one path, two when
// the file was moved.
class ChangeReader {
 public:
  explicit ChangeReader(std::string_view rest) : rest_(rest) {}

  GitChanges read() {
    while (!rest_.empty()) {
      std::string_view piece = take_until(rest_, '\0');
      if (piece.starts_with('\n')) piece.remove_prefix(1);
      if (piece.starts_with('\x01')) {
        piece.remove_prefix(1);
        const std::string_view day = take_until(piece, ' ');
        into_.commits.push_back({Date::from_iso(day), std::string(piece)});
      } else if (piece.starts_with(':')) {
        take_change(piece);
      }
    }
    return std::move(into_);
  }

 private:
  void take_change(std::string_view facts) {
    take_until(facts, ' ');
    take_until(facts, ' ');
    GitChange change;
    change.old_blob = take_until(facts, ' ');
    change.new_blob = take_until(facts, ' ');
    const char kind = facts.empty() ? '?' : facts.front();
    change.path = take_until(rest_, '\0');
    if (kind == 'R') {
      change.old_path = std::move(change.path);
      change.path = take_until(rest_, '\0');
    }
    const bool is_known = kind == 'A' || kind == 'M' || kind == 'D' || kind == 'R';
    if (!is_known || into_.commits.empty() || !PathFilter::is_markdown_name(change.path)) return;
    change.kind = static_cast<GitChange::Kind>(kind);
    change.commit = static_cast<std::uint32_t>(into_.commits.size() - 1);
    into_.changes.push_back(std::move(change));
  }

  std::string_view rest_;
  GitChanges into_;
};

// What `cat-file --batch` says of one object, taken off `rest`.
std::optional<std::string> take_object(std::string_view& rest, std::uint64_t limit) {
  std::string_view head = take_until(rest, '\n');
  if (head.ends_with(" missing") || head.ends_with(" ambiguous")) return std::nullopt;
  take_until(head, ' ');
  const std::string_view type = take_until(head, ' ');
  const auto size = std::min<std::size_t>(to_number<std::size_t>(head), rest.size());
  std::optional<std::string> bytes;
  if (type == "blob" && size <= limit) bytes.emplace(rest.substr(0, size));
  rest.remove_prefix(std::min(size + 1, rest.size()));
  return bytes;
}

}  // namespace

std::vector<std::string> GitProcess::make_environment(const Command& command) const {
  Words environment;
  std::size_t settings = 0;
  for (const std::string& entry : environment_) {
    const std::string_view name = std::string_view(entry).substr(0, entry.find('='));
    const bool is_index = name == "GIT_INDEX_FILE" && command.access == Access::index;
    const bool is_kept = command.access == Access::commit ? !is_place(name) : is_kept_for_questions(name);
    if (name == "GIT_CONFIG_COUNT" && is_kept)
      settings = to_number<std::size_t>(std::string_view(entry).substr(name.size() + 1));
    else if (is_kept || is_index)
      environment.push_back(entry);
  }
  for (const std::string& setting : command.emptied) {
    environment.push_back("GIT_CONFIG_KEY_" + std::to_string(settings) + "=" + setting);
    environment.push_back("GIT_CONFIG_VALUE_" + std::to_string(settings) + "=");
    ++settings;
  }
  environment.push_back("GIT_CONFIG_COUNT=" + std::to_string(settings));
  environment.emplace_back("GIT_TERMINAL_PROMPT=0");
  if (command.access == Access::commit) {
    environment.emplace_back("GIT_EDITOR=true");
    return environment;
  }
  environment.emplace_back("LC_ALL=C");
  environment.emplace_back("GIT_OPTIONAL_LOCKS=0");
  environment.emplace_back("GIT_NO_LAZY_FETCH=1");
  environment.emplace_back("GIT_ALLOW_PROTOCOL=none");
  return environment;
}

Result<std::string> GitProcess::ask(const std::string& folder, const Command& command) const {
  std::string path;
  for (const std::string& entry : environment_)
    if (entry.starts_with("PATH=")) path = entry.substr(5);
  ChildRequest request;
  request.program = find_program("git", path);
  if (request.program.empty())
    return std::unexpected(Error{
        ErrorKind::git, "git is needed here, and there is no `git` in $PATH.", std::nullopt, {}, {"Install git."}});
  request.arguments = {"-C", folder};
  if (command.access != Access::commit)
    request.arguments.insert(request.arguments.end(), standard_words().begin(), standard_words().end());
  request.arguments.insert(request.arguments.end(), command.words.begin(), command.words.end());
  request.environment = make_environment(command);
  request.input = command.input;
  auto answer = run_child(request);
  if (!answer) {
    answer.error().kind = ErrorKind::git;
    return std::unexpected(std::move(answer).error());
  }
  if (answer->exit_code != 0 && command.access == Access::commit) return commit_error(answer->errors);
  if (answer->exit_code != 0) return git_error(folder, command.words.front(), answer->errors);
  return std::move(answer->output);
}

Result<std::vector<std::string>> GitProcess::ask_for_paths(const std::string& folder, Command command) const {
  const auto output = ask(folder, command);
  if (!output) return std::unexpected(output.error());
  std::vector<std::string> paths;
  for_each_piece(*output, '\0', [&](std::string_view path) {
    if (!path.empty()) paths.emplace_back(path);
  });
  return paths;
}

Result<std::vector<GitRef>> GitProcess::refs(const std::string& folder) const {
  const auto output = ask(folder, {{"for-each-ref", "--format=%(objectname) %(refname)"}});
  if (!output) return std::unexpected(output.error());
  std::vector<GitRef> refs;
  for_each_piece(*output, '\n', [&](std::string_view line) {
    const std::string_view object = take_until(line, ' ');
    refs.push_back({std::string(line), std::string(object)});
  });
  return refs;
}

Result<std::vector<std::string>> GitProcess::added_paths(const std::string& folder, const GitReach& reach) const {
  if (reach.from.empty()) return std::vector<std::string>{};
  // No path is given: that would make git look into every tree twice, and leave out side branches.
  // `-c` shows of a merge what is in none of its parents.
  Command command{{"log", "--stdin", "--format=", "--name-only", "-z", "--diff-filter=A", "--no-renames", "-c",
                   "--no-ext-diff", "--no-textconv", "--no-relative", "--no-color"}};
  command.input = to_input(reach);
  auto paths = ask_for_paths(folder, command);
  if (paths) return paths;
  // --ignore-missing does not hold for what comes by --stdin, so what is gone is only looked for when there was
  // trouble.
  const auto present = keep_present(folder, reach);
  if (!present) return std::unexpected(present.error());
  const bool is_same = present->from.size() + present->without.size() == reach.from.size() + reach.without.size();
  if (is_same) return paths;
  if (present->from.empty()) return std::vector<std::string>{};
  command.input = to_input(*present);
  return ask_for_paths(folder, std::move(command));
}

Result<GitReach> GitProcess::keep_present(const std::string& folder, const GitReach& reach) const {
  Command command{{"cat-file", "--batch-check", "--buffer"}};
  for (const auto* commits : {&reach.from, &reach.without})
    for (const std::string& commit : *commits) command.input += commit + "\n";
  const auto output = ask(folder, command);
  if (!output) return std::unexpected(output.error());
  GitReach present;
  std::string_view rest = *output;
  for (const std::string& commit : reach.from)
    if (!take_until(rest, '\n').ends_with(" missing")) present.from.push_back(commit);
  for (const std::string& commit : reach.without)
    if (!take_until(rest, '\n').ends_with(" missing")) present.without.push_back(commit);
  return present;
}

Result<GitChanges> GitProcess::changes_in(const std::string& folder, const GitReach& reach) const {
  if (reach.from.empty()) return GitChanges{};
  // Moves are told by their blob alone: comparing the text of every new file with that of every gone one takes long.
  const auto output =
      ask(folder, {{"log", "--stdin", "--topo-order", "--source", "--format=%x01%as %S", "--raw", "-z", "--no-abbrev",
                    "--find-renames=100%", "--no-ext-diff", "--no-textconv", "--no-relative", "--no-color"},
                   to_input(reach)});
  if (!output) {
    const auto head = find_commit(folder, "HEAD");
    if (!head && head.error().kind == ErrorKind::usage) return GitChanges{};  // nothing was committed yet
    return std::unexpected(output.error());
  }
  return ChangeReader(*output).read();
}

Result<std::vector<GitVersion>> GitProcess::versions_of(const std::string& folder,
                                                        std::span<const std::string> paths) const {
  if (paths.empty()) return std::vector<GitVersion>{};
  Command command{{"log", "--all", "--full-history", "--format=", "--raw", "-z", "--no-abbrev", "--diff-filter=AM",
                   "--no-renames", "-c", "--no-ext-diff", "--no-textconv", "--no-relative", "--no-color", "--"}};
  for (const std::string& path : paths) command.words.push_back(":(top,literal)" + path);
  const auto pieces = ask_for_paths(folder, std::move(command));
  if (!pieces) return std::unexpected(pieces.error());
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 0; i + 1 < pieces->size(); i += 2) seen.emplace((*pieces)[i + 1], new_blob((*pieces)[i]));
  std::vector<GitVersion> versions;
  for (const auto& [path, blob] : seen) versions.push_back({path, blob});
  return versions;
}

Result<std::string> GitProcess::find_commit(const std::string& folder, const std::string& revision) const {
  auto output = ask(folder, {{"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"}});
  if (!output) {
    if (!output.error().message.ends_with("without a word")) return std::unexpected(std::move(output).error());
    return fail(ErrorKind::usage, "'" + revision + "' is no commit, branch or tag of this repository.");
  }
  return first_line(*output);
}

Result<std::vector<GitVersion>> GitProcess::files_of(const std::string& folder, const std::string& revision) const {
  auto commit = find_commit(folder, revision);
  if (!commit) return std::unexpected(std::move(commit).error());
  const auto lines = ask_for_paths(folder, {{"ls-tree", "-r", "-z", "--full-tree", *commit}});
  if (!lines) return std::unexpected(lines.error());
  std::vector<GitVersion> files;
  for (std::string_view rest : *lines) {
    std::string_view facts = take_until(rest, '\t');
    take_until(facts, ' ');
    if (take_until(facts, ' ') == "blob") files.push_back({std::string(rest), std::string(facts)});
  }
  return files;
}

Result<std::vector<std::optional<std::string>>> GitProcess::load_blobs(const std::string& folder,
                                                                       std::span<const std::string> names,
                                                                       std::uint64_t limit) const {
  std::vector<std::optional<std::string>> blobs(names.size());
  Command command{{"cat-file", "--batch", "--buffer"}};
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].find('\n') != std::string::npos || names[i].empty()) continue;  // can not be asked for
    command.input += names[i] + "\n";
    asked.push_back(i);
  }
  if (asked.empty()) return blobs;
  const auto output = ask(folder, command);
  if (!output) return std::unexpected(output.error());
  std::string_view rest = *output;
  for (const std::size_t i : asked) blobs[i] = take_object(rest, limit);
  return blobs;
}

Result<std::optional<GitCommit>> GitProcess::last_change(const std::string& folder, const std::string& path) const {
  const auto head = find_commit(folder, "HEAD");
  if (!head) {
    if (head.error().kind == ErrorKind::usage) return std::nullopt;  // nothing was committed yet
    return std::unexpected(head.error());
  }
  auto output = ask(folder, {{"log", "-1", "--format=%H%n%ct%n%an%n%s", "--encoding=UTF-8", "--no-color", *head, "--",
                              ":(literal)" + path}});
  if (!output) return std::unexpected(std::move(output).error());
  if (output->empty()) return std::nullopt;
  std::string_view rest = *output;
  GitCommit commit;
  commit.id = take_until(rest, '\n');
  commit.time = to_number<std::int64_t>(take_until(rest, '\n'));
  commit.author = take_until(rest, '\n');
  commit.subject = take_until(rest, '\n');
  return commit;
}

Result<std::vector<std::string>> GitProcess::find_filters(const std::string& folder) const {
  // Exit code 1 says that there are none; a list that is never empty spares telling the two apart.
  const auto names = ask_for_paths(folder, {{"config", "-z", "--name-only", "--list"}});
  if (!names) return std::unexpected(names.error());
  Words filters;
  for (const std::string& name : *names) {
    const bool runs = name.ends_with(".clean") || name.ends_with(".process") || name.ends_with(".required");
    if (name.starts_with("filter.") && runs) filters.push_back(name);
  }
  return filters;
}

Result<std::vector<std::string>> GitProcess::changed_paths(const std::string& folder,
                                                           const std::string& revision) const {
  const auto commit = find_commit(folder, revision);
  if (!commit) return std::unexpected(commit.error());
  auto filters = find_filters(folder);
  if (!filters) return std::unexpected(std::move(filters).error());
  auto paths = ask_for_paths(folder, {{"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv",
                                       "--ignore-submodules=all", "--relative", "--no-color", *commit, "--"},
                                      {},
                                      Access::question,
                                      std::move(*filters)});
  if (!paths) return paths;
  auto untracked = ask_for_paths(folder, {{"ls-files", "-z", "--others", "--exclude-standard"}});
  if (!untracked) return untracked;
  paths->insert(paths->end(), untracked->begin(), untracked->end());
  std::ranges::sort(*paths);
  return paths;
}

Result<std::vector<std::string>> GitProcess::staged_paths(const std::string& folder) const {
  auto paths = ask_for_paths(folder, {{"diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff",
                                       "--no-textconv", "--ignore-submodules=all", "--relative", "--no-color"},
                                      {},
                                      Access::index});
  if (paths) std::ranges::sort(*paths);
  return paths;
}

Result<std::optional<std::string>> GitProcess::merge_base(const std::string& folder,
                                                          const std::string& revision) const {
  const auto commit = find_commit(folder, revision);
  if (!commit) return std::unexpected(commit.error());
  const auto output = ask(folder, {{"merge-base", "--end-of-options", "HEAD", *commit}});
  if (output) return first_line(*output);
  if (output.error().message.ends_with("without a word")) return std::nullopt;
  return std::unexpected(output.error());
}

Result<std::vector<GitVersion>> GitProcess::index_files(const std::string& folder) const {
  const auto lines = ask_for_paths(folder, {{"ls-files", "-z", "--stage"}, {}, Access::index});
  if (!lines) return std::unexpected(lines.error());
  std::vector<GitVersion> files;
  for (std::string_view rest : *lines) {  // "100644 <blob> 0\t<path>"; another stage than 0 is a conflict
    std::string_view facts = take_until(rest, '\t');
    const bool is_file = take_until(facts, ' ').starts_with("100");
    const std::string_view blob = take_until(facts, ' ');
    if (is_file && facts == "0") files.push_back({std::string(rest), std::string(blob)});
  }
  std::ranges::sort(files, {}, &GitVersion::path);
  return files;
}

Result<std::vector<std::string>> GitProcess::unstaged_paths(const std::string& folder) const {
  auto filters = find_filters(folder);
  if (!filters) return std::unexpected(std::move(filters).error());
  auto paths = ask_for_paths(folder, {{"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv",
                                       "--ignore-submodules=all", "--relative", "--no-color"},
                                      {},
                                      Access::index,
                                      std::move(*filters)});
  if (paths) std::ranges::sort(*paths);
  return paths;
}

Result<std::optional<std::string>> GitProcess::hooks_path(const std::string& folder) const {
  const auto paths = ask_for_paths(folder, {{"config", "-z", "--path", "--get-all", "core.hooksPath"}});
  if (!paths) return std::unexpected(paths.error());
  // The last one is ours, which switches hooks off for every question.
  if (paths->size() < 2) return std::nullopt;
  return (*paths)[paths->size() - 2];
}

Result<std::string> GitProcess::ask_patiently(const std::string& folder, const Command& command) const {
  constexpr int kMostAttempts = 50;
  constexpr std::chrono::milliseconds kPause{100};
  for (int attempt = 1;; ++attempt) {
    auto output = ask(folder, command);
    const bool is_busy = !output && output.error().message.find("index.lock") != std::string::npos;
    if (!is_busy || attempt == kMostAttempts) return output;
    std::this_thread::sleep_for(kPause);
  }
}

Result<std::string> GitProcess::commit_paths(const std::string& folder, std::span<const std::string> paths,
                                             const std::string& message) const {
  // A file that moved before it was ever committed is unknown to git at its old place.
  Command known{{"ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--"}};
  Command add{{"--literal-pathspecs", "add", "--intent-to-add", "--"}, {}, Access::commit};
  Command commit{
      {"--literal-pathspecs", "commit", "--quiet", "--no-edit", "--only", "--file=-", "--"}, message, Access::commit};
  Command forget{{"update-index", "--force-remove", "-z", "--stdin"}, {}, Access::commit};
  for (const std::string& path : paths) known.words.push_back(":(literal)" + path);
  const auto found = ask_for_paths(folder, std::move(known));
  if (!found) return std::unexpected(found.error());
  for (const std::string& entry : *found) {  // "H path" in the index, "? path" not
    const std::string path = entry.substr(std::min<std::size_t>(2, entry.size()));
    commit.words.push_back(path);
    if (!entry.starts_with('?')) continue;
    add.words.push_back(path);
    forget.input += path + '\0';
  }
  if (found->empty())
    return fail(ErrorKind::git, "there is nothing to commit: git ignores the changed files, or knows none of them");
  // New files are only announced, so that the index is as before when the commit is refused.
  if (!forget.input.empty())
    if (auto added = ask_patiently(folder, add); !added) return added;
  if (auto made = ask_patiently(folder, commit); !made) {
    if (!forget.input.empty()) static_cast<void>(ask(folder, forget));
    return made;
  }
  return find_commit(folder, "HEAD");
}

}  // namespace milepost
