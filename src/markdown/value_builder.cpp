// How it works: a stack of the containers that are open. A finished value goes into the top one; in a mapping
// a key waits beside it until its value comes.

#include <utility>

#include "markdown/value_parsers.h"

namespace rubric {

void ValueBuilder::open(Value::Kind kind, uint32_t begin) {
  Container container;
  container.value.kind = kind;
  container.value.span = {begin, begin};
  container.wants_key = kind == Value::Kind::mapping;
  open_.push_back(std::move(container));
}

Value ValueBuilder::close(uint32_t end) {
  Container closed = std::move(open_.back());
  open_.pop_back();
  // Only an error leaves a key without a value.
  if (!closed.pending.key.empty()) closed.value.members.push_back(std::move(closed.pending));
  closed.value.span.end = end;
  return std::move(closed.value);
}

void ValueBuilder::add(Value value) {
  end_ = value.span.end;
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Container& container = open_.back();
  if (container.value.kind == Value::Kind::sequence) {
    container.value.items.push_back(std::move(value));
  } else if (container.wants_key) {
    container.pending.key = std::move(value.scalar);
    container.pending.key_span = value.span;
    container.wants_key = false;
  } else {
    container.pending.value = std::move(value);
    container.value.members.push_back(std::move(container.pending));
    container.pending = {};
    container.wants_key = true;
  }
}

Value ValueBuilder::take() {
  while (!open_.empty()) add(close(end_));
  return std::move(root_);
}

}  // namespace rubric
