// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "platform/child_process.h"
#include "platform/file_descriptor.h"
#include "platform/wait_posix.h"

namespace milepost {
namespace {

constexpr std::size_t kErrorsKept = std::size_t{64} << 10U;

std::unexpected<Error> failure(ErrorKind kind, const ChildRequest& request, const std::string& why) {
  return fail(kind, request.program + " " + why + ".");
}

// A file in memory and not a pipe: it can be filled before the child lives, so that nobody waits for anybody.
std::optional<FileDescriptor> make_input(std::string_view bytes) {
  FileDescriptor file(::memfd_create("milepost-input", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (!file.is_open() || ::lseek(file.get(), 0, SEEK_SET) != 0) return std::nullopt;
  return file;
}

struct Pipe {
  FileDescriptor reading{-1};
  FileDescriptor writing{-1};
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

std::vector<char*> pointers_of(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Both vectors end with a null pointer.
struct ChildImage {
  std::vector<char*> arguments;
  std::vector<char*> environment;
};

// Gives the error number; 0 when the child lives.
int spawn(const ChildRequest& request, ChildImage& image, const std::array<int, 3>& streams, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  for (int number = 0; number < 3; ++number)
    ::posix_spawn_file_actions_adddup2(&actions, streams.at(static_cast<std::size_t>(number)), number);
  // We ignore SIGPIPE, and an ignored signal would stay ignored in the child.
  sigset_t defaults;
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int error = ::posix_spawn(&child, request.program.c_str(), &actions, &attributes, image.arguments.data(),
                                  image.environment.data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

enum class Reading : std::uint8_t { complete, too_much, too_slow, failed };

// One of the child's streams.
struct Stream {
  FileDescriptor end;
  std::string& into;
  std::size_t limit;
  bool cuts;  // what is beyond the limit is thrown away
};

Reading read_some(Stream& stream) {
  std::array<char, std::size_t{64} << 10U> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): read into
  const ssize_t count = ::read(stream.end.get(), buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN ? Reading::complete : Reading::failed;
  if (count == 0) stream.end = FileDescriptor(-1);
  const std::size_t room = stream.limit - stream.into.size();
  const auto size = static_cast<std::size_t>(count);
  stream.into.append(buffer.data(), std::min(room, size));
  return size > room && !stream.cuts ? Reading::too_much : Reading::complete;
}

Reading read_all(std::array<Stream, 2>& streams, std::chrono::steady_clock::time_point deadline) {
  while (streams[0].end.is_open() || streams[1].end.is_open()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return Reading::too_slow;
    std::array<pollfd, 2> waiting{{{streams[0].end.get(), POLLIN, 0}, {streams[1].end.get(), POLLIN, 0}}};
    const int ready = ::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<long>(left, 60'000)));
    if (ready < 0 && errno != EINTR) return Reading::failed;
    for (std::size_t i = 0; ready > 0 && i < streams.size(); ++i) {
      if (waiting.at(i).revents == 0) continue;
      if (const Reading read = read_some(streams.at(i)); read != Reading::complete) return read;
    }
  }
  return Reading::complete;
}

const char* to_reason(Reading reading) {
  switch (reading) {
    case Reading::too_much:
      return "was ended because it wrote too much";
    case Reading::too_slow:
      return "was ended because it took too long";
    default:
      return "could not be read from";
  }
}

}  // namespace

Result<ChildOutput> run_child(const ChildRequest& request) {
  auto input = make_input(request.input);
  auto output = make_pipe();
  auto errors = make_pipe();
  if (!input || !output || !errors)
    return failure(ErrorKind::io, request, std::string("got no pipe: ") + std::strerror(errno));
  std::vector<std::string> words{request.program};
  words.insert(words.end(), request.arguments.begin(), request.arguments.end());
  std::vector<std::string> variables = request.environment;
  ChildImage image{pointers_of(words), pointers_of(variables)};
  pid_t child = -1;
  const std::array<int, 3> streams{input->get(), output->writing.get(), errors->writing.get()};
  if (const int error = spawn(request, image, streams, child); error != 0)
    return failure(ErrorKind::unavailable, request, std::string("could not be started: ") + std::strerror(error));
  output->writing = FileDescriptor(-1);
  errors->writing = FileDescriptor(-1);

  ChildOutput result;
  std::array<Stream, 2> reading{Stream{std::move(output->reading), result.output, request.output_limit, false},
                                Stream{std::move(errors->reading), result.errors, kErrorsKept, true}};
  const Reading read = read_all(reading, std::chrono::steady_clock::now() + request.time_limit);
  if (read != Reading::complete) ::kill(child, SIGKILL);
  const int status = wait_for_child(child);
  if (read != Reading::complete) return failure(ErrorKind::io, request, to_reason(read));
  if (!WIFEXITED(status))
    return failure(ErrorKind::io, request, "was ended by signal " + std::to_string(WTERMSIG(status)));
  result.exit_code = WEXITSTATUS(status);
  return result;
}

std::vector<std::string> get_environment() {
  std::vector<std::string> environment;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) environment.emplace_back(*entry);
  return environment;
}

std::string find_program(const std::string& name, const std::string& path) {
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t colon = rest.find(':');
    const std::string_view folder = rest.substr(0, colon);
    rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    if (!folder.starts_with('/')) continue;
    std::string program = std::string(folder) + "/" + name;
    if (::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace milepost
