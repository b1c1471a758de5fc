// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/porcelain.h"

#include <string_view>

namespace milepost {
namespace {

void append_field(std::string& out, std::string_view field) {
  for (const char c : field) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\0':
        out += "\\0";
        break;
      default:
        out.push_back(c);
    }
  }
}

}  // namespace

void append_porcelain_row(std::string& out, std::span<const std::string> fields, LineEnd end) {
  bool first = true;
  for (const std::string& field : fields) {
    if (!first) out.push_back('\t');
    first = false;
    append_field(out, field);
  }
  out.push_back(end == LineEnd::nul ? '\0' : '\n');
}

}  // namespace milepost
