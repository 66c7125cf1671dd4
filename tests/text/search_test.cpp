#include "text/search.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

// "[Sell] on the Sell": the text with each match in brackets.
std::string mark(std::string_view text, std::string_view query, SearchOptions options) {
  std::string marked;
  uint32_t at = 0;
  for (Span span : Search(query, options).find_in(text)) {
    REQUIRE(span.begin >= at);
    REQUIRE(span.end <= text.size());
    marked += std::string(text.substr(at, span.begin - at)) + "[" + std::string(text.substr(span.begin, span.size())) + "]";
    at = span.end;
  }
  return marked + std::string(text.substr(at));
}

}  // namespace

TEST_CASE("a search finds what a person means") {
  const SearchOptions plain, cased{.matches_case = true}, marked{.matches_marks = true}, whole{.is_whole_word = true};
  struct Row { const char* text; const char* query; SearchOptions options; const char* expected; };
  for (const Row& row : {
           Row{"The bridge at Sell, the bridges", "bridge", plain, "The [bridge] at Sell, the [bridge]s"},
           Row{"The bridge at Sell, the bridges", "bridge", whole, "The [bridge] at Sell, the bridges"},
           Row{"The bridge at Sell, the bridges", "the", plain, "[The] bridge at Sell, [the] bridges"},
           Row{"The bridge at Sell, the bridges", "The", cased, "[The] bridge at Sell, the bridges"},
           Row{"aaaa aaa", "aa", plain, "[aa][aa] [aa]a"},
           Row{"abababac", "ababac", plain, "ab[ababac]"},
           Row{"re-opened; reopened", "re-o", plain, "[re-o]pened; reopened"},
           Row{"", "x", plain, ""},
           Row{"some words", "", plain, "some words"},
           Row{"some words", " \t ", plain, "some words"},
           // Accents.
           Row{"Café, CAFE\u0301, cafe", "cafe", plain, "[Café], [CAFE\u0301], [cafe]"},
           Row{"Café, CAFE\u0301, cafe", "café", plain, "[Café], [CAFE\u0301], [cafe]"},
           Row{"Café, cafe", "cafe", marked, "Café, [cafe]"},
           Row{"Łódź i Šibenik", "lodz", plain, "[Łódź] i Šibenik"},
           Row{"Großraum", "großraum", plain, "[Großraum]"},
           Row{"ΑΘΗΝΑ Москва", "москва", plain, "ΑΘΗΝΑ [Москва]"},
           // What is set in one way and typed in another.
           Row{"the county’s “letter” – read", "county's \"letter\" - read", plain, "the [county’s “letter” – read]"},
           Row{"two  \n words", "two words", plain, "[two  \n words]"},
           Row{"no\u00A0break", "no break", plain, "[no\u00A0break]"},
           Row{"hy\u00ADphen", "hyphen", plain, "[hy\u00ADphen]"},
           Row{"hyphen", "hy\u00ADphen", plain, "[hyphen]"},
           // Arabic script: vowel signs, the stretcher, both yehs, both kafs, hamza.
           Row{"كِتَابٌ", "كتاب", plain, "[كِتَابٌ]"},
           Row{"كِتَابٌ", "كتاب", marked, "كِتَابٌ"},
           Row{"کتاب علي", "كتاب على", plain, "[کتاب علي]"},
           Row{"پاکستانی", "پاكستاني", plain, "[پاکستانی]"},
           Row{"محمـــد", "محمد", plain, "[محمـــد]"},
           Row{"أحمد احمد", "احمد", plain, "[أحمد] [احمد]"},
           Row{"أحمد احمد", "احمد", marked, "أحمد [احمد]"},
           Row{"سال ۱۴۰۲ و ١٤٠٢", "1402", plain, "سال [۱۴۰۲] و [١٤٠٢]"},
           Row{"کتابخانه و کتاب", "کتاب", whole, "کتابخانه و [کتاب]"},
           // Edges of words.
           Row{"port, port-side, sport", "port", whole, "[port], [port]-side, sport"},
           Row{"say “no”.", "“no”", whole, "say [“no”]."},
           Row{"😀 calm 😀", "😀", whole, "[😀] calm [😀]"},
       }) {
    CAPTURE(row.text); CAPTURE(row.query);
    CHECK(mark(row.text, row.query, row.options) == row.expected);
  }
}

TEST_CASE("what a query repeats costs no more than other text") {
  // A search that began anew at every letter would look at half a billion of them here.
  std::string text(50000, 'a'), query(20000, 'a');
  query += 'b';
  CHECK(Search(query, {}).find_in(text).empty());
  text += 'b';
  REQUIRE(Search(query, {}).find_in(text).size() == 1);
  CHECK(Search(query, {}).find_in(text)[0] == Span{30000, 50001});
}
