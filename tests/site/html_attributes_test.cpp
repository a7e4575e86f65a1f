#include "site/html_attributes.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::string_view html, std::string_view expected) {
  std::string found;
  for (const HtmlAttribute& attribute : html_attributes(html, 0)) {
    if (!found.empty()) found += ' ';
    found += attribute.element + "." + attribute.name + "=" + std::string(slice(html, attribute.value));
  }
  INFO(html);
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("Attributes of start tags are found, however they are written") {
  check("<a href=\"x\">", "a.href=x");
  check("<A HREF='x y'>", "a.href=x y");
  check("<a href=x/y>", "a.href=x/y");
  check("<a href = x disabled>", "a.href=x a.disabled=");
  check("<img src=a alt='>'><p id=b>", "img.src=a img.alt=> p.id=b");
  check("<br/><a\nid=x>", "a.id=x");
}

TEST_CASE("Comments, end tags and the text of scripts hold no attributes") {
  check("<!-- <a href=x> --><b id=y>", "b.id=y");
  check("</a href=x>", "");
  check("<script src=s>'<a href=x>'</script><i id=y>", "script.src=s i.id=y");
  check("a < b <c", "");
  check("<a href=\"open", "a.href=open");
}
