#include "article/plain_text.h"

#include <doctest/doctest.h>

#include "article/outline.h"

using namespace faultline;

namespace {

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(outline(parse_plain_text(row.text)) == row.expected, row.text);
}

}  // namespace

TEST_CASE("a short first line without a stop is the title") {
  check({{"Talks resume\n\nThe envoy came. He left.", "title: Talks resume\nparagraph: The envoy came. / He left.\n"},
         {"Talks resume\nThe envoy came on Monday and stayed.", "title: Talks resume\nparagraph: The envoy came on Monday and stayed.\n"},
         {"Who owns the river?\n\nNobody knows.", "title: Who owns the river?\nparagraph: Nobody knows.\n"},
         {"Mayor to meet the U.S.\n\nThey will talk.", "title: Mayor to meet the U.S.\nparagraph: They will talk.\n"},
         {"The envoy came.\n\nHe left.", "paragraph: The envoy came.\nparagraph: He left.\n"},
         {"Talks resume", "paragraph: Talks resume\n"},
         {"Talks resume:\n\nThe envoy came.", "paragraph: Talks resume:\nparagraph: The envoy came.\n"}});
}

TEST_CASE("every line is a paragraph where the lines are whole") {
  check({{"The envoy came on Monday.\nHe left on Tuesday.\n", "paragraph: The envoy came on Monday.\nparagraph: He left on Tuesday.\n"},
         {"One came.\r\nTwo left.\rThree stayed.", "paragraph: One came.\nparagraph: Two left.\nparagraph: Three stayed.\n"}});
}

TEST_CASE("lines that were wrapped by hand are one paragraph") {
  check({{"The envoy came to the river town on Monday to hear what the\n"
          "fishermen had to say about the dam, and he left again on the\n"
          "evening train.\n"
          "\n"
          "Nobody followed.",
          "paragraph: The envoy came to the river town on Monday to hear what the\n"
          "fishermen had to say about the dam, and he left again on the\n"
          "evening train.\nparagraph: Nobody followed.\n"}});
}

TEST_CASE("a short open line before a paragraph or a list is a heading") {
  check({{"The envoy came.\n\nA long night\n\nThey talked until dawn.",
          "paragraph: The envoy came.\nheading2: A long night\nparagraph: They talked until dawn.\n"},
         {"The envoy came.\n\nA long night", "paragraph: The envoy came.\nparagraph: A long night\n"},
         {"Dam row grows\n\nMonday, March 5, 2007\n\nThey talked.",
          "title: Dam row grows\nparagraph: Monday, March 5, 2007\nparagraph: They talked.\n"},
         {"Dam row grows\n\nBy Ana Vela\n\nThey talked.", "title: Dam row grows\nparagraph: By Ana Vela\nparagraph: They talked.\n"}});
}

TEST_CASE("bullets and numbers make list items, '>' makes quotes") {
  check({{"They differ on:\n- the toll\n* the gauge\n  of the weir\n• the fish\n1. the date\n2) the place\nThen they left.",
          "paragraph: They differ on:\nlist-item1: the toll\nlist-item1: the gauge\n  of the weir\nlist-item1: the fish\n"
          "list-item1: the date\nlist-item1: the place\nparagraph: Then they left.\n"},
         {"They differ on:\n- the toll\n  - at night\n", "paragraph: They differ on:\nlist-item1: the toll\nlist-item2: at night\n"},
         {"He wrote:\n> No water.\n>> None.\n", "paragraph: He wrote:\nquote: No water.\nquote: None.\n"},
         {"– The envoy came to town.\nHe left.", "paragraph: – The envoy came to town.\nparagraph: He left.\n"},
         {"They differ on:\n– the toll\n– the gauge\nThat is all.",
          "paragraph: They differ on:\nlist-item1: the toll\nlist-item1: the gauge\nparagraph: That is all.\n"},
         {"-5 degrees fell.\n2007 was cold.", "paragraph: -5 degrees fell.\nparagraph: 2007 was cold.\n"}});
}

TEST_CASE("the text is the input, byte for byte") {
  for (std::string_view text : {"", " ", "\n\n", "\uFEFFDam row\r\n\r\n  The envoy came. \r\n", "a\rb", "\t- x\n\n\n"})
    CHECK(parse_plain_text(text).text() == text);
  CHECK(parse_plain_text("").blocks().empty());
  CHECK(parse_plain_text(" \r\n\t\n\u00A0").blocks().empty());
  CHECK(parse_plain_text("\uFEFFDam row\n\nThe envoy came.").title() == "Dam row");
}
