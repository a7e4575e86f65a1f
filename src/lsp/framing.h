#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rubric {

/// Cuts a stream of bytes into the messages of LSP's base protocol: headers, an empty line, and
/// `Content-Length` bytes of content. Fed with bytes as they come; not safe from several threads.
///
/// A block of headers that gives no usable length is a Frame without content, and reading goes on behind it:
/// a client's slip costs one message, not the session. Line ends may be LF alone.
class FrameReader {
 public:
  struct Frame {
    bool broken = false;  ///< headers that made no sense
    std::string content;
  };

  /// Messages and headers beyond these sizes are broken, and are skipped.
  static constexpr size_t largest_content = 256u << 20;
  static constexpr size_t largest_headers = 8u << 10;

  void add(std::string_view bytes);

  /// The next message, or nothing while its end has not come.
  std::optional<Frame> next();

 private:
  std::optional<Frame> read_headers();
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

  std::string buffer_;
  size_t at_ = 0;                 // what stands before was read
  size_t seen_ = 0;               // so much of the rest holds no end of headers
  size_t skip_ = 0;               // content of a broken message that is still to come
  std::optional<size_t> length_;  // of the content that comes next
};

/// A message as it goes over the wire.
std::string framed(std::string_view content);

}  // namespace rubric
