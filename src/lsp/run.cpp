// How it works: a thread reads, frames and parses messages and puts them in a queue; a `$/cancelRequest`
// takes effect there and then. The worker takes messages as long as there are any, and only then works off, a
// piece at a time, what they made necessary: so a fast typist's keystrokes are all in the text before it is
// checked. Writing may block where a client does not read; that is the client's pace, and reading goes on.

#include "lsp/run.h"

#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include <poll.h>
#include <unistd.h>

#include "lsp/framing.h"
#include "lsp/server.h"

namespace rubric {

namespace {

class MessageQueue {
 public:
  void push(Message message) {
    {
      const std::lock_guard lock(mutex_);
      messages_.push_back(std::move(message));
    }
    ready_.notify_one();
  }
  // No more will come.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_one();
  }
  std::optional<Message> take() {
    const std::lock_guard lock(mutex_);
    return take_first();
  }
  // Waits for one; nothing when none will come.
  std::optional<Message> wait() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !messages_.empty(); });
    return take_first();
  }

 private:
  std::optional<Message> take_first() {
    if (messages_.empty()) return std::nullopt;
    std::optional<Message> first(std::move(messages_.front()));
    messages_.pop_front();
    return first;
  }

  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Message> messages_;
  bool closed_ = false;
};

// Bytes from a descriptor, until its end or until `stop` is readable.
size_t read_some(int in, int stop, char* buffer, size_t size) {
  while (true) {
    pollfd watched[] = {{in, POLLIN, 0}, {stop, POLLIN, 0}};
    if (poll(watched, 2, -1) < 0 && errno == EINTR) continue;
    if (watched[1].revents != 0) return 0;
    const ssize_t count = read(in, buffer, size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR && errno != EAGAIN) return 0;
  }
}

void take_in(FrameReader::Frame frame, Server& server, MessageQueue& queue) {
  Message message;
  if (!frame.broken) message = read_message(frame.content);
  if (message.kind == Message::Kind::request) server.cancellations().add(key_of(message.id));
  if (message.kind == Message::Kind::notification && message.method == "$/cancelRequest")
    server.cancellations().cancel(key_of(message.params["id"]));
  queue.push(std::move(message));
}

void read_all(int in, int stop, Server& server, MessageQueue& queue) {
  FrameReader frames;
  std::string buffer(64 * 1024, '\0');
  while (const size_t count = read_some(in, stop, buffer.data(), buffer.size())) {
    frames.add(std::string_view(buffer).substr(0, count));
    while (std::optional<FrameReader::Frame> frame = frames.next()) take_in(*std::move(frame), server, queue);
  }
  queue.close();
}

// False when nobody reads any more.
bool write_all(int out, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(out, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

}  // namespace

int run_language_server(int in, int out, std::string_view version) {
  bool heard = true;
  const auto send = [&](const std::string& content) { heard = heard && write_all(out, framed(content)); };
  Server server(send, version);
  MessageQueue queue;
  int stop[2];
  if (pipe(stop) != 0) return 1;
  std::thread reader([&] { read_all(in, stop[0], server, queue); });
  while (heard && !server.exit_status()) {
    std::optional<Message> message = queue.take();
    if (!message && !server.work()) {
      message = queue.wait();
      if (!message) break;
    }
    if (message) server.handle(*message);
  }
  write_all(stop[1], "x");
  reader.join();
  close(stop[0]);
  close(stop[1]);
  return server.exit_status().value_or(1);
}

}  // namespace rubric
