#pragma once

#include <ostream>
#include <thread>

#include "workspace/progress.h"

namespace rubric {

/// A line on a terminal that tells how far a run is, from its second second on; gone with this object. Writes
/// to `terminal` from a thread of its own, so nobody else may meanwhile.
class ProgressLine {
 public:
  ProgressLine(std::ostream& terminal, const Progress& progress);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

 private:
  void run(std::stop_token stop);

  std::ostream& terminal_;
  const Progress& progress_;
  std::jthread thread_;
};

}  // namespace rubric
