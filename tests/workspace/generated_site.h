#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace rubric {

/// The files of a small Hugo site, by path, the same for the same seed and index: pages of every form, with
/// front matter that moves, hides or shares them, links of every kind between them, includes, and one of many
/// configurations. No two pages have one URL.
std::map<std::string, std::string, std::less<>> generated_site(uint64_t seed, uint64_t index);

}  // namespace rubric
