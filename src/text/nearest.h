#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rubric {

/// The optimal string alignment distance in bytes (insert, delete, replace, swap of neighbours each cost 1),
/// or `limit + 1` as soon as it is known to be larger than `limit`.
uint32_t edit_distance(std::string_view left, std::string_view right, uint32_t limit);

/// The candidate closest to `word`, for "did you mean": at most a third of the word's length away, ignoring
/// ASCII case first; nothing when none is that close. Ties go to the earlier candidate, so callers pass a
/// sorted list.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace rubric
