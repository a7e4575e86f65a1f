#include "site/image_mentions.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

// The unused ones of static/a.png, static/my cat (1).JPG and content/b/c.webp, where `text` stands in the
// file `path`.
std::string unused(const std::string& path, const std::string& text) {
  const FileTree files({path, "static/a.png", "static/my cat (1).JPG", "content/b/index.md",
                        "content/b/c.webp", "static/favicon.ico"});
  ImageMentions mentions(files, {"static", "content"});
  if (!ImageMentions::is_image(path) || path.ends_with(".svg")) mentions.read(text);
  std::string result;
  for (const std::string& image : mentions.unused())
    result += (result.empty() ? "" : " ") + image.substr(image.rfind('/') + 1);
  return result;
}

}  // namespace

TEST_CASE("An image is used when any text names it") {
  struct Case {
    const char* path;
    const char* text;
    const char* unused;
  };
  const Case cases[] = {
      {"content/x.md", "Nothing.", "c.webp a.png my cat (1).JPG"},
      {"content/x.md", "![](/a.png) ![](c.webp)", "my cat (1).JPG"},
      {"content/x.md", "![](</my cat (1).jpg>)", "c.webp a.png"},
      {"content/x.md", "![](/my%20cat%20%281%29.JPG#x)", "c.webp a.png"},
      {"content/x.md", "a.pngs, a.png2, b.png", "c.webp a.png my cat (1).JPG"},
      {"assets/x.scss", "background: url(../a.png)", "c.webp my cat (1).JPG"},
      {"data/x.yaml", "logo: A.PNG", "c.webp my cat (1).JPG"},
      {"layouts/x.html", "{{ .Name }}.png", "c.webp my cat (1).JPG"},
      {"layouts/x.html", "{{ printf \"%s.jpg\" . }}", "c.webp a.png"},
      {"layouts/x.html", "{{ add $name \".JPG\" }}", "c.webp a.png"},
      {"layouts/x.html", "{{ .Resources.GetMatch \"*c*\" }}", "a.png my cat (1).JPG"},
      {"layouts/x.html", "{{ range .Resources.ByType \"image\" }}", "a.png my cat (1).JPG"},
  };
  for (const Case& example : cases) {
    INFO(example.path << ": " << example.text);
    CHECK(unused(example.path, example.text) == example.unused);
  }
}
