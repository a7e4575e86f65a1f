// How it works: a thread sleeps until it is told to stop, wakes ten times in a second, and after the first
// second writes the line over itself. It takes no signals: those belong to the thread that writes files.

#include "cli/progress_line.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "fix/held_signals.h"

namespace rubric {

ProgressLine::ProgressLine(std::ostream& terminal, const Progress& progress)
    : terminal_(terminal), progress_(progress) {
  const HeldSignals held;  // The new thread inherits them.
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

ProgressLine::~ProgressLine() = default;

void ProgressLine::run(std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  const auto sleep = [&](std::chrono::milliseconds time) {
    return stopped.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  };
  if (sleep(std::chrono::milliseconds(1000))) return;
  do {
    terminal_ << "\r\x1b[Krubric: " << progress_.read << " of " << progress_.total << " pages" << std::flush;
  } while (!sleep(std::chrono::milliseconds(100)));
  terminal_ << "\r\x1b[K" << std::flush;
}

}  // namespace rubric
