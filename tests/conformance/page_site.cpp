#include "page_site.h"

namespace rubric {

const std::map<std::string, std::string>& page_site() {
  static const std::string ran = "ran:{{ printf \"%v\" .Params | base64Encode | safeHTML }}:";
  static const std::string folder = "layouts/shortcodes/";
  static const std::map<std::string, std::string> files = {
      {"hugo.toml",
       "baseURL = 'https://example.org/'\nuglyURLs = true\n"
       "disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404']\n"
       "[params]\none = 'x'\n[params.two]\nThree = 'x'\n"
       "[markup.goldmark.renderer]\nunsafe = true\n"
       "[markup.goldmark.parser]\nautoHeadingID = false\n"
       "[markup.goldmark.extensions]\ntypographer = false\n"},
      {"layouts/_default/single.html", "{{ .Content }}"},
      {folder + "note.html", ran},
      {folder + "a/b.html", ran},
      {folder + "Cap.html", ran},
      {folder + "text.md", ran},
      {folder + "lang.html", ran},
      {folder + "lang.en.html", ran},
      {folder + "hint.html", ran + "{{/* .Inner */}}{{ define \"unused\" }}{{ .Inner }}{{ end }}.Inner"},
      {folder + "pinner.html", ran + "{{ if false }}{{ .Params.Inner }}{{ end }}"},
      {folder + "box.html", ran + "{{ .Inner }}"},
      {folder + "variable.html", ran + "{{ $x := $.Inner }}{{ $x }}"},
      {folder + "parent.html", ran + "{{ with .Parent }}{{ if .Inner }}{{ end }}{{ end }}{{ .Inner }}"},
      {folder + "md.html", ran + "{{ .Inner | markdownify }}"},
      {folder + "render.html", ran + "{{ .Inner | .Page.RenderString (dict \"display\" \"block\") }}"},
      {folder + "opt.html",
       ran + "{{ if and (not .IsNamedParams) (.Get 1) }}{{ else }}{{ .Inner }}{{ end }}"},
      {folder + "called.html",
       "{{ define \"called-body\" }}{{ .Inner }}{{ end }}" + ran + "{{ template \"called-body\" . }}"},
      {folder + "dead.html", ran + "{{ if false }}{{ len .Inner }}{{ end }}"},
  };
  return files;
}

}  // namespace rubric
