#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan.h"
#include "random.h"

namespace rubric::bench {

/// A defect put into a file on purpose: a check must find it, and nothing else.
struct Planted {
  std::string path;
  uint32_t line;  ///< 1-based
  std::string_view rule;
};

/// What has been written so far, over all files. Defects and dead links are dealt out by these counts, so
/// their shares hold for the handbook as a whole.
struct Ledger {
  bool clean = false;  ///< plant nothing
  uint64_t lines = 0;
  uint64_t bytes = 0;
  uint64_t internal_links = 0;
  uint64_t dead_links = 0;
  std::vector<Planted> planted;
  size_t next_defect = 0;  ///< turn in the round of defects
};

/// Writes the Markdown of one page or included file. Used once.
class PageWriter {
 public:
  PageWriter(const Plan& plan, const PlannedPage& page, size_t serial, Ledger& ledger);

  std::string page();
  std::string fragment();

 private:
  // Text and the count of its lines.
  void put(std::string_view text);
  void plant(std::string_view rule);
  bool defect_is_due() const;

  // Blocks (page_blocks.cpp).
  void put_front_matter();
  void put_body();
  void put_block();
  void put_heading();
  void put_paragraph();
  void put_bullets();
  void put_numbered_list();
  void put_tasks();
  void put_table();
  void put_note();
  void put_include();
  void put_quote();
  void put_details();
  void put_defective_block();
  void put_definitions();
  void put_last_defect();
  void put_sentence();
  bool put_defective_sentence();

  // Links (page_links.cpp).
  void put_link();
  void put_page_link(bool relative);
  void put_own_anchor();
  void put_reference();
  void put_image();
  void put_html_link();
  void put_html_image();
  void put_ref();
  void put_external();
  bool next_link_is_dead();
  std::string page_destination(const PlannedPage& target, bool relative, bool dead, std::string_view& rule);
  std::string image_destination(bool dead);
  const PlannedPage& some_page();

  struct Definition {
    std::string text;
    std::string_view dead_rule;  ///< empty when the destination is there
  };

  const Plan& plan_;
  const PlannedPage& page_;
  const size_t serial_;
  Ledger& ledger_;
  Random random_;
  bool fragment_ = false;
  bool break_lines_ = false;  ///< one sentence a line, instead of one paragraph a line
  std::string text_;
  uint32_t line_ = 1;
  size_t headings_done_ = 0;
  std::vector<const PlannedInclude*> included_;
  std::vector<Definition> definitions_;
  size_t definition_bytes_ = 0;
};

}  // namespace rubric::bench
