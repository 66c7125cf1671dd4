// Reads the language model's file: a header, then named sections, each a run of bytes.
//
//   Result<ModelFile> file = parse_model_file(bytes);
//   if (!file) return std::unexpected(file.error());
//   ByteReader words = file->section("word");
//
// All numbers are little-endian.
//
//   header    "FLLM" · u16 version (3) · u16 number of sections · u32 size of what follows · u32 its checksum
//   section   four letters · u32 size · its bytes
//
//   size      u8 each: word vector, the seven affix vectors, hidden units a direction, layers, arc vector, label vector, and what stands
//             for 1 in the label vectors of dependents and of heads
//   upos xpos rela   names that the network predicts, one a line; tags.h knows them all
//   allo      for each UPOS: u8 number of relations that its words may have · u8 each: their places in `rela`, ascending
//   word affx names: sorted; words in normal form, affixes as features.h names them, suffixes backwards
//             u16 count · u8 for each: bytes shared with the name before · the rest of each, one a line
//   wemb      rows: vectors of words (0: nothing, 1: unknown, then `word`)
//   aemb      rows for each kind of affix in the order of kAffixKinds: vectors (0: unknown, then those of `affx`)
//   lstm      matrices: for each layer, forward then backward, input then recurrent; rows are the gates i, f, g, o
//   head      matrices: UPOS, XPOS, dependent's arc vector, head's arc vector, arc pair, dependent's label vector,
//             head's label vector, then of each relation its pair of label vectors (a row for each column of the head's, and one for 1)
//   root      u8 each: the root's arc vector, the root's label vector
//   lemm boun endings of lemmas (lemma.h) and weights of sentence boundaries (boundaries.h)
//   rule      rule packs, which are no concern of this layer: the served file has them (scripts/add-rules)
//
//   rows      u16 rows · u16 columns · u8 shift · u8 for each row: e · i8 for each weight, row by row, within ±15
//             a row's multiplier is kGrid[e % 8] << (e / 8); value = weight × multiplier / 2^shift
//   matrix    as rows, but its weights as the kernels take them: [blocks of 8 rows][groups of 4 columns][8][4], filled up with zeros; so they
//             are used where they lie · the low byte of each row's bias · the high bytes; product and units as matrix.h defines them
//
// The checksum goes over eight bytes at a time, the last ones filled up with zeros: h = (h ^ those) × 0x9E3779B97F4A7C15, h ^= h >> 32,
// from 0; its low half counts. It needs no tables, which a CRC
// of this speed has eight kilobytes of, and few steps where an engine has not made code fast yet.
//
// One byte a weight, not packed: brotli's own Huffman codes then get within two per cent of the weights' entropy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace faultline {

constexpr uint16_t kModelVersion = 3;

// Reads numbers and runs of bytes from front to back. Past the end it gives zeros and empty runs, and is no longer good().
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint8_t read_u8() { return static_cast<uint8_t>(read_number(1)); }
  uint16_t read_u16() { return static_cast<uint16_t>(read_number(2)); }
  uint32_t read_u32() { return read_number(4); }
  std::string_view read_bytes(size_t count);
  std::string_view read_line();  // without its line end

  std::string_view rest() const { return rest_; }
  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  size_t size() const { return rest_.size(); }

 private:
  uint32_t read_number(size_t bytes);

  std::string_view rest_;
  bool good_ = true;
};

class ModelFile {
 public:
  // An empty reader if the file has no such section.
  ByteReader section(std::string_view name) const;

 private:
  friend Result<ModelFile> parse_model_file(std::string_view bytes);
  struct Section {
    std::string_view name, bytes;
  };
  std::vector<Section> sections_;
};

// The bytes must outlive the result. Errors: BadModel if it is cut short, damaged, of another version or something else.
Result<ModelFile> parse_model_file(std::string_view bytes);

}  // namespace faultline
