// The trained language model: vocabularies, vectors and matrices, ready for the parser. Immutable; many parsers share one. Its weights stay
// where they are in the bytes of the file.
//
//   Result<LanguageModel> model = parse_language_model(embedded_language_model()[0].text);
//   if (!model) return std::unexpected(model.error());
//   Parser parser(*model);
//
// The network is that of Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing", made small:
// vectors of the word and of its affixes, one after another → LSTM layers in both directions → tags, and biaffine scores of arcs and labels.
// model_file.h documents the file; scripts/train-model makes it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/boundaries.h"
#include "language/lemma.h"
#include "language/matrix.h"
#include "language/name_table.h"
#include "language/tags.h"

namespace faultline {

class ModelFile;

// Vectors of integers, one for each name of a vocabulary: value = weight × multiplier / 2^shift units of activation.
struct VectorTable {
  uint32_t rows = 0;
  uint32_t columns = 0;
  uint32_t shift = 0;
  std::span<const int8_t> weights;     // [rows][columns]
  std::span<const uint8_t> exponents;  // [rows]: of their multipliers
};

// The steps of a row's multiplier: eight an octave, six bits each.
inline int32_t multiplier_of(uint8_t exponent) {
  constexpr int32_t kGrid[8] = {64, 70, 76, 83, 91, 99, 108, 117};
  return kGrid[exponent & 7] << (exponent >> 3);
}

struct LstmDirection {
  Matrix input;      // 4 × hidden rows: the gates i, f, g, o
  Matrix recurrent;  // the same rows; columns are the hidden units
};

// The kinds of affixes, in the order of their vectors: the last 1 to 4 characters, the first 2 and 3, the shape.
inline constexpr std::array<std::string_view, 7> kAffixKinds = {"s1", "s2", "s3", "s4", "p2", "p3", "S"};
inline constexpr uint32_t kAffixes = kAffixKinds.size();

struct LanguageModel {
  uint32_t word_size = 0, hidden = 0, arc_size = 0, label_size = 0;
  std::array<uint32_t, kAffixes> affix_sizes{};
  uint8_t dependent_one = 0, head_one = 0;  // what stands for 1 in the label vectors

  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<Relation> relations;
  uint32_t root_label = 0;  // the index of Relation::Root

  NameTable words, affixes;
  std::array<uint32_t, kAffixes> first_affix{};  // of each kind among the affixes, which stand together by kind
  VectorTable word_vectors;                      // row 0: nothing, 1: an unknown word, then the words
  std::array<VectorTable, kAffixes> affix_vectors;  // row 0: an unknown affix, then those of the kind
  std::vector<std::array<LstmDirection, 2>> layers;  // forward, backward
  Matrix upos_scores, xpos_scores, arc_dependent, arc_head, arc_pair, label_dependent, label_head;
  std::vector<Matrix> label_pairs;                         // of each relation
  std::array<std::vector<uint8_t>, kUposCount> labels_of;  // the relations, in ascending order, that words of a UPOS may have
  std::vector<uint8_t> root_arc, root_label_vector;  // activations without the zero of 128: 0–127

  LemmaRules lemmas;
  BoundaryWeights boundaries;
};

// Errors: BadModel with the section that cannot be used and why. The bytes must outlive the model.
Result<LanguageModel> parse_language_model(std::string_view bytes);
Result<LanguageModel> parse_language_model(const ModelFile& file);

}  // namespace faultline
