// How it works: all pages are written as links in the form that the site mostly uses, or that the first
// characters ask for. Those that hold what is typed are put in order of nearness, and of the first some only
// those are kept that the site resolves to the page they are meant for.

#include <algorithm>
#include <tuple>

#include "lsp/proposals.h"
#include "site/destinations.h"
#include "site/image_mentions.h"
#include "site/link_style.h"
#include "text/path.h"

namespace rubric {

namespace {

// A page or file that may be meant, and where it comes in the list.
struct Candidate {
  Proposal proposal;
  std::string target;          // as a link's facts have it
  const Page* page = nullptr;  // null for files
  bool begins = false;         // with what is typed
  size_t shared = 0;           // folders shared with the page that is edited

  friend bool operator<(const Candidate& left, const Candidate& right) {
    return std::tuple(!left.begins, right.shared, left.proposal.text) <
           std::tuple(!right.begins, left.shared, right.proposal.text);
  }
};

size_t shared_folders(std::string_view left, std::string_view right) {
  size_t count = 0;
  for (size_t at = 0; at < left.size() && at < right.size() && left[at] == right[at]; ++at)
    count += left[at] == '/' ? 1 : 0;
  return count;
}

PageLinkForm form_for(const PageView& view, std::string_view typed, const LinkStyle& style) {
  const bool plain = view.page.kind == PageKind::plain;
  PageLinkForm form = style.form;
  const bool of_files = plain || form == PageLinkForm::absolute_file || form == PageLinkForm::relative_file;
  const PageLinkForm absolute = of_files ? PageLinkForm::absolute_file : PageLinkForm::absolute_url;
  const PageLinkForm relative = of_files ? PageLinkForm::relative_file : PageLinkForm::relative_url;
  if (typed.starts_with('/')) form = absolute;
  if (typed.starts_with('.')) form = relative;
  // A relative link of a text that others include leads from each of them elsewhere.
  return form == relative && view.site.is_fragment(view.page) ? absolute : form;
}

bool may_be_linked(const PageView& view, const Page& page) {
  if (&page == &view.page || (page.kind == PageKind::plain) != (view.page.kind == PageKind::plain))
    return false;
  if (page.kind == PageKind::plain) return true;
  const bool same_language = page.language == view.page.language || view.site.is_fragment(view.page);
  return page.kind == PageKind::content && page.published() && !page.urls.empty() && same_language;
}

// Takes those of the candidates that lead where they are meant to.
Proposals proposals_of(const PageView& view, std::vector<Candidate> candidates, Span span, LinkKind kind) {
  Proposals proposals{span, candidates.size() <= most_proposals};
  const size_t kept = std::min(most_proposals, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<ptrdiff_t>(kept), candidates.end());
  candidates.resize(kept);
  for (Candidate& candidate : candidates) {
    Link link;
    link.kind = kind;
    link.target = candidate.target;
    const Resolution resolution = view.site.resolve(view.page, link);
    const bool unasked = kind == LinkKind::ref && resolution.outcome == Outcome::unknowable;
    if (unasked || (resolution.outcome == Outcome::found && resolution.page == candidate.page))
      proposals.items.push_back(std::move(candidate.proposal));
  }
  return proposals;
}

void add_if_it_fits(const PageView& view, std::string_view typed, Candidate candidate,
                    std::vector<Candidate>& candidates) {
  if (candidate.target.empty() || !fits(typed, candidate.target + " " + candidate.proposal.detail)) return;
  candidate.begins = candidate.target.starts_with(typed);
  candidate.shared = shared_folders(view.path, candidate.proposal.file);
  candidate.proposal.filter = candidate.proposal.text + " " + candidate.proposal.detail;
  candidates.push_back(std::move(candidate));
}

Proposals page_proposals(const PageView& view, const TypedPlace& place, LinkKind kind) {
  const LinkStyle style = link_style(view.site, view.page.kind);
  const bool in_tag = kind == LinkKind::ref;
  const PageLinkForm form = in_tag ? PageLinkForm::ref : form_for(view, place.typed, style);
  const bool as_tag = form == PageLinkForm::ref && !in_tag;
  std::vector<Candidate> candidates;
  for (const Page& page : view.site.pages()) {
    if (!may_be_linked(view, page)) continue;
    Candidate candidate;
    candidate.target = written_link(view.site, view.page, page, form, style);
    candidate.page = &page;
    candidate.proposal = {ProposalKind::file, candidate.target, page.publication.title};
    candidate.proposal.file = page.path;
    if (as_tag)
      candidate.proposal.text = "{{< ref \"" + candidate.target + "\" >}}";
    else if (!in_tag)
      candidate.proposal.text = candidate.target = encode_destination(candidate.target);
    add_if_it_fits(view, place.typed, std::move(candidate), candidates);
  }
  return proposals_of(view, std::move(candidates), place.span,
                      form == PageLinkForm::ref ? LinkKind::ref : LinkKind::inlined);
}

// The images beside a page, and those below static.
Proposals image_proposals(const PageView& view, const TypedPlace& place) {
  const SiteConfiguration& configuration = view.site.configuration();
  std::vector<Candidate> candidates;
  const auto add_below = [&](std::string_view folder, std::string_view before) {
    for (const std::string& file : view.site.files().below(folder)) {
      if (!ImageMentions::is_image(file)) continue;
      Candidate candidate;
      const std::string_view below = folder.empty() ? file : std::string_view(file).substr(folder.size() + 1);
      candidate.target = encode_destination(std::string(before) + std::string(below));
      candidate.proposal = {ProposalKind::file, candidate.target};
      candidate.proposal.file = file;
      add_if_it_fits(view, place.typed, std::move(candidate), candidates);
    }
  };
  if (!place.typed.starts_with('/'))
    add_below(folder_of(view.path), place.typed.starts_with("./") ? "./" : "");
  const std::string base = configuration.canonify_urls ? "/" : configuration.base_path;
  for (const Mount& mount : configuration.statics)
    add_below(mount.source, base + (mount.target.empty() ? "" : mount.target + "/"));
  return proposals_of(view, std::move(candidates), place.span, LinkKind::image);
}

// The line that an id stands on, without the signs of a heading.
std::string line_at(const Source& source, Position position) {
  std::string_view line = source.slice(source.line(std::min(position.line, source.line_count())));
  line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
  return std::string(line);
}

Proposals anchor_proposals(const PageView& view, const TypedPlace& place, size_t hash, LinkKind kind) {
  Proposals proposals{{place.span.begin + static_cast<uint32_t>(hash) + 1, place.span.end}};
  const std::string_view typed = std::string_view(place.typed).substr(hash + 1);
  Link link;
  link.kind = kind;
  link.target = std::string_view(place.typed).substr(0, hash);
  const Page* target = hash == 0 ? &view.page : view.site.resolve(view.page, link).page;
  if (target == nullptr) return proposals;
  for (const Page* part : view.site.includes().with_included(*target)) {
    const Source source(view.handbook.live.workspace().text(part->path));
    for (const Anchor& anchor : part->anchors) {
      Proposal proposal{ProposalKind::reference, encode_destination(anchor.id),
                        line_at(source, anchor.position)};
      proposal.filter = proposal.text + " " + proposal.detail;
      if (!fits(typed, proposal.filter)) continue;
      if (proposals.items.size() == most_proposals) {
        proposals.complete = false;
        return proposals;
      }
      proposals.items.push_back(std::move(proposal));
    }
  }
  return proposals;
}

}  // namespace

Proposals link_proposals(const PageView& page, const TypedPlace& place, LinkKind kind) {
  const size_t hash = place.typed.find('#');
  if (hash != place.typed.npos) return anchor_proposals(page, place, hash, kind);
  return place.image ? image_proposals(page, place) : page_proposals(page, place, kind);
}

}  // namespace rubric
