// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/wording.h"
#include "core/document/revision.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

void append_sentence(std::string& text, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!text.empty()) text += ' ';
  text += sentence;
  if (std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
}

}  // namespace

std::string repository_path(const CheckAnswer& answer, const CheckedFinding& checked) {
  return answer.repository_folder + checked.finding.path;
}

std::string rule_name(const Finding& finding) { return std::string(finding.id) + " " + std::string(finding.slug); }

std::string full_message(const Finding& finding) {
  std::string text;
  append_sentence(text, finding.message);
  append_sentence(text, finding.advice);
  return text;
}

std::string unique_fingerprint(const CheckedFinding& checked) {
  return revision_text(checked.fingerprint) + ":" + std::to_string(checked.occurrence);
}

std::string counts_of(const CheckAnswer& answer) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kWords{
      {{"error", "errors"}, {"warning", "warnings"}, {"note", "notes"}}};
  std::string text;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (answer.counts.at(i) == 0) continue;
    text += (text.empty() ? "" : ", ") + counted(answer.counts.at(i), kWords.at(i).first, kWords.at(i).second);
  }
  if (text.empty()) text = "Nothing found";
  return text + " in " + counted(answer.documents.size(), "document", "documents");
}

std::vector<const CheckedFinding*> by_severity(const CheckAnswer& answer) {
  std::vector<const CheckedFinding*> sorted;
  sorted.reserve(answer.findings.size());
  for (const CheckedFinding& checked : answer.findings) sorted.push_back(&checked);
  std::ranges::stable_sort(sorted, {}, [](const CheckedFinding* checked) { return checked->finding.severity; });
  return sorted;
}

// The pages are in the program (`milepost explain`); as long as nobody publishes them, the address is a name.
std::string rule_uri(const Finding& finding) {
  constexpr std::string_view kPages = MILEPOST_RULE_PAGES;
  if (kPages.empty()) return "urn:milepost:rule:" + std::string(finding.id);
  return std::string(kPages) + std::string(finding.id);
}

}  // namespace milepost
