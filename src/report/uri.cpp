// How it works: byte by byte. A colon is encoded as well, because what stands before one in the first segment
// would be a scheme.

#include "report/uri.h"

#include <cstdint>

#include "text/ascii.h"

namespace rubric {

std::string relative_uri(std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string uri;
  for (const char byte : path) {
    const bool plain = (byte >= '0' && byte <= '9') || (to_lower(byte) >= 'a' && to_lower(byte) <= 'z') ||
                       std::string_view("-._~/").find(byte) != std::string_view::npos;
    if (plain) {
      uri += byte;
    } else {
      uri += {'%', hex[static_cast<uint8_t>(byte) >> 4], hex[byte & 15]};
    }
  }
  return uri;
}

}  // namespace rubric
