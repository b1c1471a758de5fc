#pragma once
#include "core/document/value_reader.h"
namespace milepost {
 std::optional<Effort> ValueReader::effort(std::string_view) const { return std::nullopt; }
 std::optional<double> ValueReader::percent(std::string_view) const { return std::nullopt; }
 std::optional<std::string> ValueReader::owner(std::string_view t) const { return std::string(t); }
 std::optional<Risk> ValueReader::risk(std::string_view) const { return std::nullopt; }
 bool ValueReader::is_placeholder(std::string_view) { return false; }
 std::string ValueReader::repaired(std::string t, bool& r) { r = false; return t; }
}
