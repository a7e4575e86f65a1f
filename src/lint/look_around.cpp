// How it works: PCRE2 backtracks, so a pattern can make it work for ever. It calls back at every item of the
// pattern that it tries, and the call counts the item and the bytes gone over since the one before; when the
// search has used up its steps, the match ends with an error. PCRE2's own limits count per starting place,
// hence this. The text is searched in stretches of well-formed UTF-8, so PCRE2 need not check it for every
// match.

#define PCRE2_CODE_UNIT_WIDTH 8

#include "lint/look_around.h"

#include <pcre2.h>

#include "text/utf8.h"

namespace rubric {

namespace {

constexpr uint64_t steps_per_text = 2'000;
constexpr uint64_t steps_per_byte = 200;
constexpr uint32_t most_heap = 20'000;  // KiB

pcre2_code* compile(const std::string& expression, std::string* error) {
  int code = 0;
  PCRE2_SIZE offset = 0;
  const uint32_t options = PCRE2_UTF | PCRE2_AUTO_CALLOUT | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP;
  pcre2_code* compiled = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                       options, &code, &offset, nullptr);
  if (!compiled && error) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(code, message, sizeof message);
    *error = reinterpret_cast<const char*>(message);
  }
  return compiled;
}

// What a search may still do, and where it was last.
struct Steps {
  uint64_t left = 0;
  PCRE2_SIZE last = 0;
};

int count_step(pcre2_callout_block* block, void* data) {
  Steps& steps = *static_cast<Steps*>(data);
  const PCRE2_SIZE now = block->current_position;
  const uint64_t cost = 1 + (now > steps.last ? now - steps.last : steps.last - now);
  steps.last = now;
  if (cost > steps.left) return PCRE2_ERROR_CALLOUT;
  steps.left -= cost;
  return 0;
}

size_t well_formed_end(std::string_view text, size_t at) {
  const std::optional<Span> ill_formed = find_ill_formed(text, static_cast<uint32_t>(at));
  return ill_formed ? ill_formed->begin : text.size();
}

}  // namespace

struct LookAround::Code {
  explicit Code(const std::string& expression) : code(compile(expression, nullptr)) {}
  ~Code() { pcre2_code_free(code); }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;

  pcre2_code* code;
};

std::string LookAround::error(const std::string& expression) {
  std::string error;
  pcre2_code_free(compile(expression, &error));
  return error;
}

LookAround::LookAround(const std::string& expression) : code_(std::make_unique<Code>(expression)) {}
LookAround::~LookAround() = default;

struct LookAround::Search::State {
  State(const pcre2_code* of_code, std::string_view of_text)
      : code(of_code),
        text(of_text),
        match(pcre2_match_data_create_from_pattern(of_code, nullptr)),
        context(pcre2_match_context_create(nullptr)),
        steps{steps_per_text + steps_per_byte * of_text.size(), 0} {
    pcre2_set_callout(context, count_step, &steps);
    pcre2_set_heap_limit(context, most_heap);
  }
  ~State() {
    pcre2_match_context_free(context);
    pcre2_match_data_free(match);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // PCRE2's answer in the stretch, at `at`: the number of groups, 0 or less when there is no match.
  int match_from(size_t at) {
    steps.last = at - stretch.begin;
    const uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED | (stretch.begin == 0 ? 0U : PCRE2_NOTBOL) |
                             (stretch.end == text.size() ? 0U : PCRE2_NOTEOL);
    return pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data() + stretch.begin),
                       stretch.end - stretch.begin, at - stretch.begin, options, match, context);
  }

  const pcre2_code* code;
  std::string_view text;
  pcre2_match_data* match;
  pcre2_match_context* context;
  Steps steps;
  bool gave_up = false;
  struct {
    size_t begin = 0, end = 0;
  } stretch;  // of well-formed text
};

LookAround::Search::Search(const LookAround& expression, std::string_view text)
    : state_(std::make_unique<State>(expression.code_->code, text)) {
  state_->stretch.end = well_formed_end(text, 0);
}

LookAround::Search::~Search() = default;

bool LookAround::Search::gave_up() const {
  return state_->gave_up;
}

bool LookAround::Search::spend(size_t bytes) {
  State& state = *state_;
  state.gave_up = state.gave_up || bytes > state.steps.left;
  if (!state.gave_up) state.steps.left -= bytes;
  return !state.gave_up;
}

bool LookAround::Search::matches(size_t at, std::vector<Span>& groups) {
  State& state = *state_;
  while (at >= state.stretch.end && state.stretch.end < state.text.size()) {
    state.stretch.begin = state.stretch.end + 1;  // past the byte that is no UTF-8
    state.stretch.end = well_formed_end(state.text, state.stretch.begin);
  }
  if (at < state.stretch.begin || at > state.stretch.end || state.gave_up) return false;
  const int count = state.match_from(at);
  state.gave_up = count < 0 && count != PCRE2_ERROR_NOMATCH;
  if (count <= 0) return false;
  const PCRE2_SIZE* places = pcre2_get_ovector_pointer(state.match);
  groups.clear();
  for (int group = 1; group < count; ++group) {
    const bool took_part = places[2 * group] != PCRE2_UNSET;
    const size_t begin = took_part ? state.stretch.begin + places[2 * group] : 0;
    const size_t end = took_part ? state.stretch.begin + places[2 * group + 1] : 0;
    groups.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }
  return true;
}

}  // namespace rubric
