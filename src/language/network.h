// Runs the network over sentences: words in, tags and dependency trees out, in integers alone.
//
//   Network network(model);                     // keep it: after the first batches it allocates nothing
//   network.run(words, lengths, predictions);   // `lengths` of the sentences whose words stand one after another
//
// Sentences of a batch advance together, longest first, so that every weight that is loaded serves all of them; their
// number and order never change a result.
//
// Fixed point: activations are bytes around 128 (matrix.h), 1/128 a unit inside the LSTM; gates are sums of 1/2048;
// cells are 16 bits of 1/2048; sigmoid and tanh are polynomials (cells.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/features.h"
#include "language/form_table.h"
#include "language/model.h"
#include "language/tree.h"

namespace faultline {

struct Prediction {
  Upos upos;
  Xpos xpos;
  Relation relation;
  uint32_t head = 0;  // 0: the root; else 1 + the index of the head in its sentence
};

class Network {
 public:
  explicit Network(const LanguageModel& model);  // the model must outlive this

  // Requires the lengths, none of them 0, to add up to the words, and as many predictions.
  void run(std::span<const WordFeatures> words, std::span<const uint32_t> lengths, std::span<Prediction> predictions);

 private:
  struct Lane {
    uint32_t first_word, length;
    // Longest first; no two are equal, so that no standard library orders them otherwise.
    bool operator<(const Lane& other) const { return length != other.length ? length > other.length : first_word < other.first_word; }
  };

  struct LabelledArc {
    uint32_t word, dependent, head;  // of the predictions; positions
  };
  static constexpr size_t kArcsAtOnce = 32;  // their sums for a label stay in the nearest cache

  // Those that are not inlined hold loops that a WebAssembly engine must find hot: it compiles a function anew when that is
  // called often, not while it runs.
  void arrange(std::span<const uint32_t> lengths);
  [[gnu::noinline]] void embed(std::span<const WordFeatures> words);
  void run_layer(uint32_t layer);
  [[gnu::noinline]] void sum_inputs(uint32_t layer, const Matrix& input);
  void run_direction(uint32_t layer, bool backward);
  void project(const Matrix& matrix, std::vector<int16_t>& sums);
  void project_positive(const Matrix& matrix, std::vector<uint8_t>& activations, uint32_t& stride);
  [[gnu::noinline]] void predict_tags(std::span<Prediction> predictions);
  void predict_tree(uint32_t lane, std::span<Prediction> predictions);
  [[gnu::noinline]] void score_arcs(uint32_t lane);
  [[gnu::noinline]] void pick_labels(std::span<const uint8_t> labels, std::span<const LabelledArc> arcs, std::span<Prediction> predictions);
  uint32_t position(uint32_t step, uint32_t lane) const { return offsets_[step] + lane; }
  uint32_t active(uint32_t step) const { return offsets_[step + 1] - offsets_[step]; }

  const LanguageModel& model_;
  std::vector<Lane> lanes_;         // longest first
  std::vector<uint32_t> offsets_;   // of each step: its first position; words lie step by step, in each by lane
  uint32_t words_ = 0;

  FormTable forms_;
  std::vector<uint8_t> inputs_, outputs_;  // activations of the layer below (of the first layer: by form) and of this layer
  uint32_t input_stride_ = 0, output_stride_ = 0;
  std::vector<int16_t> form_gates_, gates_, cells_;
  std::vector<int16_t> upos_, xpos_, arc_pairs_, label_sums_, projected_;
  std::vector<uint8_t> arc_dependents_, arc_heads_, label_dependents_, label_heads_, dependents_;
  uint32_t arc_dependent_stride_ = 0, arc_head_stride_ = 0, label_dependent_stride_ = 0, label_head_stride_ = 0;
  std::vector<int16_t> head_vectors_;  // widened: of one sentence for its arcs, the root first; of a few arcs for their labels
  std::array<std::vector<LabelledArc>, kUposCount> arcs_of_;
  std::vector<int32_t> arc_scores_;
  std::vector<uint32_t> heads_;
  TreeFinder trees_;
};

}  // namespace faultline
