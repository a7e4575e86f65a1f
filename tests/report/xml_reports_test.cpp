// The formats in XML: parsed by expat, which accepts nothing but well-formed XML 1.0 in UTF-8, and compared
// with the JSON report.

#include <cstdio>
#include <memory>

#include <catch2/catch.hpp>
#include <expat.h>

#include "report/headline.h"
#include "report/read_back.h"

using namespace rubric;

namespace {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;
  std::vector<std::unique_ptr<Element>> children;
};

void begin_element(void* open, const XML_Char* name, const XML_Char** attributes) {
  auto& stack = *static_cast<std::vector<Element*>*>(open);
  auto element = std::make_unique<Element>();
  element->name = name;
  for (; *attributes; attributes += 2) element->attributes[attributes[0]] = attributes[1];
  Element* const entered = element.get();
  stack.back()->children.push_back(std::move(element));
  stack.push_back(entered);
}

void end_element(void* open, const XML_Char*) {
  static_cast<std::vector<Element*>*>(open)->pop_back();
}

void add_text(void* open, const XML_Char* text, int length) {
  static_cast<std::vector<Element*>*>(open)->back()->text.append(text, static_cast<size_t>(length));
}

// The root element. The test fails where the text is no XML.
std::unique_ptr<Element> parsed(const std::string& xml) {
  Element document;
  std::vector<Element*> open{&document};
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"),
                                                                            &XML_ParserFree);
  XML_SetUserData(parser.get(), &open);
  XML_SetElementHandler(parser.get(), begin_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), add_text);
  const XML_Status status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1);
  INFO(XML_ErrorString(XML_GetErrorCode(parser.get())));
  INFO("line " << XML_GetCurrentLineNumber(parser.get()));
  REQUIRE(status == XML_STATUS_OK);
  REQUIRE(document.children.size() == 1);
  return std::move(document.children.front());
}

// What XML cannot hold is spelled out.
void as_xml_can(ReadFindings& findings, const ReportedSite&) {
  spell(findings, [](const std::string& text) {
    std::string result;
    for (size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      char spelled[16] = {text[at], '\0'};
      if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') {
        std::snprintf(spelled, sizeof spelled, "\\x%02x", byte);
      }
      const std::string three = text.substr(at, 3);
      if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
        result += three == "\xEF\xBF\xBE" ? "\\u{fffe}" : "\\u{ffff}";
        at += 2;
      } else {
        result += spelled;
      }
    }
    return result;
  });
}

nlohmann::json finding_of_case(const Element& test) {
  nlohmann::json finding = {{"path", test.attributes.at("classname")}};
  CHECK(test.attributes.at("file") == test.attributes.at("classname"));
  const std::string& name = test.attributes.at("name");
  const size_t at = name.find(" at "), colon = name.find(':', at);
  finding["rule"] = name.substr(0, at);
  finding["line"] = std::stoul(name.substr(at + 4));
  finding["column"] = std::stoul(name.substr(colon + 1));
  REQUIRE(test.children.size() == 1);
  const Element& said = *test.children.front();
  const bool failed = said.name == "failure";
  if (!failed) CHECK(said.name == "system-out");
  finding["severity"] = failed ? said.attributes.at("type") : "info";
  // place: message, and help on a line of its own
  const std::string text = said.text;
  if (failed) {
    const std::string& message = said.attributes.at("message");
    CHECK(text.find(": " + message) != std::string::npos);
    finding["message"] = message;
  }
  finding["text"] = text.substr(text.find(": ") + 2);
  return finding;
}

}  // namespace

TEST_CASE("Checkstyle's XML reads back", "[report]") {
  check_read_back(
      "checkstyle", {"path", "line", "column", "severity", "rule", "message"},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        const auto root = parsed(report);
        CHECK(root->name == "checkstyle");
        for (const auto& file : root->children) {
          for (const auto& error : file->children) {
            const auto& said = error->attributes;
            REQUIRE(said.at("source").starts_with("rubric."));
            findings.push_back({{"path", file->attributes.at("name")},
                                {"line", std::stoul(said.at("line"))},
                                {"column", std::stoul(said.at("column"))},
                                {"severity", said.at("severity")},
                                {"rule", said.at("source").substr(7)},
                                {"message", said.at("message")}});
          }
        }
        return findings;
      },
      as_xml_can);
}

TEST_CASE("JUnit's XML reads back", "[report]") {
  check_read_back(
      "junit", {"path", "line", "column", "severity", "rule", "message", "help"},
      [](const std::string& report, const ReportedSite& site) {
        ReadFindings findings;
        const auto root = parsed(report);
        CHECK(root->name == "testsuites");
        std::set<std::pair<std::string, std::string>> names;
        size_t failures = 0;
        for (const auto& suite : root->children) {
          CHECK(suite->attributes.at("tests") == std::to_string(suite->children.size()));
          failures += std::stoul(suite->attributes.at("failures"));
          if (site.findings.empty()) continue;
          for (const auto& test : suite->children) {
            findings.push_back(finding_of_case(*test));
            CHECK(names.insert({test->attributes.at("classname"), test->attributes.at("name")}).second);
          }
        }
        CHECK(root->attributes.at("tests") == std::to_string(std::max<size_t>(site.findings.size(), 1)));
        CHECK(root->attributes.at("failures") == std::to_string(failures));
        CHECK(root->attributes.at("errors") == "0");
        return findings;
      },
      [](ReadFindings& findings, const ReportedSite& site) {
        for (nlohmann::json& finding : findings) {
          const std::string message = finding["message"];
          finding["text"] =
              message + (finding.contains("help") ? "\n" + finding["help"].get<std::string>() : "");
          finding.erase("help");
          if (finding["severity"] == "info") finding.erase("message");
        }
        as_xml_can(findings, site);
      });
}
