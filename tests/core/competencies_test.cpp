// The name that is offered for one that nobody knows is the nearest, as counting byte by byte finds it.
#include "rules/competencies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text.h"

namespace partnercheck::test {
namespace {

// The table of all beginnings: slow and obvious.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  std::vector rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
      } else {
        rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                               rows[i - 1][j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0U : 1U)});
      }
    }
  }
  return rows[a.size()][b.size()];
}

// Of every language the longest, the shortest, and those whose letters take several bytes.
std::vector<std::string_view> known_names() {
  std::vector names = competencies();
  for (const std::string_view name :
       {"Cloudoplossingen voor kleine en middelgrote bedrijven", "Molnlösningar för små och medelstora företag",
        "Resursplanering för företag", "Säkerhet", "通訊", "小型和中端市場雲端解決方案", "雲端 Business Applications",
        "Windows 與裝置", "App Integration", "Project en portfolio"}) {
    names.push_back(name);
  }
  return names;
}

TEST(Competencies, TheNearestOfAKnownNameIsItself) {
  for (const std::string_view name : known_names()) {
    EXPECT_FALSE(competency_of(name).empty()) << name;
    EXPECT_EQ(nearest_competency(name), name);
    std::string shouted;
    std::ranges::transform(name, std::back_inserter(shouted),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    EXPECT_EQ(nearest_competency("  " + shouted + " "), name);
  }
}

TEST(Competencies, OfTwoThatAreEquallyNearTheFirstIsOffered) {
  EXPECT_EQ(std::string_view{"通訊"}.size(), std::string_view{"DevOps"}.size());
  EXPECT_EQ(nearest_competency("#"), "通訊");
}

TEST(Competencies, NoKnownNameIsNearerThanTheOneThatIsOffered) {
  const std::vector names = known_names();
  std::mt19937 random{3};  // NOLINT: the same names in every run
  for (int round = 0; round < 600; ++round) {
    std::string text{names[random() % names.size()]};
    for (auto changes = random() % 40; changes > 0; --changes) {
      const auto at = static_cast<std::ptrdiff_t>(random() % (text.size() + 1));
      const char byte = static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a' + random() % 26);
      if (const auto kind = random() % 3; kind == 0 || at == static_cast<std::ptrdiff_t>(text.size())) {
        text.insert(text.begin() + at, byte);
      } else if (kind == 1) {
        text.erase(text.begin() + at);
      } else {
        text[static_cast<std::size_t>(at)] = byte;
      }
    }
    const std::string_view asked = trimmed(text);
    const std::size_t far = slow_distance(nearest_competency(text), asked);
    for (const std::string_view name : names) {
      EXPECT_LE(far, slow_distance(name, asked)) << name << " for " << text;
    }
  }
}

}  // namespace
}  // namespace partnercheck::test
