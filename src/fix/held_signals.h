#pragma once

#include <signal.h>

namespace rubric {

/// Holds back the signals that ask a process to end (SIGINT, SIGTERM, SIGHUP) from the calling thread for as
/// long as it lives, so that what it writes is complete or taken back; then they take effect. Nests.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_;
};

}  // namespace rubric
