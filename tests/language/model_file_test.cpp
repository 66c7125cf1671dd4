#include "language/model_file.h"

#include <string>

#include "language/english_model.h"

using namespace faultline;

namespace {

std::string complaint_about(std::string_view bytes) {
  const Result<LanguageModel> model = parse_language_model(bytes);
  return model ? "none" : model.error().message;
}

// Gives the file the checksum that its content asks for, so that the content itself is what is tested.
std::string with_right_checksum(std::string bytes) {
  uint64_t sum = 0;
  for (size_t at = 16; at < bytes.size(); at += 8) {
    uint64_t word = 0;
    for (size_t i = 0; i < 8 && at + i < bytes.size(); ++i) word |= uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
  }
  const uint32_t size = static_cast<uint32_t>(bytes.size()) - 16;
  for (int i = 0; i < 4; ++i) {
    bytes[8 + static_cast<size_t>(i)] = static_cast<char>(size >> (8 * i));
    bytes[12 + static_cast<size_t>(i)] = static_cast<char>(sum >> (8 * i));
  }
  return bytes;
}

}  // namespace

TEST_CASE("the built-in model is read") {
  const LanguageModel& model = english_model();
  CHECK(model.upos.size() == 17);
  CHECK(model.words.size() > 5000);
  CHECK(model.words.find("the") != NameTable::kNone);
  CHECK(model.words.find("xyzzy") == NameTable::kNone);
  CHECK(model.relations[model.root_label] == Relation::Root);
}

TEST_CASE("a file that is something else, cut short, damaged or of another version is an error with a reason") {
  const std::string whole(english_model_bytes());
  CHECK(complaint_about("").find("not a language model") != std::string::npos);
  CHECK(complaint_about("{\"a\": 1}").find("not a language model") != std::string::npos);
  CHECK(complaint_about(whole.substr(0, 10)).find("cut short") != std::string::npos);
  CHECK(complaint_about(whole.substr(0, whole.size() - 1)).find("should have") != std::string::npos);
  std::string flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
  CHECK(complaint_about(flipped).find("checksum") != std::string::npos);
  std::string newer = whole;
  newer[4] = static_cast<char>(kModelVersion + 1);
  CHECK(complaint_about(newer).find("version " + std::to_string(kModelVersion + 1)) != std::string::npos);
}

TEST_CASE("whatever a rightly signed file holds, reading it ends in a model or a reason") {
  const std::string whole(english_model_bytes());
  uint32_t random = 12345;
  const auto next = [&random] { return random = random * 1664525u + 1013904223u, random >> 8; };
  int refused = 0;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    if (round % 3 == 0) bytes.resize(16 + next() % (bytes.size() - 16));
    // Mostly near the front of sections, where the dimensions are.
    for (uint32_t i = 0; i <= next() % 4; ++i) bytes[16 + next() % (round % 2 == 0 ? 400 : bytes.size() - 16) % (bytes.size() - 16)] = static_cast<char>(next());
    bytes = with_right_checksum(std::move(bytes));
    const Result<LanguageModel> model = parse_language_model(bytes);
    if (!model) {
      ++refused;
      CHECK(!model.error().message.empty());
    }
  }
  CHECK(refused > 20);
}

TEST_CASE("a byte reader never reads past its end") {
  ByteReader reader("\x01\x02\x03");
  CHECK(reader.read_u16() == 0x0201);
  CHECK(reader.read_u32() == 0);
  CHECK(!reader.good());
  CHECK(reader.read_bytes(1).empty());
  ByteReader lines("one\ntwo");
  CHECK(lines.read_line() == "one");
  CHECK(lines.read_line().empty());
  CHECK(!lines.good());
}
