// Catch2's main compiles slowly, so it stands alone here.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
