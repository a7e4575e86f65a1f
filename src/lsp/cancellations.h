#pragma once

#include <map>
#include <mutex>
#include <string>

namespace rubric {

/// The requests that were received and not answered yet, and which of them the client has cancelled. Safe
/// from several threads.
class Cancellations {
 public:
  /// A request was received; keys are those of key_of().
  void add(const std::string& key) {
    const std::lock_guard lock(mutex_);
    ++waiting_[key].count;
  }
  /// It was answered.
  void remove(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(key);
    if (found != waiting_.end() && --found->second.count == 0) waiting_.erase(found);
  }
  /// The client wants no answer any more; of no effect on what does not wait.
  void cancel(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(key);
    if (found != waiting_.end()) found->second.cancelled = true;
  }
  bool is_cancelled(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(key);
    return found != waiting_.end() && found->second.cancelled;
  }

 private:
  struct Waiting {
    uint32_t count = 0;  // a client may use an id twice, though it should not
    bool cancelled = false;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Waiting> waiting_;
};

}  // namespace rubric
