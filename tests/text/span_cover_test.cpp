#include "text/span_cover.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("A cover holds what lies in one of its spans") {
  const SpanCover cover({{20, 30}, {0, 10}, {2, 4}, {10, 12}});
  CHECK(cover.holds({0, 10}));
  CHECK(cover.holds({5, 6}));
  CHECK(cover.holds({21, 30}));
  CHECK_FALSE(cover.holds({8, 11}));
  CHECK_FALSE(cover.holds({12, 13}));
  CHECK_FALSE(cover.holds({29, 31}));
  CHECK_FALSE(SpanCover({}).holds({0, 0}));
}
