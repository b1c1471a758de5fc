// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "core/render/xml_text.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

// What one rule found in one file: a test that fails, or one that passes with a remark.
struct Case {
  const Finding* first = nullptr;
  std::string places;
  std::size_t count = 0;
  bool fails = false;
};

struct Suite {
  std::map<std::string_view, Case> cases;  // by rule
  std::size_t failures = 0;
};

void add(const CheckAnswer& answer, const CheckedFinding& checked, Suite& suite) {
  const Finding& finding = checked.finding;
  Case& one = suite.cases[finding.id];
  if (one.first == nullptr) one.first = &finding;
  ++one.count;
  one.places += repository_path(answer, checked) + ":" + std::to_string(std::max(finding.line, 1U)) + ":" +
                std::to_string(std::max(finding.column, 1U)) + ": " + full_message(finding) + "\n";
  const bool fails = answer.fails_at && finding.severity <= *answer.fails_at;
  if (fails && !one.fails) ++suite.failures;
  one.fails = one.fails || fails;
}

std::string case_xml(const Case& one, const std::string& path) {
  const std::string more = one.count == 1 ? "" : " (and " + std::to_string(one.count - 1) + " more)";
  std::string xml = "    <testcase name=\"" + to_xml_text(rule_name(*one.first)) + "\" classname=\"" + path +
                    "\" file=\"" + path + "\">\n";
  if (one.fails) {
    xml += "      <failure type=\"" + std::string(to_string(one.first->severity)) + "\" message=\"" +
           to_xml_text(one.first->message + more) + "\">" + to_xml_text(one.places) + "</failure>\n";
  } else {
    xml += "      <system-out>" + to_xml_text(one.places) + "</system-out>\n";
  }
  return xml + "    </testcase>\n";
}

std::string counts_xml(std::size_t tests, std::size_t failures) {
  return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
         "\" errors=\"0\" skipped=\"0\"";
}

}  // namespace

std::string to_junit(const CheckAnswer& answer) {
  std::map<std::string_view, Suite> suites;
  for (const std::string& path : answer.documents) suites[path];
  for (const CheckedFinding& checked : answer.findings) add(answer, checked, suites[checked.finding.path]);
  std::string body;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const auto& [name, suite] : suites) {
    const std::string path = to_xml_text(answer.repository_folder + std::string(name));
    const std::size_t count = std::max<std::size_t>(suite.cases.size(), 1);
    body += "  <testsuite name=\"" + path + "\"" + counts_xml(count, suite.failures) + ">\n";
    // A file in which nothing is found has passed one test, else nobody sees that it was looked at.
    if (suite.cases.empty()) body += "    <testcase name=\"check\" classname=\"" + path + "\"/>\n";
    for (const auto& [rule, one] : suite.cases) body += case_xml(one, path);
    body += "  </testsuite>\n";
    tests += count;
    failures += suite.failures;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"milepost check\"" +
         counts_xml(tests, failures) + ">\n" + body + "</testsuites>\n";
}

}  // namespace milepost
