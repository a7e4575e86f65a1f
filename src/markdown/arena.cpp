// How it works: a list of chunks and a position in the last one in use. An allocation has a header of 16
// bytes, its size and eight zero bytes: `realloc` needs the size, and cmark's mail autolinker reads up to
// seven bytes before a text (CVE-2023-22485), which the zeros make harmless and deterministic. `free` does
// nothing; `realloc` grows the last allocation in place, which is what a string being appended to needs.

#include "markdown/arena.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include <cmark-gfm.h>

#include "markdown/tree.h"

namespace rubric {
namespace {

constexpr size_t chunk_size = size_t{1} << 20;
constexpr size_t kept_between_pages = 8 * chunk_size;
constexpr size_t alignment = 16;

struct Header {
  uint64_t size;
  uint64_t zeros;
};
static_assert(sizeof(Header) == alignment);

struct Chunk {
  std::unique_ptr<std::byte[]> bytes;
  size_t size = 0;
};

size_t aligned(size_t size) {
  return (size + alignment - 1) & ~(alignment - 1);
}

class Arena {
 public:
  void* allocate(size_t size) {
    const size_t needed = sizeof(Header) + aligned(size);
    if (needed > static_cast<size_t>(end_ - next_)) enter_chunk_for(needed);
    last_ = next_;
    next_ += needed;
    new (last_) Header{size, 0};
    return last_ + sizeof(Header);
  }

  void* reallocate(void* pointer, size_t size) {
    if (pointer == nullptr) return allocate(size);
    std::byte* block = static_cast<std::byte*>(pointer) - sizeof(Header);
    Header* header = reinterpret_cast<Header*>(block);
    if (size <= header->size) return pointer;
    if (block == last_ && sizeof(Header) + aligned(size) <= static_cast<size_t>(end_ - block)) {
      header->size = size;
      next_ = block + sizeof(Header) + aligned(size);
      return pointer;
    }
    void* moved = allocate(size);
    std::memcpy(moved, pointer, header->size);
    return moved;
  }

  void clear() {
    chunks_.clear();
    reset();
  }

  void reset() {
    size_t total = 0;
    for (const Chunk& chunk : chunks_) total += chunk.size;
    if (total > kept_between_pages) chunks_.clear();
    in_use_ = 0;
    next_ = end_ = last_ = nullptr;
  }

 private:
  void enter_chunk_for(size_t needed) {
    while (in_use_ < chunks_.size() && chunks_[in_use_].size < needed) ++in_use_;
    if (in_use_ == chunks_.size()) {
      const size_t size = needed > chunk_size ? needed : chunk_size;
      chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    }
    next_ = chunks_[in_use_].bytes.get();
    end_ = next_ + chunks_[in_use_].size;
    ++in_use_;
  }

  std::vector<Chunk> chunks_;
  size_t in_use_ = 0;
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  std::byte* last_ = nullptr;
};

thread_local Arena arena;

// The callbacks are noexcept: an exception must not travel through C, so running out of memory ends the
// process, as it does with cmark's own allocator.
void* arena_calloc(size_t count, size_t size) noexcept {
  void* pointer = arena.allocate(count * size);
  return std::memset(pointer, 0, count * size);
}

void* arena_realloc(void* pointer, size_t size) noexcept {
  return arena.reallocate(pointer, size);
}

void arena_free(void*) noexcept {}

}  // namespace

cmark_mem* page_arena() {
  static cmark_mem callbacks{arena_calloc, arena_realloc, arena_free};
  return &callbacks;
}

void reset_page_arena() {
  arena.reset();
}

void release_parser_memory() {
  arena.clear();
}

}  // namespace rubric
