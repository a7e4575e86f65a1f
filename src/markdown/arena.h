#pragma once

struct cmark_mem;

namespace rubric {

/// The allocator that cmark works with: memory is handed out in sequence and given back all at once, which
/// is a quarter faster than malloc. It belongs to the calling thread and so does everything allocated from
/// it.
cmark_mem* page_arena();

/// Gives back all that the calling thread's arena has handed out. Called before each parse, so what a parse
/// made stays valid until the next one on the same thread.
void reset_page_arena();

}  // namespace rubric
