#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "report/reported_site.h"

namespace rubric {

/// Findings as a reader of a report got them: objects with the keys of the JSON contract, or some of them.
using ReadFindings = std::vector<nlohmann::json>;

/// The findings of a site by its JSON report, with these keys only (all, when there are none).
ReadFindings told_by_json(const ReportedSite& site, const std::set<std::string>& keys);

/// Changes a text as a format does that cannot hold all of it.
using Spelling = std::function<std::string(const std::string&)>;

/// Changes all texts of findings.
void spell(ReadFindings& findings, const Spelling& spelling);

/// The text with each `from` replaced.
std::string replaced(std::string text, const std::string& from, const std::string& to);

/// A report for people names the bytes that are not UTF-8; here they are U+FFFD, as in JSON.
std::string without_bad_bytes(const std::string& report);

/// For every site: reads its report in the format, and compares finding by finding, field by field.
/// `adjust` makes of what JSON tells what the format can tell.
void check_read_back(const std::string& format, const std::set<std::string>& keys,
                     const std::function<ReadFindings(const std::string& report, const ReportedSite&)>& read,
                     const std::function<void(ReadFindings&, const ReportedSite&)>& adjust = {});

}  // namespace rubric
