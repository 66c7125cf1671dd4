#include "base/sha256.h"

#include <doctest/doctest.h>

using namespace faultline;

TEST_CASE("the examples of FIPS 180") {
  struct Row { std::string text, expected; };
  const Row rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Row& row : rows) CHECK(sha256_hex(row.text) == row.expected);
}

TEST_CASE("every length around the block size gives another name") {
  std::string last;
  for (size_t length = 50; length <= 130; ++length) {
    const std::string name = sha256_hex(std::string(length, 'x'));
    CHECK(name.size() == 64);
    CHECK(name != last);
    last = name;
  }
}
