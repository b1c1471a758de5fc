// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <system_error>

#include "platform/generated_files.h"

namespace milepost {

Result<void> write_generated_file(const std::string& path, std::string_view bytes) {
  const std::filesystem::path target(path);
  std::error_code trouble;
  std::filesystem::create_directories(target.parent_path(), trouble);
  const std::filesystem::path beside(path + ".new");
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) return fail(ErrorKind::io, "can not write " + path);
  std::filesystem::rename(beside, target, trouble);
  if (trouble) return fail(ErrorKind::io, "can not write " + path + ": " + trouble.message());
  return {};
}

}  // namespace milepost
