// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The facts of reading as rules: what core/document and the workspace report while they read. Their ids, names and
// severities are those of core/document/finding.cc, which a test holds; here they get a summary, a page and, where
// bytes can mend them, a fix.
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr RuleDescriptor fact(std::string_view id, std::string_view slug, Severity severity, std::string_view summary) {
  return {id, slug, "0.1.0", RuleGroup::reading, severity, RuleStage::standard, FixOffer::none, summary};
}

}  // namespace

constinit const Rule kNotRecognised{fact("MP001", "not-recognised", Severity::warning,
                                         "a document stands where plans stand, but nothing says what it is")};
constinit const Rule kUnreadable{fact("MP002", "unreadable", Severity::error, "the system refused to read a file")};
constinit const Rule kTooLarge{
    fact("MP003", "too-large", Severity::error, "a document is above the size that is read")};
constinit const Rule kBinary{fact("MP004", "binary", Severity::info, "a file is binary or encrypted and left alone")};
constinit const Rule kNotUtf8{fact("MP005", "not-utf8", Severity::warning, "bytes that are not UTF-8")};
constinit const Rule kVanished{
    fact("MP006", "vanished", Severity::info, "a file was gone or changed while it was read")};
constinit const Rule kFrontMatterNotFirst{
    fact("MP007", "front-matter-not-first", Severity::warning, "front matter that does not begin at the first byte")};
constinit const Rule kFrontMatterNeverClosed{
    fact("MP008", "front-matter-never-closed", Severity::error, "front matter without a closing line")};
constinit const Rule kFrontMatterInvalid{
    fact("MP009", "front-matter-invalid", Severity::error, "front matter that is not YAML")};
constinit const Rule kFrontMatterDuplicate{
    fact("MP010", "front-matter-duplicate", Severity::warning, "a key that stands twice in the front matter")};
constinit const Rule kFrontMatterTooDeep{
    fact("MP011", "front-matter-too-deep", Severity::error, "front matter that is too deep or too large")};
constinit const Rule kWrongType{
    fact("MP012", "wrong-type", Severity::warning, "a list where one value belongs, or the reverse")};
constinit const Rule kImpossibleDate{
    fact("MP013", "impossible-date", Severity::warning, "a date that is in no calendar")};
constinit const Rule kUnknownStatus{
    fact("MP014", "unknown-status", Severity::warning, "a status that is no known word")};
constinit const Rule kLimitReached{fact("MP017", "limit-reached", Severity::error, "a cap left something out")};
constinit const Rule kSymlinkOutside{
    fact("MP018", "symlink-outside", Severity::info, "a link that leads out of the root was not followed")};
constinit const Rule kFenceNeverClosed{
    fact("MP019", "fence-never-closed", Severity::warning, "a code fence that is never closed")};

}  // namespace milepost
