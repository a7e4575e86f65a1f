// How it works: every reader takes a member, so that what it refuses is refused at the member's line.

#include "lint/rule_page.h"

#include <charconv>

#include "lint/user_error.h"
#include "text/nearest.h"

namespace rubric {

void RulePage::fail(Span span, const std::string& message) const {
  throw UserError(std::string(path), line(span), message);
}

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string did_you_mean(std::string_view word, std::vector<std::string_view> candidates) {
  std::sort(candidates.begin(), candidates.end());
  const auto near = nearest(word, candidates);
  return near ? " (did you mean " + quoted(*near) + "?)" : "";
}

std::string text_of(const RulePage& page, const Member& member) {
  if (member.value.is_mapping() || member.value.is_sequence()) {
    page.fail(member.key_span, quoted(member.key) + " must be a text");
  }
  return member.value.scalar;
}

std::vector<std::string> texts_of(const RulePage& page, const Member& member) {
  if (!member.value.is_sequence()) return {text_of(page, member)};
  std::vector<std::string> texts;
  for (const Value& item : member.value.items) {
    if (item.is_mapping() || item.is_sequence()) {
      page.fail(item.span, "the items of " + quoted(member.key) + " must be texts");
    }
    texts.push_back(item.scalar);
  }
  return texts;
}

bool truth_of(const RulePage& page, const Member& member) {
  const std::string text = text_of(page, member);
  if (text == "true" || text == "on" || text == "yes") return true;
  if (text == "false" || text == "off" || text == "no") return false;
  page.fail(member.key_span, quoted(member.key) + " must be on or off");
}

uint32_t number_of(const RulePage& page, const Member& member) {
  const std::string text = text_of(page, member);
  const bool digits = !text.empty() && text.size() <= 7 && text.find_first_not_of("0123456789") == text.npos;
  const unsigned long number = digits ? std::stoul(text) : 0;
  if (!digits || number > 1'000'000) {
    page.fail(member.key_span, quoted(member.key) + " must be a whole number from 0 to 1000000");
  }
  return static_cast<uint32_t>(number);
}

double share_of(const RulePage& page, const Member& member) {
  const std::string text = text_of(page, member);
  double share = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (error != std::errc() || end != text.data() + text.size() || !(share >= 0 && share <= 1)) {
    page.fail(member.key_span, quoted(member.key) + " must be a number from 0 to 1, such as 0.8");
  }
  return share;
}

void refuse_repeated(const RulePage& page, const Value& mapping, const Member& member) {
  const auto same_key = [&](const Member& other) { return other.key == member.key; };
  if (std::count_if(mapping.members.begin(), mapping.members.end(), same_key) > 1) {
    page.fail(member.key_span, quoted(member.key) + " is given twice");
  }
}

void refuse_unknown(const RulePage& page, const Member& member, std::vector<std::string_view> known) {
  page.fail(member.key_span,
            "unknown key " + quoted(member.key) + did_you_mean(member.key, std::move(known)));
}

}  // namespace rubric
