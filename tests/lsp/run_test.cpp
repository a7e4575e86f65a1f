// The server over real pipes: what its reader's thread adds to what the transcripts show.

#include "lsp/run.h"

#include <csignal>
#include <optional>
#include <string>
#include <thread>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "lsp/framing.h"

using namespace rubric;

namespace {

// What a session ends with and says, when a client writes all of `input` and closes its end.
struct Ended {
  int status = -1;
  std::string said;
};

Ended run_session(const std::string& input) {
  int to_server[2], from_server[2];
  REQUIRE(pipe(to_server) == 0);
  REQUIRE(pipe(from_server) == 0);
  Ended ended;
  std::thread server([&] {
    ended.status = run_language_server(to_server[0], from_server[1], "0");
    close(from_server[1]);
  });
  std::thread client([&] {
    std::string_view rest = input;
    while (!rest.empty()) {
      const ssize_t count = write(to_server[1], rest.data(), rest.size());
      if (count <= 0) break;
      rest.remove_prefix(static_cast<size_t>(count));
    }
    close(to_server[1]);
  });
  char buffer[4096];
  for (ssize_t count; (count = read(from_server[0], buffer, sizeof buffer)) > 0;)
    ended.said.append(buffer, static_cast<size_t>(count));
  server.join();
  client.join();
  close(to_server[0]);
  close(from_server[0]);
  return ended;
}

const std::string initialize =
    framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
const std::string shutdown = framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})");
const std::string exit_message = framed(R"({"jsonrpc":"2.0","method":"exit"})");

}  // namespace

TEST_CASE("A session ends with the status that LSP asks for", "[lsp]") {
  std::signal(SIGPIPE, SIG_IGN);
  CHECK(run_session(initialize + shutdown + exit_message).status == 0);
  CHECK(run_session(initialize + exit_message).status == 1);
  CHECK(run_session(initialize + shutdown).status == 1);
  CHECK(run_session("").status == 1);
  CHECK(run_session("Content-Length: 100\r\n\r\n{").status == 1);
  CHECK(run_session(initialize + shutdown + exit_message + initialize).status == 0);
}

TEST_CASE("A request is answered as cancelled when the client took it back before its turn", "[lsp]") {
  const std::string cancelled =
      framed(R"({"jsonrpc":"2.0","id":7,"method":"textDocument/nonsense","params":{}})") +
      framed(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}})");
  const Ended ended = run_session(initialize + cancelled + shutdown + exit_message);
  CHECK(ended.status == 0);
  // It depends on the threads which of the two it is, but there is one answer.
  const bool in_time = ended.said.find(R"("id":7,"error":{"code":-32800)") != std::string::npos;
  const bool late = ended.said.find(R"("id":7,"error":{"code":-32601)") != std::string::npos;
  CHECK((in_time != late));
}

TEST_CASE("Headers that make no sense are answered, and the session goes on", "[lsp]") {
  const Ended ended = run_session("Content-Length: x\r\n\r\n" + initialize + shutdown + exit_message);
  CHECK(ended.status == 0);
  CHECK(ended.said.find(R"("error":{"code":-32700)") != std::string::npos);
  CHECK(ended.said.find(R"("id":1,"result")") != std::string::npos);
}
