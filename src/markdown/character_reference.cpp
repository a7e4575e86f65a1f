// How it works: cmark has the table of names. It writes into a string buffer, which is given the result's own
// bytes so that it never allocates: the longest name decodes to far less.

#include "markdown/character_reference.h"

#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>

namespace rubric {

CharacterReference decode_character_reference(std::string_view text, size_t offset) {
  CharacterReference reference;
  cmark_strbuf decoded{cmark_get_default_mem_allocator(),
                       reinterpret_cast<unsigned char*>(reference.bytes.data()),
                       static_cast<bufsize_t>(reference.bytes.size()), 0};
  const std::string_view name = text.substr(offset + 1);
  const bufsize_t size = houdini_unescape_ent(&decoded, reinterpret_cast<const uint8_t*>(name.data()),
                                              static_cast<bufsize_t>(name.size()));
  reference.decoded_size = static_cast<uint32_t>(decoded.size);
  reference.source_size = size == 0 ? 0 : static_cast<uint32_t>(size) + 1;
  return reference;
}

}  // namespace rubric
