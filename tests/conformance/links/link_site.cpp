#include "conformance/links/link_site.h"

#include "text/source.h"

namespace rubric {
namespace {

// Place marks are numbers between control characters, which no generated text holds.
constexpr char mark_begin = '\x01', mark_end = '\x02';

struct Marked {
  std::string text;
  std::map<size_t, uint32_t> links;  // by offset
};

Marked without_marks(const SiteFile& file) {
  Marked result;
  for (const std::string& part : file.parts) {
    for (size_t at = 0; at < part.size(); ++at) {
      if (part[at] != mark_begin) {
        result.text += part[at];
        continue;
      }
      const size_t end = part.find(mark_end, at);
      result.links[result.text.size()] = static_cast<uint32_t>(std::stoul(part.substr(at + 1, end - at - 1)));
      at = end;
    }
  }
  return result;
}

}  // namespace

std::string mark_place(uint32_t link) {
  return mark_begin + std::to_string(link) + mark_end;
}

std::string SiteFile::text() const {
  return without_marks(*this).text;
}

std::map<Position, uint32_t> SiteFile::places() const {
  const Marked marked = without_marks(*this);
  const Source source(marked.text);
  std::map<Position, uint32_t> places;
  for (const auto& [offset, link] : marked.links)
    places[source.position(static_cast<uint32_t>(offset))] = link;
  return places;
}

}  // namespace rubric
