#include "roster/src/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "roster/src/input.h"

namespace partnercheck::roster {

namespace {

// Sixteen bytes at once where that can be: every row is looked at.
bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
  std::uint64_t bits = 0;
  std::size_t at = 0;
#if defined(__SSE2__)
  __m128i all = _mm_setzero_si128();
  for (; at + sizeof(all) <= text.size(); at += sizeof(all)) {
    all = _mm_or_si128(all, _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)));
  }
  bits = _mm_movemask_epi8(all) != 0 ? kHighBits : 0;
#endif
  for (; at + sizeof(bits) <= text.size(); at += sizeof(bits)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof(word));
    bits |= word;
  }
  for (; at < text.size(); ++at) {
    bits |= static_cast<unsigned char>(text[at]);
  }
  return (bits & kHighBits) == 0;
}

// In the first line, outside quotes.
char delimiter_of(std::string_view text) {
  constexpr std::array<char, 3> kDelimiters{',', ';', '\t'};
  std::array<std::int64_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    quoted = quoted != (c == '"');
    if (!quoted && (c == '\n' || c == '\r')) {
      break;
    }
    if (const auto found = std::ranges::find(kDelimiters, c); !quoted && found != kDelimiters.end()) {
      ++counts[static_cast<std::size_t>(found - kDelimiters.begin())];
    }
  }
  return kDelimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// A byte order mark, or the zero that every second byte of plain letters is.
Encoding encoding_of(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE"sv) ||
      (text.size() > 3 && text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0)) {
    return Encoding::utf_16le;
  }
  if (text.starts_with("\xFE\xFF"sv) ||
      (text.size() > 3 && text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0)) {
    return Encoding::utf_16be;
  }
  return Encoding::utf_8;
}

}  // namespace

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) {
    return true;
  }
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) -> unsigned {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
    };
    const unsigned lead = byte(i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    const unsigned second = byte(i + 1);
    const bool starts_well = lead >= 0xC2 && lead <= 0xF4 && (lead != 0xE0 || second >= 0xA0) &&
                             (lead != 0xED || second < 0xA0) && (lead != 0xF0 || second >= 0x90) &&
                             (lead != 0xF4 || second < 0x90);
    for (std::size_t k = 1; k <= more; ++k) {
      if (!starts_well || (byte(i + k) & 0xC0U) != 0x80U) {
        return false;
      }
    }
    i += more + 1;
  }
  return true;
}

// Short enough to be shown, and text in any case.
std::string shown_text(std::string_view cell) {
  constexpr std::size_t kMost = 80;
  const bool readable = is_utf8(cell);
  std::string text{cell.substr(0, kMost)};
  if (readable && cell.size() > kMost) {
    while (!text.empty() && !is_utf8(text)) {
      text.pop_back();
    }
    text += "…";
  }
  if (!readable) {
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
  }
  return text;
}

bool holds_text(std::string_view whole, std::string_view part) {
  return part.empty() || !std::ranges::search(whole, part, {}, lower, lower).empty();
}

SniffedForm sniff(std::string_view beginning, bool whole) {
  constexpr std::size_t kRows = 20;
  SniffedForm form;
  form.encoding = encoding_of(beginning);
  const auto read = [&](char delimiter, auto&& on_row) {
    Input input{form.encoding, delimiter};
    std::ranges::copy(beginning, input.room(beginning.size()));
    input.take(beginning.size(), whole, on_row);
  };
  // Any delimiter will do to see the text of the first row.
  bool seen = false;
  read(',', [&](const Row& row) {
    form.delimiter = seen ? form.delimiter : delimiter_of(row.text);
    seen = true;
    form.valid = form.valid && is_utf8(row.text);
  });
  read(form.delimiter, [&](const Row& row) {
    if (form.rows.size() < kRows) {
      auto& cells = form.rows.emplace_back();
      for (const std::string_view cell : row.cells) {
        cells.push_back(shown_text(cell));
      }
    }
  });
  return form;
}

}  // namespace partnercheck::roster
