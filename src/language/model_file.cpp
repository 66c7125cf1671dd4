#include "language/model_file.h"

#include <bit>
#include <cstring>
#include <string>

namespace faultline {
namespace {

constexpr size_t kHeaderSize = 16;

uint32_t checksum_of(std::string_view bytes) {
  uint64_t sum = 0;
  const auto add = [&sum](const char* from, size_t count) {
    uint64_t word = 0;
    std::memcpy(&word, from, count);
    sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) add(bytes.data() + at, 8);
  if (at < bytes.size()) add(bytes.data() + at, bytes.size() - at);
  return static_cast<uint32_t>(sum);
}
static_assert(std::endian::native == std::endian::little, "whole words are read as they lie");

}  // namespace

uint32_t ByteReader::read_number(size_t bytes) {
  const std::string_view run = read_bytes(bytes);
  uint32_t value = 0;
  for (size_t i = run.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(run[i]);
  return value;
}

std::string_view ByteReader::read_bytes(size_t count) {
  if (count > rest_.size()) {
    good_ = false;
    rest_ = {};
    return {};
  }
  const std::string_view run = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return run;
}

std::string_view ByteReader::read_line() {
  const size_t end = rest_.find('\n');
  if (end == std::string_view::npos) return read_bytes(rest_.size() + 1);  // no line end: cut short
  const std::string_view line = read_bytes(end);
  read_bytes(1);
  return line;
}

ByteReader ModelFile::section(std::string_view name) const {
  for (const Section& section : sections_)
    if (section.name == name) return ByteReader(section.bytes);
  return ByteReader();
}

Result<ModelFile> parse_model_file(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.read_bytes(4) != "FLLM") return make_error(ErrorCode::BadModel, "This is not a language model: its first four bytes are not FLLM.");
  const uint16_t version = reader.read_u16();
  const uint16_t count = reader.read_u16();
  const uint32_t size = reader.read_u32();
  const uint32_t checksum = reader.read_u32();
  if (!reader.good()) return make_error(ErrorCode::BadModel, "The language model is cut short inside its header.");
  if (version != kModelVersion)
    return make_error(ErrorCode::BadModel, "The language model is of version " + std::to_string(version) + "; this program reads version " +
                                               std::to_string(kModelVersion) + ".");
  if (reader.size() != size)
    return make_error(ErrorCode::BadModel, "The language model should have " + std::to_string(kHeaderSize + size) + " bytes and has " +
                                               std::to_string(bytes.size()) + ".");
  if (checksum_of(bytes.substr(kHeaderSize)) != checksum) return make_error(ErrorCode::BadModel, "The language model is damaged: its checksum does not match.");

  ModelFile file;
  for (uint16_t i = 0; i < count; ++i) {
    const std::string_view name = reader.read_bytes(4);
    file.sections_.push_back({name, reader.read_bytes(reader.read_u32())});
  }
  if (!reader.good() || !reader.at_end()) return make_error(ErrorCode::BadModel, "The language model's sections do not fill it.");
  return file;
}

}  // namespace faultline
