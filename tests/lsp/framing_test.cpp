#include "lsp/framing.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

// Reads a stream that comes in pieces of a size; broken frames are "!".
std::vector<std::string> frames_of(std::string_view stream, size_t piece) {
  FrameReader reader;
  std::vector<std::string> frames;
  for (size_t at = 0; at < stream.size(); at += piece) {
    reader.add(stream.substr(at, piece));
    while (const auto frame = reader.next()) frames.push_back(frame->broken ? "!" : frame->content);
  }
  return frames;
}

void check(std::string_view stream, const std::vector<std::string>& expected) {
  for (const size_t piece : {size_t{1}, size_t{2}, size_t{7}, size_t{4096}}) {
    INFO(stream << "\nin pieces of " << piece);
    CHECK(frames_of(stream, piece) == expected);
  }
}

}  // namespace

TEST_CASE("Messages are cut out of a stream however it comes", "[lsp]") {
  check("Content-Length: 2\r\n\r\n{}", {"{}"});
  check("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\nnull", {"{}", "null"});
  check("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check("content-length:2\n\n{}", {"{}"});
  check("Content-Length:  2  \r\n\r\n{}", {"{}"});
  check("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", {"", "1"});
  check("Content-Length: 3\r\n\r\n{}", {});
}

TEST_CASE("Broken headers cost one message", "[lsp]") {
  const std::string good = "Content-Length: 2\r\n\r\n{}";
  check("Content-Length: two\r\n\r\n" + good, {"!", "{}"});
  check("Content-Length: -2\r\n\r\n" + good, {"!", "{}"});
  check("Content-Length: 99999999999999999999999\r\n\r\n" + good, {"!", "{}"});
  check("Content-Type: text\r\n\r\n" + good, {"!", "{}"});
  check("nonsense\r\n\r\n" + good, {"!", "{}"});
  check("Content-Length: 2\r\nContent-Length: 2\r\n\r\n" + good, {"!", "{}"});
  check("Content-Length: 2\r\n\r\n{}\r\n" + good, {"{}", "{}"});
}

TEST_CASE("Content that is too long is skipped", "[lsp]") {
  FrameReader reader;
  const size_t length = FrameReader::largest_content + 1;
  reader.add("Content-Length: " + std::to_string(length) + "\r\n\r\n");
  CHECK(reader.next()->broken);
  const std::string block(1u << 20, 'x');
  for (size_t left = length; left > 0; left -= std::min(left, block.size()))
    reader.add(std::string_view(block).substr(0, left));
  CHECK_FALSE(reader.next());
  reader.add("Content-Length: 2\r\n\r\n{}");
  CHECK(reader.next()->content == "{}");
}

TEST_CASE("Bytes without an end of headers are not kept for ever", "[lsp]") {
  FrameReader reader;
  size_t broken = 0;
  for (int block = 0; block < 100; ++block) {
    reader.add(std::string(4096, 'x'));
    while (const auto frame = reader.next()) broken += frame->broken ? 1 : 0;
  }
  CHECK(broken > 10);
  reader.add("\r\n\r\nContent-Length: 2\r\n\r\n{}");
  std::string last;
  while (const auto frame = reader.next()) last = frame->content;
  CHECK(last == "{}");
}

TEST_CASE("What is framed can be read", "[lsp]") {
  check(framed("{\"a\":\"ä\"}") + framed(""), {"{\"a\":\"ä\"}", ""});
}
