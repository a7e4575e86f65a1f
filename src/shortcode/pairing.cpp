// How it works: first Hugo's own pairing (hugolib/shortcode.go): a closing tag closes the innermost open
// call, whatever its name. If Hugo is content, nobody is told anything. If not, tags are paired by name, most
// recent first, so that the blame falls on the tag that a writer would point at; closing tags and openers
// left over are then paired with each other as far as Hugo would, and what remains is wrong. That is at least
// one tag whenever Hugo refuses the page, because both pairings match a closing tag whenever one can be
// matched.
//
// Mistyped tags that Hugo takes for text are left out of the first pairing and take part in the second as
// what they were meant to be.

#include "shortcode/pairing.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rubric {
namespace {

constexpr int32_t none = -1;

/// What a name's template makes of a closing tag.
enum class Inner : uint8_t { taken, not_taken, optional };

class Pairing {
 public:
  Pairing(std::span<Tag> tags, const Dialect& dialect, Shortcodes& page)
      : tags_(tags), dialect_(dialect), page_(page), partner_(tags.size(), none) {
    learn();
  }

  /// Marks the tags that need a partner and have one.
  std::vector<bool> find_needed() {
    std::vector<bool> needed(count());
    if (as_hugo_does(false)) return needed;
    std::fill(partner_.begin(), partner_.end(), none);
    pair_by_name(false);
    std::unordered_map<std::string_view, std::vector<size_t>> lacking, offered;  // openers
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (!tag.needs_partner && (partner_[i] != none || tag.self_closing || tag.text_to_hugo)) continue;
      if (!tag.closing) {
        if (inner_of(tag) != Inner::not_taken) (tag.needs_partner ? offered : lacking)[tag.name].push_back(i);
        continue;
      }
      std::vector<size_t>& openers = (tag.needs_partner ? lacking : offered)[tag.name];
      if (openers.empty()) continue;
      const size_t opener = openers.back();
      openers.pop_back();
      Tag& found = tags_[tag.needs_partner ? i : opener];
      if (found.sign_guessed) found.delimiter = tags_[tag.needs_partner ? opener : i].delimiter;
      needed[tag.needs_partner ? i : opener] = true;
    }
    return needed;
  }

  void run() {
    const bool slipped = std::any_of(tags_.begin(), tags_.end(), [](const Tag& t) { return t.text_to_hugo; });
    if (as_hugo_does(false)) {
      if (slipped) pair_by_name(true);
    } else if (slipped && as_hugo_does(true)) {
      blame_slips();
    } else {
      std::fill(partner_.begin(), partner_.end(), none);
      pair_by_name(false);
      pair_leftovers();
      blame();
      blame_slips();
      nest();
    }
    if (slipped) judge_closing_slips();
    make_calls();
  }

 private:
  size_t count() const { return tags_.size(); }

  /// A name that the site does not define takes inner text if this page closes it somewhere.
  void learn() {
    constexpr std::string_view foreign = "end";
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (tag.needs_partner) continue;
      if (tag.closing) closed_names_.insert(tag.name);
      if (tag.closing || tag.text_to_hugo || !dialect_.templates_complete) continue;
      if (tag.name.starts_with(foreign) && dialect_.find(tag.name) == nullptr)
        foreign_closers_[tag.name.substr(foreign.size())] = i;
    }
  }

  Inner inner_of(const Tag& tag) const {
    if (tag.inlined) return Inner::optional;
    const ShortcodeTemplate* known = dialect_.find(tag.name);
    if (known && known->inner != InnerText::unknown)
      return known->inner == InnerText::none ? Inner::not_taken : Inner::taken;
    return closed_names_.contains(tag.name) ? Inner::optional : Inner::not_taken;
  }

  bool is_known(const Tag& tag) const {
    const ShortcodeTemplate* known = dialect_.find(tag.name);
    return known && known->inner != InnerText::unknown;
  }

  /// `{{< x / >}}` for a template without inner text.
  bool refuses_to_close(const Tag& tag) const {
    return !tag.faulty && is_known(tag) && inner_of(tag) == Inner::not_taken;
  }

  void match(size_t opener, size_t closer) {
    partner_[opener] = static_cast<int32_t>(closer);
    partner_[closer] = static_cast<int32_t>(opener);
  }

  /// Hugo's pairing; false when Hugo refuses the page.
  bool as_hugo_does(bool with_slips) {
    std::fill(partner_.begin(), partner_.end(), none);
    std::unordered_set<std::string_view> seen;
    std::vector<size_t> open;
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (tag.text_to_hugo && !with_slips) continue;
      if (!open.empty() && tags_[open.back()].inlined &&
          !(tag.closing && tag.name == tags_[open.back()].name))
        return false;
      if (tag.closing) {
        const bool was_seen = tag.name.empty() ? !seen.empty() : seen.contains(tag.name);
        if (!was_seen || open.empty()) return false;
        match(open.back(), i);
        open.pop_back();
        continue;
      }
      seen.insert(tag.name);
      if (tag.self_closing) {
        if (refuses_to_close(tag)) return false;
      } else if (inner_of(tag) != Inner::not_taken) {
        if (tag.inlined && tag.before_comment) return false;
        open.push_back(i);
      }
    }
    return std::none_of(open.begin(), open.end(), [&](size_t i) {
      return !tags_[i].text_to_hugo && inner_of(tags_[i]) == Inner::taken;
    });
  }

  /// Pairs closing tags with the most recent opener of their name; or, inside and outside of the calls that
  /// Hugo has paired, only mistyped ones with each other.
  void pair_by_name(bool only_slips) {
    using OpenByName = std::unordered_map<std::string_view, std::vector<size_t>>;
    OpenByName open;
    std::vector<OpenByName> outside;
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (tag.needs_partner) continue;
      if (only_slips && !tag.text_to_hugo) {
        if (partner_[i] == none) continue;
        if (!tag.closing) {
          outside.push_back(std::exchange(open, {}));
        } else {
          open = std::move(outside.back());
          outside.pop_back();
        }
        continue;
      }
      if (tag.closing) {
        const auto found = open.find(tag.name);
        if (found == open.end() || found->second.empty()) continue;
        match(found->second.back(), i);
        found->second.pop_back();
      } else if (!tag.self_closing && inner_of(tag) != Inner::not_taken) {
        open[tag.name].push_back(i);
      }
    }
  }

  /// Closing tags close whatever is open, once every name has been served.
  void pair_leftovers() {
    std::vector<size_t> open;
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (partner_[i] != none || tag.text_to_hugo || tag.self_closing) continue;
      if (!tag.closing) {
        if (inner_of(tag) == Inner::taken) open.push_back(i);
      } else if (!open.empty()) {
        match(open.back(), i);
        open.pop_back();
      }
    }
  }

  void add_error(ShortcodeError kind, const Tag& tag) {
    page_.errors.push_back({kind, tag.span, tag.span, std::string(tag.name), {}});
  }

  /// A faulty tag is told its fault alone.
  void blame() {
    std::unordered_map<std::string_view, size_t> openers;  // the last one of each name
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (!tag.closing) openers[tag.name] = i;
      if (tag.text_to_hugo || tag.faulty) continue;
      if (tag.closing) {
        const auto opener = openers.find(tag.name);
        const bool unpaired = partner_[i] == none && opener != openers.end();
        if (unpaired && blame_path(tags_[opener->second])) continue;
        blame_closer(i, tag.name.empty() ? !openers.empty() : opener != openers.end());
      } else if (tag.inlined) {
        blame_inline(i);
      } else if (tag.self_closing) {
        if (refuses_to_close(tag)) add_error(ShortcodeError::takes_no_inner, tag);
      } else if (partner_[i] == none && inner_of(tag) == Inner::taken && !has_foreign_closer(i)) {
        add_error(ShortcodeError::not_closed, tag);
      }
    }
  }

  /// `{{< endbox >}}`, as other languages close a box: that the name is unknown is all there is to say.
  bool has_foreign_closer(size_t opener) const {
    const auto closer = foreign_closers_.find(tags_[opener].name);
    return closer != foreign_closers_.end() && closer->second > opener;
  }

  /// A closing tag that has nothing to close because its opening tag holds a path without quotes is not to
  /// blame: `{{< x a/b >}}…{{< /x >}}`.
  bool blame_path(Tag& opener) {
    if (opener.path_slash == 0 || opener.faulty || inner_of(opener) != Inner::taken) return false;
    page_.errors.push_back({ShortcodeError::unexpected_character,
                            {opener.path_slash, opener.path_slash + 1},
                            opener.span,
                            std::string(opener.name),
                            {}});
    opener.path_slash = 0;
    return true;
  }

  void blame_closer(size_t closer, bool seen) {
    const Tag& tag = tags_[closer];
    if (seen && partner_[closer] != none) return;
    const bool takes_none = seen && is_known(tag) && inner_of(tag) == Inner::not_taken;
    add_error(takes_none ? ShortcodeError::takes_no_inner : ShortcodeError::not_opened, tag);
    if (partner_[closer] != none)
      page_.errors.back().open = tags_[static_cast<size_t>(partner_[closer])].name;
  }

  /// Between an inline shortcode and its closing tag no other tag may stand, nor a comment.
  void blame_inline(size_t opener) {
    const Tag& tag = tags_[opener];
    if (tag.self_closing) return;
    const Tag* next = opener + 1 < count() ? &tags_[opener + 1] : nullptr;
    const bool foreign = next && (!next->closing || next->name != tag.name);
    if (foreign || tag.before_comment) add_error(ShortcodeError::not_closed, tag);
  }

  /// A tag that Hugo takes for text leaves its partner alone, and there Hugo stops.
  void blame_slips() {
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (!tag.text_to_hugo || partner_[i] == none) continue;
      if (!tags_[static_cast<size_t>(partner_[i])].text_to_hugo)
        page_.slips[static_cast<size_t>(tag.slip)].fails_build = true;
    }
  }

  /// A stray closing tag does no harm while Hugo takes it for text.
  void judge_closing_slips() {
    for (size_t i = 0; i < count(); ++i) {
      const Tag& tag = tags_[i];
      if (!tag.text_to_hugo) continue;
      const bool stray = tag.closing ? partner_[i] == none : tag.self_closing && refuses_to_close(tag);
      page_.slips[static_cast<size_t>(tag.slip)].closes_nothing = stray;
    }
  }

  /// Tags paired by name may cross each other, which is for blame alone: calls nest, as they do for Hugo.
  void nest() {
    std::vector<size_t> open;
    for (size_t i = 0; i < count(); ++i) {
      if (partner_[i] == none) continue;
      if (!tags_[i].closing) {
        open.push_back(i);
      } else {
        match(open.back(), i);
        open.pop_back();
      }
    }
  }

  void make_calls() {
    std::vector<std::pair<size_t, int32_t>> open;  // tag and call
    for (size_t i = 0; i < count(); ++i) {
      Tag& tag = tags_[i];
      if (tag.closing) {
        while (!open.empty() && partner_[open.back().first] <= static_cast<int32_t>(i)) open.pop_back();
        continue;
      }
      const auto call = static_cast<int32_t>(page_.calls.size());
      page_.calls.push_back(make_call(i));
      page_.calls.back().parent = open.empty() ? none : open.back().second;
      if (tag.slip != none) page_.slips[static_cast<size_t>(tag.slip)].call = call;
      if (partner_[i] != none) open.emplace_back(i, call);
    }
  }

  Shortcode make_call(size_t opener) {
    Tag& tag = tags_[opener];
    Shortcode call;
    call.name = tag.name;
    call.parameters = std::move(tag.parameters);
    call.opener = call.closer = tag.delimiter;
    call.open = tag.span;
    call.inner = call.close = {tag.span.end, tag.span.end};
    call.name_span = tag.name_span;
    call.self_closing = tag.self_closing;
    call.closed = tag.self_closing || inner_of(tag) != Inner::taken;
    call.slip = tag.slip;
    if (partner_[opener] == none) return call;
    const Tag& closer = tags_[static_cast<size_t>(partner_[opener])];
    call.closer = closer.delimiter;
    call.inner = {tag.span.end, closer.span.begin};
    call.close = closer.span;
    call.close_name = closer.name_span;
    call.closed = true;
    return call;
  }

  std::span<Tag> tags_;
  const Dialect& dialect_;
  Shortcodes& page_;
  std::vector<int32_t> partner_;
  std::unordered_set<std::string_view> closed_names_;
  std::unordered_map<std::string_view, size_t> foreign_closers_;  ///< by what they close; the last of each
};

}  // namespace

void drop_needless(std::vector<Tag>& tags, const Dialect& dialect) {
  const auto needs_partner = [](const Tag& tag) { return tag.needs_partner; };
  if (std::none_of(tags.begin(), tags.end(), needs_partner)) return;
  Shortcodes unused;
  const std::vector<bool> needed = Pairing(tags, dialect, unused).find_needed();
  size_t kept = 0;
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].needs_partner && !needed[i]) continue;
    tags[i].needs_partner = false;
    if (kept != i) tags[kept] = std::move(tags[i]);
    ++kept;
  }
  tags.resize(kept);
}

void pair_tags(std::span<Tag> tags, const Dialect& dialect, Shortcodes& page) {
  if (!tags.empty()) Pairing(tags, dialect, page).run();
}

}  // namespace rubric
