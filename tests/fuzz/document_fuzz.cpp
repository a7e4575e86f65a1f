// Fuzzes the Markdown parser with the span law as its oracle: any text whose tree breaks the law stops the
// fuzzer and is kept. Build with -DRUBRIC_FUZZ=ON and clang++, then run
//
//     build/fuzz/tests/fuzz/document_fuzz -max_len=2000 CORPUS_FOLDER

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "../markdown/span_law.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto violations = rubric::span_law_violations(text);
  for (const std::string& violation : violations) std::fprintf(stderr, "%s\n", violation.c_str());
  if (!violations.empty()) std::abort();
  return 0;
}
