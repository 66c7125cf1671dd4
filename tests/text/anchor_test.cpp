#include "text/anchor.h"

#include <doctest/doctest.h>

using namespace faultline;

TEST_CASE("a quote is found again in an edited text") {
  // The quote is the one between brackets; it is expected between the brackets of the edited text, or nowhere.
  struct Row { const char* text; const char* edited; };
  constexpr Row kRows[] = {
      {"Graustark [refused] to pay.", "Graustark [refused] to pay."},
      {"Graustark [refused] to pay.", "On Monday Graustark [refused] to pay."},
      {"Graustark [refused] to pay.", "Graustark, say its envoys, “[refused]” it."},
      {"It said no; Syldavia refused. Borduria [refused] to go.", "Syldavia refused. Borduria [refused] to go."},
      {"He [said] so. She said so.", "Nobody else [said] so. She said so."},
      {"❄❄ Ruritanien [weigerte] sich ❄", "Ruritanien [weigerte] sich ❄"},
      {"Graustark [refused] to pay.", "Graustark declined to pay."},
      {"[a] b a", "[a] b a"},
      {"b a [a]", "b [a]"},
  };
  auto read = [](std::string text, std::string& plain) -> std::optional<Span> {
    size_t open = text.find('['), close = text.find(']');
    plain = text;
    if (open == std::string::npos) return {};
    plain.erase(close, 1).erase(open, 1);
    return Span{static_cast<uint32_t>(open), static_cast<uint32_t>(close - 1)};
  };
  for (const Row& row : kRows) {
    std::string text, edited;
    Span span = *read(row.text, text);
    std::optional<Span> expected = read(row.edited, edited);
    CHECK_MESSAGE(find_anchor(edited, Offsets(edited), make_anchor(text, Offsets(text), span)) == expected, row.edited);
  }
}

TEST_CASE("a quote holds 32 characters of what is around it, whatever their bytes") {
  std::string snow, text;
  for (int i = 0; i < 40; ++i) snow += "❄";
  text = snow + "no" + snow;
  Anchor anchor = make_anchor(text, Offsets(text), {120, 122});
  CHECK(anchor.start == 40);
  CHECK(anchor.exact == "no");
  CHECK(anchor.prefix.size() == 32 * 3);
  CHECK(anchor.suffix.size() == 32 * 3);
  CHECK_FALSE(find_anchor(text, Offsets(text), {3, "", "", ""}).has_value());
  CHECK(find_anchor(text, Offsets(text), {1'000'000, "no", "", ""}) == Span{120, 122});
}
