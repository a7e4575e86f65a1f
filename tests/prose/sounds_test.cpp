#include "prose/sounds.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "prose/lexicon_tables.h"
#include "source_folder.h"

using namespace rubric;

namespace {

/// Every token of the list asks for the article.
void check(Article expected, const std::string& tokens) {
  std::istringstream stream(tokens);
  for (std::string token; stream >> token;) {
    INFO(token);
    CHECK(static_cast<int>(article_for(token)) == static_cast<int>(expected));
  }
}

}  // namespace

TEST_CASE("Tokens of handbooks and manuals ask for the article that people use", "[sounds]") {
  std::ifstream in(source_folder() + "/tests/prose/articles.txt");
  REQUIRE(in);
  Article expected = Article::unknown;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line == "[a]") {
      expected = Article::a;
    } else if (line == "[an]") {
      expected = Article::an;
    } else if (line == "[either]") {
      expected = Article::either;
    } else {
      check(expected, line);
    }
  }
}

TEST_CASE("Words go by their sound", "[sounds]") {
  check(Article::an,
        "engineering apple Issue owner umbrella urgent usher utter honest hour hourly heir honour honorary");
  check(Article::a,
        "project user uniform unique European eulogy ewe one once ubiquitous utility uranium yes year");
  check(Article::an, "unidentified uninstall unimportant unitemized unusual under upper onerous umami udder");
  check(Article::a, "unicorn unanimous unary unilateral united unikernel usability unibody unionised");
  check(Article::an, "yttrium Yvonne");
  check(Article::a, "xenon xylophone rhyme mnemonic");
  check(Article::a, "r\xC3\xA9sum\xC3\xA9 na\xC3\xAFve");
  check(Article::an, "onerror onclick");
  check(Article::either, "herb historic historical hotel Ubuntu");
}

TEST_CASE("Compounds go by their first part", "[sounds]") {
  check(Article::an, "on-call hour-long un-ionized SLO/SLA e-mail index.html id_token IdP MLOps");
  check(Article::a,
        "one one's ones oneself one-off uni-directional user's user_id Node.js UserID GitLab OneDrive "
        "use-case re-run");
}

TEST_CASE("Numbers and amounts go by how they are said", "[sounds]") {
  check(Article::an,
        "8 80 800 8,000 8x 8-bit 8th 8.5 11 11th 11-day 11,000 11.5 18 18th 18,000,000 11000 11k 18% $800 "
        "$8M $11k $18");
  check(Article::an,
        "\xE2\x82\xAC"
        "80 \xC2\xA3"
        "18");
  check(Article::a, "0 1 10 10x 100 110 118 180 1,800 1.8 1st 2FA 3D 12 13,000 $1.8M $100 7 9 1,100");
  check(Article::unknown, "1100 1800 1812 $ $HOME");
}

TEST_CASE("Letters go by their names", "[sounds]") {
  check(Article::an, "F H L M N R S X f x F-string n-gram x-ray X-axis S3 M1 x86 L7 i18n a11y H264 R2");
  check(Article::a, "B C G U U-turn T-shirt u v1 K8s U2 C-level");
  check(Article::unknown, "a I i");
}

TEST_CASE("Initialisms are spelled out or said as words", "[sounds]") {
  check(Article::an,
        "SLA MR MRs RFC HTTP HTTPS XML LDAP SEO NDA FPGA RDS HR AI OS EOL API IDE SSH npm ssh html xml rpc "
        "mTLS xDS MFA MLRO mfa iOS OKR");
  check(Article::a, "URL URLs UI UX UUID UDP USB PR CI DNS CSS JSON YAML TLS VM gRPC url uuid");
  check(Article::a, "LAN SAML SCIM NAS RAM RAID REST RESTful SOC FIFO HIPAA NATO MIME ROM SaaS UNIX LaTeX");
  check(Article::a, "NOTICE HUGE ONE NEW MAT SIGTERM NETCONF README");
  check(Article::an, "UPDATE UNKNOWN URGENT");
  check(Article::either, "SQL FAQ NGINX nginx SME LOA SKU SHA SIEM SoC SoW sql faq");
  check(Article::a, "Sr Mr Mrs McAfee Sri svelte");
  check(Article::an, "rsync ndarray ncurses fsync xterm lvalue MoU SoR iOS");
  check(Article::unknown, "XII XXX");
}

TEST_CASE("What is no token gives no answer", "[sounds]") {
  check(Article::unknown, "@user #tag /etc/hosts -x .NET \xE4\xBD\xA0\xE5\xA5\xBD");
  CHECK(article_for("") == Article::unknown);
}

TEST_CASE("The generated tables are sorted", "[sounds]") {
  CHECK(std::is_sorted(sound_stems, sound_stems + sound_stem_count,
                       [](const SoundStem& left, const SoundStem& right) { return left.stem < right.stem; }));
  CHECK(std::is_sorted(spoken_initialisms, spoken_initialisms + spoken_initialism_count,
                       [](const SpokenInitialism& left, const SpokenInitialism& right) {
                         return left.letters < right.letters;
                       }));
  CHECK(std::is_sorted(ordinary_words, ordinary_words + ordinary_word_count));
}
