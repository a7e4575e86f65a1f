// How it works: the tables of a Site hold views into its pages: of URLs, names, terms and calls. Facts that
// make the same tables are put into the old page part by part, so that all those views stay good: what they
// point into stays, its places are overwritten; what no table knows is exchanged. Whether facts make the same
// tables is decided by comparing all that may go into one; what is not compared must be taken over here.

#include <algorithm>
#include <utility>

#include "site/site.h"

namespace rubric {

namespace {

bool same(const Publication& left, const Publication& right);

bool same(const Cascade& left, const Cascade& right) {
  return left.path == right.path && left.kind == right.kind && left.language == right.language &&
         left.environment == right.environment && same(left.values, right.values);
}

// Cascades do not hold cascades, so this does not go deep.
bool same(const Publication& left, const Publication& right) {
  const auto all_same = [](const std::vector<Cascade>& one, const std::vector<Cascade>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const Cascade& a, const Cascade& b) { return same(a, b); });
  };
  const bool same_cascades =
      !left.cascades == !right.cascades && (!left.cascades || all_same(*left.cascades, *right.cascades));
  return same_cascades && left.title == right.title && left.slug == right.slug && left.url == right.url &&
         left.aliases == right.aliases && left.terms == right.terms && left.day == right.day &&
         left.appears == right.appears && left.expires == right.expires && left.render == right.render &&
         left.draft == right.draft && left.says_draft == right.says_draft &&
         left.headless == right.headless && left.own_outputs == right.own_outputs &&
         left.without_html == right.without_html;
}

bool same_calls(const std::vector<Include>& left, const std::vector<Include>& right) {
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(), [](const Include& one, const Include& other) {
        return one.target == other.target && one.name == other.name && one.delimiter == other.delimiter &&
               one.nested == other.nested && one.alone == other.alone && one.slip == other.slip;
      });
}

bool same_names(const std::vector<UnverifiedShortcode>& left, const std::vector<UnverifiedShortcode>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const UnverifiedShortcode& one, const UnverifiedShortcode& other) {
                      return one.name == other.name && one.count == other.count;
                    });
}

const std::vector<std::string>& cascaded(const Page& page) {
  static const std::vector<std::string> none;
  return page.parameters ? page.parameters->cascaded : none;
}

bool makes_same_tables(const Page& old, const Page& fresh) {
  return old.path == fresh.path && old.kind == fresh.kind && old.mistaken_start == fresh.mistaken_start &&
         old.language == fresh.language && old.unread == fresh.unread &&
         old.has_front_matter == fresh.has_front_matter && old.head_only == fresh.head_only &&
         same(old.publication, fresh.publication) && same_calls(old.includes, fresh.includes) &&
         same_names(old.unverified, fresh.unverified) && cascaded(old) == cascaded(fresh);
}

bool same_ids(const Page& old, const Page& fresh) {
  const auto same_id = [](const Anchor& one, const Anchor& other) { return one.id == other.id; };
  const auto same_order = [](const Include& one, const Include& other) {
    return one.anchors_before == other.anchors_before;
  };
  return old.open == fresh.open && old.escapes_change_ids == fresh.escapes_change_ids &&
         old.tags.empty() == fresh.tags.empty() && old.id_forms == fresh.id_forms &&
         std::equal(old.anchors.begin(), old.anchors.end(), fresh.anchors.begin(), fresh.anchors.end(),
                    same_id) &&
         std::equal(old.includes.begin(), old.includes.end(), fresh.includes.begin(), same_order);
}

// Takes over what no table has views into.
void take_over(Page& page, Page fresh) {
  for (size_t index = 0; index < page.includes.size(); ++index) {
    page.includes[index].range = fresh.includes[index].range;
    page.includes[index].anchors_before = fresh.includes[index].anchors_before;
  }
  for (size_t index = 0; index < page.unverified.size(); ++index)
    page.unverified[index].first = fresh.unverified[index].first;
  if (page.parameters && fresh.parameters) {
    page.parameters->unset = std::move(fresh.parameters->unset);
  } else if (page.parameters) {
    page.parameters->unset.clear();
  } else {
    page.parameters = std::move(fresh.parameters);
  }
  page.has_byte_order_mark = fresh.has_byte_order_mark;
  page.has_crlf = fresh.has_crlf;
  page.open = fresh.open;
  page.escapes_change_ids = fresh.escapes_change_ids;
  page.anchors = std::move(fresh.anchors);
  page.links = std::move(fresh.links);
  page.id_forms = fresh.id_forms;
  page.tags = std::move(fresh.tags);
  page.slips = std::move(fresh.slips);
  page.suppressions = std::move(fresh.suppressions);
  page.text = std::move(fresh.text);
}

bool same_targets(const Page& old, const Page& fresh) {
  return std::equal(old.links.begin(), old.links.end(), fresh.links.begin(), fresh.links.end(),
                    [](const Link& one, const Link& other) {
                      return one.kind == other.kind && one.target == other.target &&
                             one.language() == other.language() && one.unseen == other.unseen;
                    });
}

}  // namespace

Replaced Site::replace(Page& fresh) {
  const auto found = by_path_.find(fresh.path);
  if (found == by_path_.end()) return Replaced::nothing;
  Page& page = pages_[static_cast<size_t>(found->second - pages_.data())];
  const bool refs_known = finder_.has_value() || !has_ref(fresh);
  const bool links_count = linked_ != nullptr && !same_targets(page, fresh);
  if (!makes_same_tables(page, fresh) || !refs_known || links_count) return Replaced::nothing;
  const bool ids = !same_ids(page, fresh);
  take_over(page, std::move(fresh));
  crowded_ids_.erase(&page);
  learn_crowded_ids(page);
  return ids ? Replaced::ids : Replaced::places;
}

}  // namespace rubric
