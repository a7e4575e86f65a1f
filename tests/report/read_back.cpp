#include "report/read_back.h"

#include <catch2/catch.hpp>

namespace rubric {

namespace {

void spell(nlohmann::json& value, const Spelling& spelling) {
  if (value.is_string()) value = spelling(value.get<std::string>());
  if (!value.is_structured()) return;
  for (nlohmann::json& item : value) spell(item, spelling);
}

}  // namespace

ReadFindings told_by_json(const ReportedSite& site, const std::set<std::string>& keys) {
  ReadFindings findings = nlohmann::json::parse(site.written("json")).get<ReadFindings>();
  for (nlohmann::json& finding : findings) {
    nlohmann::json kept = nlohmann::json::object();
    for (const auto& [key, value] : finding.items())
      if (keys.empty() || keys.count(key) != 0) kept[key] = value;
    finding = std::move(kept);
  }
  return findings;
}

void spell(ReadFindings& findings, const Spelling& spelling) {
  for (nlohmann::json& finding : findings) spell(finding, spelling);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string without_bad_bytes(const std::string& text) {
  return replaced(replaced(text, "\\xff", "\xEF\xBF\xBD"), "\\xc3", "\xEF\xBF\xBD");
}

void check_read_back(const std::string& format, const std::set<std::string>& keys,
                     const std::function<ReadFindings(const std::string& report, const ReportedSite&)>& read,
                     const std::function<void(ReadFindings&, const ReportedSite&)>& adjust) {
  size_t compared = 0;
  for (const ReportedSite& site : reported_sites()) {
    INFO(site.name);
    ReadFindings expected = told_by_json(site, keys);
    if (adjust) adjust(expected, site);
    const ReadFindings found = read(site.written(format), site);
    REQUIRE(found.size() == expected.size());
    for (size_t index = 0; index < found.size(); ++index) {
      if (found[index] != expected[index])
        FAIL(found[index].dump(1) << "\nis not\n" << expected[index].dump(1));
    }
    compared += found.size();
  }
  CHECK(compared > 500);
}

}  // namespace rubric
