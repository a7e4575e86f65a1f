#include "lsp/json.h"

#include <string>

#include <catch2/catch.hpp>

#include "lsp/file_uri.h"
#include "lsp/message.h"

using namespace rubric;

TEST_CASE("JSON is read, and what is not there is null", "[lsp]") {
  const auto json = read_json(R"({"a":{"b":[1,-2,2.0,2.5,"x\u00e4"]},"t":true,"n":null,"a2":1,"a2":3})");
  REQUIRE(json);
  CHECK(json->at("a.b").items.size() == 5);
  CHECK(json->at("a.b").items[0].unsigned_integer() == 1u);
  CHECK_FALSE(json->at("a.b").items[1].unsigned_integer());
  CHECK(json->at("a.b").items[2].is_integer());
  CHECK_FALSE(json->at("a.b").items[3].is_integer());
  CHECK(json->at("a.b").items[4].text == "xä");
  CHECK((*json)["t"].truth);
  CHECK((*json)["a2"].integer == 3);
  CHECK(json->at("a.c.d").is_null());
}

TEST_CASE("What is no JSON is refused", "[lsp]") {
  for (const std::string text : {"", "{", "[1,]", "{\"a\":}", "nul", "{} {}", "\"\xFF\"", "1e999"}) {
    INFO(text);
    CHECK_FALSE(read_json(text));
  }
  CHECK(read_json(std::string(200, '[') + std::string(200, ']')));
  CHECK_FALSE(read_json(std::string(100000, '[') + std::string(100000, ']')));
}

TEST_CASE("Messages are told apart", "[lsp]") {
  const auto kind = [](std::string_view content) { return read_message(content).kind; };
  CHECK(kind(R"({"jsonrpc":"2.0","id":1,"method":"a"})") == Message::Kind::request);
  CHECK(kind(R"({"jsonrpc":"2.0","id":"x","method":"a","params":[]})") == Message::Kind::request);
  CHECK(kind(R"({"jsonrpc":"2.0","method":"a","params":{}})") == Message::Kind::notification);
  CHECK(kind(R"({"jsonrpc":"2.0","id":1,"result":null})") == Message::Kind::response);
  CHECK(kind(R"({"jsonrpc":"2.0","id":1,"method":7})") == Message::Kind::invalid);
  CHECK(kind(R"({"jsonrpc":"2.0","id":{},"method":"a"})") == Message::Kind::invalid);
  CHECK(kind(R"({"jsonrpc":"2.0","method":"a","params":3})") == Message::Kind::invalid);
  CHECK(kind(R"({"id":1,"method":"a"})") == Message::Kind::invalid);
  CHECK(kind("[]") == Message::Kind::invalid);
  CHECK(kind("{") == Message::Kind::unparsed);
}

TEST_CASE("URIs of files are paths and come back", "[lsp]") {
  CHECK(path_of_uri("file:///a/b%20c/%C3%A4.md") == "/a/b c/ä.md");
  CHECK(path_of_uri("file://localhost/a") == "/a");
  CHECK(path_of_uri("FILE:/a/./b/../c/") == "/a/c");
  CHECK_FALSE(path_of_uri("file://host/a"));
  CHECK_FALSE(path_of_uri("untitled:a.md"));
  CHECK_FALSE(path_of_uri("file:///a%2"));
  CHECK_FALSE(path_of_uri("file:///a%00"));
  CHECK_FALSE(path_of_uri(""));
  CHECK(path_of_uri(uri_of_path("/a b/ä%?.md")) == "/a b/ä%?.md");
}
