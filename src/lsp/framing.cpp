// How it works: bytes gather in a buffer; what was read is dropped from it when it outweighs the rest, so
// that each byte is moved a bounded number of times.

#include "lsp/framing.h"

#include <algorithm>
#include <charconv>

#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::string_view length_name = "content-length";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && std::string_view(" \t\r").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

std::optional<size_t> number(std::string_view digits) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Where the empty line that ends the headers is, and where it ends; from a byte on before which there is
// none.
struct HeadersEnd {
  size_t at = std::string_view::npos;
  size_t after = 0;
};
HeadersEnd headers_end(std::string_view text, size_t from) {
  for (size_t end = text.find('\n', from); end != text.npos; end = text.find('\n', end + 1)) {
    if (text.substr(end + 1).starts_with('\n')) return {end, end + 2};
    if (text.substr(end + 1).starts_with("\r\n")) return {end, end + 3};
  }
  return {};
}

// The length that a block of headers gives; nothing when it gives none, or two.
std::optional<size_t> content_length(std::string_view headers) {
  std::optional<size_t> length;
  while (!headers.empty()) {
    const size_t end = headers.find('\n');
    const std::string_view line = trimmed(headers.substr(0, end));
    headers = end == headers.npos ? std::string_view() : headers.substr(end + 1);
    const size_t colon = line.find(':');
    if (colon == line.npos) return std::nullopt;
    if (!equal_ignoring_case(trimmed(line.substr(0, colon)), length_name)) continue;
    if (length) return std::nullopt;
    length = number(trimmed(line.substr(colon + 1)));
    if (!length) return std::nullopt;
  }
  return length;
}

}  // namespace

void FrameReader::add(std::string_view bytes) {
  const size_t skipped = std::min(skip_, bytes.size());
  skip_ -= skipped;
  bytes.remove_prefix(skipped);
  if (at_ > buffer_.size() / 2) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  buffer_ += bytes;
}

std::optional<FrameReader::Frame> FrameReader::next() {
  if (!length_) {
    if (std::optional<Frame> broken = read_headers()) return broken;
    if (!length_) return std::nullopt;
  }
  if (rest().size() < *length_) return std::nullopt;
  Frame frame{false, std::string(rest().substr(0, *length_))};
  at_ += *length_;
  length_.reset();
  return frame;
}

// Sets `length_` once the headers have come; a Frame when they are broken.
std::optional<FrameReader::Frame> FrameReader::read_headers() {
  // Line ends that stand where headers begin are left over from a message whose length was short.
  while (seen_ == 0 && !rest().empty() && (rest().front() == '\r' || rest().front() == '\n')) ++at_;
  const HeadersEnd end = headers_end(rest(), seen_);
  if (end.at == std::string_view::npos) {
    if (rest().size() <= largest_headers) {
      seen_ = rest().size() - std::min<size_t>(rest().size(), 2);
      return std::nullopt;
    }
    // Nothing that begins here can be headers; look for some behind.
    at_ = buffer_.size() - length_name.size();
    seen_ = 0;
    return Frame{true, {}};
  }
  const std::optional<size_t> length = content_length(rest().substr(0, end.at));
  at_ += end.after;
  seen_ = 0;
  if (length && *length <= largest_content) {
    length_ = length;
    return std::nullopt;
  }
  if (length) {
    const size_t there = std::min(*length, rest().size());
    at_ += there;
    skip_ = *length - there;
  }
  return Frame{true, {}};
}

std::string framed(std::string_view content) {
  std::string message = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n";
  message += content;
  return message;
}

}  // namespace rubric
