#pragma once

#include <cstdint>
#include <string>

namespace rubric {

/// The source of a shortcode template of that number in the sequence of `seed`: `.Inner`, or something like
/// it, in all the places that Go's template language has. It always parses, and running it does no harm.
std::string generate_template(uint64_t seed, uint64_t index);

}  // namespace rubric
