// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <system_error>

#include "platform/working_directory.h"

namespace milepost {

std::string get_working_directory() {
  std::error_code trouble;
  return std::filesystem::current_path(trouble).string();
}

}  // namespace milepost
