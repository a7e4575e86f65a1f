#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

void check(const std::string& keys, const std::string& text, const std::string& expected) {
  INFO(keys << "\n" << text);
  CHECK(found_with("check: conditional\n" + keys, text) == expected);
}

const std::string acronyms = "first: '[A-Z]{3,5}'\nsecond: '(?:[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n";

}  // namespace

TEST_CASE("What matches must be captured by what explains it, anywhere on the page") {
  check(acronyms, "Ask the PMO. The PMO, and HRM.", "1:9 PMO; 1:27 HRM");
  check(acronyms, "The Project Management Office (PMO) asks HRM. PMO!", "1:42 HRM");
  check(acronyms, "# PMO\n\nThe Project Management\nOffice (PMO).", "");
  check(acronyms, "`PMO` PMOs XPMOXX", "");
  check(acronyms + "exceptions: [HRM, 'U[A-Z]+']", "HRM UID PMO", "1:9 PMO");
}

TEST_CASE("Without a group it is enough that the explanation stands on the page") {
  const std::string rule = "first: beta\nsecond: may change\nignorecase: true";
  check(rule, "It is beta. This beta is fine.", "1:7 beta");
  check(rule, "It is beta.\n\n- It *may* change.", "");
  check(rule, "It may change.", "");
}
