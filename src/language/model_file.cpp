#include "language/model_file.h"

#include <array>
#include <string>

namespace faultline {
namespace {

constexpr size_t kHeaderSize = 16;

// Eight tables, so that eight bytes are taken at a time: a megabyte in under a millisecond.
using CrcTables = std::array<std::array<uint32_t, 256>, 8>;
constexpr CrcTables make_crc_tables() {
  CrcTables tables{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1) != 0 ? 0xEDB88320u : 0u);
    tables[0][i] = value;
  }
  for (size_t k = 1; k < 8; ++k)
    for (size_t i = 0; i < 256; ++i) tables[k][i] = (tables[k - 1][i] >> 8) ^ tables[0][tables[k - 1][i] & 0xFF];
  return tables;
}
constexpr CrcTables kCrc = make_crc_tables();

uint32_t crc32_of(std::string_view bytes) {
  const auto byte = [&](size_t at) { return static_cast<uint32_t>(static_cast<unsigned char>(bytes[at])); };
  uint32_t crc = 0xFFFFFFFFu;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    const uint32_t low = crc ^ (byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24);
    crc = kCrc[7][low & 0xFF] ^ kCrc[6][(low >> 8) & 0xFF] ^ kCrc[5][(low >> 16) & 0xFF] ^ kCrc[4][low >> 24] ^
          kCrc[3][byte(at + 4)] ^ kCrc[2][byte(at + 5)] ^ kCrc[1][byte(at + 6)] ^ kCrc[0][byte(at + 7)];
  }
  for (; at < bytes.size(); ++at) crc = (crc >> 8) ^ kCrc[0][(crc ^ byte(at)) & 0xFF];
  return crc ^ 0xFFFFFFFFu;
}

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
  const uint32_t crc = reader.read_u32();
  if (!reader.good()) return make_error(ErrorCode::BadModel, "The language model is cut short inside its header.");
  if (version != kModelVersion)
    return make_error(ErrorCode::BadModel, "The language model is of version " + std::to_string(version) + "; this program reads version " +
                                               std::to_string(kModelVersion) + ".");
  if (reader.size() != size)
    return make_error(ErrorCode::BadModel, "The language model should have " + std::to_string(kHeaderSize + size) + " bytes and has " +
                                               std::to_string(bytes.size()) + ".");
  if (crc32_of(bytes.substr(kHeaderSize)) != crc) return make_error(ErrorCode::BadModel, "The language model is damaged: its checksum does not match.");

  ModelFile file;
  for (uint16_t i = 0; i < count; ++i) {
    const std::string_view name = reader.read_bytes(4);
    file.sections_.push_back({name, reader.read_bytes(reader.read_u32())});
  }
  if (!reader.good() || !reader.at_end()) return make_error(ErrorCode::BadModel, "The language model's sections do not fill it.");
  return file;
}

}  // namespace faultline
