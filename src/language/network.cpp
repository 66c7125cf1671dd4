#include "language/network.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "language/cells.h"

namespace faultline {
namespace {

template <class Number>
void grow_to(std::vector<Number>& vector, size_t size) {
  if (vector.size() < size) vector.resize(size);
}

uint32_t round_up_to_four(uint32_t value) { return (value + 3) / 4 * 4; }

// By value, where std::clamp takes references that keep compilers from taking many at once.
uint8_t to_activation(int32_t value) {
  value = value < -128 ? -128 : value;
  return static_cast<uint8_t>((value > 127 ? 127 : value) + kZeroActivation);
}

// One row of a table as activations; returns where the next one goes.
uint8_t* append_vector(const VectorTable& table, uint32_t row, uint8_t* out) {
  // Copies of what the loop needs: a byte that is written might be any of it, for all the compiler knows.
  const uint32_t columns = table.columns, shift = table.shift;
  const int8_t* weights = table.weights.data() + size_t{row} * columns;
  const int32_t multiplier = multiplier_of(table.exponents[row]), half = (1 << shift) >> 1;
  for (uint32_t i = 0; i < columns; ++i) out[i] = to_activation((weights[i] * multiplier + half) >> shift);
  return out + columns;
}

size_t index_of_largest(std::span<const int16_t> values) {
  return static_cast<size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

int32_t dot(const int16_t* a, const int16_t* b, uint32_t size) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < size; ++i) sum += int32_t{a[i]} * b[i];
  return sum;
}

}  // namespace

Network::Network(const LanguageModel& model) : model_(model) {}

void Network::run(std::span<const WordFeatures> words, std::span<const uint32_t> lengths, std::span<Prediction> predictions) {
  FL_CHECK(predictions.size() == words.size());
  words_ = static_cast<uint32_t>(words.size());
  if (words_ == 0) return;
  arrange(lengths);
  embed(words);
  for (uint32_t layer = 0; layer < model_.layers.size(); ++layer) run_layer(layer);
  predict_tags(predictions);
  project_positive(model_.arc_dependent, arc_dependents_, arc_dependent_stride_);
  project_positive(model_.arc_head, arc_heads_, arc_head_stride_);
  project_positive(model_.label_dependent, label_dependents_, label_dependent_stride_);
  project_positive(model_.label_head, label_heads_, label_head_stride_);
  grow_to(arc_pairs_, size_t{words_} * model_.arc_pair.sums_stride());
  multiply(model_.arc_pair, arc_dependents_.data(), arc_dependent_stride_, words_, arc_pairs_.data(), model_.arc_pair.sums_stride(), Sums::Replace);
  for (uint32_t i = 0; i < words_; ++i)
    label_dependents_[size_t{i} * label_dependent_stride_ + model_.label_size] = static_cast<uint8_t>(model_.dependent_one + kZeroActivation);
  for (std::vector<LabelledArc>& arcs : arcs_of_) arcs.clear();
  for (uint32_t lane = 0; lane < lanes_.size(); ++lane) predict_tree(lane, predictions);
  for (size_t upos = 0; upos < kUposCount; ++upos)
    for (size_t first = 0; first < arcs_of_[upos].size(); first += kArcsAtOnce)
      pick_labels(model_.labels_of[upos], std::span(arcs_of_[upos]).subspan(first, std::min(kArcsAtOnce, arcs_of_[upos].size() - first)), predictions);
}

void Network::arrange(std::span<const uint32_t> lengths) {
  lanes_.clear();
  uint32_t first = 0;
  for (const uint32_t length : lengths) {
    FL_CHECK(length > 0);
    lanes_.push_back({first, length});
    first += length;
  }
  FL_CHECK(first == words_);
  std::sort(lanes_.begin(), lanes_.end());  // stable_sort would allocate
  offsets_.assign(1, 0);
  uint32_t lanes = static_cast<uint32_t>(lanes_.size());
  for (uint32_t step = 0; step < lanes_.front().length; ++step) {
    while (lanes_[lanes - 1].length <= step) --lanes;
    offsets_.push_back(offsets_.back() + lanes);
  }
}

void Network::embed(std::span<const WordFeatures> words) {
  input_stride_ = model_.layers.front()[0].input.stride();
  forms_.find(words);
  grow_to(inputs_, forms_.size() * input_stride_);
  uint8_t* row = inputs_.data();
  for (const uint32_t first : forms_.firsts()) {
    const WordFeatures& word = words[first];
    uint8_t* out = append_vector(model_.word_vectors, word.word, row);
    for (uint32_t kind = 0; kind < kAffixes; ++kind) out = append_vector(model_.affix_vectors[kind], word.affixes[kind], out);
    row += input_stride_;
  }
}

void Network::run_layer(uint32_t layer) {
  output_stride_ = round_up_to_four(model_.hidden * 2);
  grow_to(outputs_, size_t{words_} * output_stride_);
  for (const bool backward : {false, true}) run_direction(layer, backward);
  std::swap(inputs_, outputs_);
  input_stride_ = output_stride_;
}

// What the gates get from below, by position. The first layer sees words alone: each form once.
void Network::sum_inputs(uint32_t layer, const Matrix& input) {
  const uint32_t stride = input.sums_stride();
  grow_to(gates_, size_t{words_} * stride);
  if (layer > 0) return multiply(input, inputs_.data(), input_stride_, words_, gates_.data(), stride, Sums::Replace);
  grow_to(form_gates_, forms_.size() * stride);
  multiply(input, inputs_.data(), input_stride_, forms_.size(), form_gates_.data(), stride, Sums::Replace);
  for (uint32_t lane = 0; lane < lanes_.size(); ++lane)
    for (uint32_t step = 0; step < lanes_[lane].length; ++step)
      std::memcpy(gates_.data() + size_t{position(step, lane)} * stride, form_gates_.data() + size_t{forms_.form_of(lanes_[lane].first_word + step)} * stride, stride * sizeof(int16_t));
}

void Network::run_direction(uint32_t layer, bool backward) {
  const LstmDirection& direction = model_.layers[layer][backward ? 1 : 0];
  const uint32_t gate_stride = direction.input.sums_stride();
  sum_inputs(layer, direction.input);
  cells_.assign(lanes_.size() * model_.hidden, 0);
  uint8_t* outputs = outputs_.data() + (backward ? model_.hidden : 0);
  const uint32_t steps = static_cast<uint32_t>(offsets_.size()) - 1;
  for (uint32_t k = 0; k < steps; ++k) {
    const uint32_t step = backward ? steps - 1 - k : k;
    int16_t* gates = gates_.data() + size_t{offsets_[step]} * gate_stride;
    if (k > 0) {
      // Backwards, more lanes are at work at each step; those that begin here have no past.
      const uint32_t before = backward ? step + 1 : step - 1;
      const uint32_t with_past = std::min(active(step), active(before));
      const uint8_t* past = outputs + size_t{offsets_[before]} * output_stride_;
      multiply(direction.recurrent, past, output_stride_, with_past, gates, gate_stride, Sums::Add);
    }
    for (uint32_t lane = 0; lane < active(step); ++lane)
      advance_cells(gates + size_t{lane} * gate_stride, cells_.data() + size_t{lane} * model_.hidden,
                    outputs + size_t{position(step, lane)} * output_stride_, model_.hidden);
  }
}

void Network::project(const Matrix& matrix, std::vector<int16_t>& sums) {
  grow_to(sums, size_t{words_} * matrix.sums_stride());
  multiply(matrix, inputs_.data(), input_stride_, words_, sums.data(), matrix.sums_stride(), Sums::Replace);
}

// The positive part, as activations; one more column is left free, for the label vectors' 1.
void Network::project_positive(const Matrix& matrix, std::vector<uint8_t>& activations, uint32_t& stride) {
  project(matrix, projected_);
  stride = round_up_to_four(matrix.rows + 1);
  grow_to(activations, size_t{words_} * stride);
  const uint32_t rows = matrix.rows;
  for (uint32_t i = 0; i < words_; ++i) {
    const int16_t* sums = projected_.data() + size_t{i} * matrix.sums_stride();
    uint8_t* out = activations.data() + size_t{i} * stride;
    // In 16 bits throughout, so that the compiler takes eight or sixteen at once.
    for (uint32_t row = 0; row < rows; ++row) {
      int16_t sum = sums[row];
      sum = sum < 0 ? int16_t{0} : sum;
      sum = sum > 127 ? int16_t{127} : sum;
      out[row] = static_cast<uint8_t>(sum + kZeroActivation);
    }
  }
}

void Network::predict_tags(std::span<Prediction> predictions) {
  project(model_.upos_scores, upos_);
  project(model_.xpos_scores, xpos_);
  for (uint32_t lane = 0; lane < lanes_.size(); ++lane)
    for (uint32_t step = 0; step < lanes_[lane].length; ++step) {
      const size_t at = position(step, lane);
      Prediction& prediction = predictions[lanes_[lane].first_word + step];
      prediction.upos = model_.upos[index_of_largest({upos_.data() + at * model_.upos_scores.sums_stride(), model_.upos.size()})];
      prediction.xpos = model_.xpos[index_of_largest({xpos_.data() + at * model_.xpos_scores.sums_stride(), model_.xpos.size()})];
    }
}

void Network::score_arcs(uint32_t lane) {
  const uint32_t size = model_.arc_size, words = lanes_[lane].length, pair_stride = model_.arc_pair.sums_stride();
  grow_to(head_vectors_, size_t{words + 1} * size);
  std::copy(model_.root_arc.begin(), model_.root_arc.end(), head_vectors_.begin());
  for (uint32_t step = 0; step < words; ++step) {
    const uint8_t* head = arc_heads_.data() + size_t{position(step, lane)} * arc_head_stride_;
    for (uint32_t i = 0; i < size; ++i) head_vectors_[size_t{step + 1} * size + i] = static_cast<int16_t>(head[i] - kZeroActivation);
  }
  grow_to(arc_scores_, size_t{words} * (words + 1));
  for (uint32_t step = 0; step < words; ++step) {
    const int16_t* dependent = arc_pairs_.data() + size_t{position(step, lane)} * pair_stride;
    for (uint32_t head = 0; head <= words; ++head)
      arc_scores_[size_t{step} * (words + 1) + head] = dot(dependent, head_vectors_.data() + size_t{head} * size, size);
  }
}

void Network::predict_tree(uint32_t lane, std::span<Prediction> predictions) {
  const auto [first_word, words] = lanes_[lane];
  score_arcs(lane);
  grow_to(heads_, words);
  trees_.find({arc_scores_.data(), size_t{words} * (words + 1)}, words, {heads_.data(), words});
  for (uint32_t i = 0; i < words; ++i) {
    Prediction& prediction = predictions[first_word + i];
    prediction.head = heads_[i];
    prediction.relation = Relation::Root;
    if (heads_[i] > 0) arcs_of_[static_cast<size_t>(prediction.upos)].push_back({first_word + i, position(i, lane), position(heads_[i] - 1, lane)});
  }
}

// Of words of one UPOS: each label's weights serve all of them, and only the labels that such words may have are tried.
void Network::pick_labels(std::span<const uint8_t> labels, std::span<const LabelledArc> arcs, std::span<Prediction> predictions) {
  const uint32_t size = model_.label_size + 1, sums_stride = model_.label_pairs.front().sums_stride();
  grow_to(dependents_, kArcsAtOnce * label_dependent_stride_);
  grow_to(head_vectors_, kArcsAtOnce * size);
  grow_to(label_sums_, kArcsAtOnce * sums_stride);
  for (size_t i = 0; i < arcs.size(); ++i) {
    std::memcpy(dependents_.data() + i * label_dependent_stride_, label_dependents_.data() + size_t{arcs[i].dependent} * label_dependent_stride_, label_dependent_stride_);
    const uint8_t* head = label_heads_.data() + size_t{arcs[i].head} * label_head_stride_;
    for (uint32_t k = 0; k + 1 < size; ++k) head_vectors_[i * size + k] = static_cast<int16_t>(head[k] - kZeroActivation);
    head_vectors_[(i + 1) * size - 1] = model_.head_one;
  }
  std::array<int32_t, kArcsAtOnce> best;
  best.fill(INT32_MIN);
  for (const uint8_t label : labels) {
    multiply(model_.label_pairs[label], dependents_.data(), label_dependent_stride_, arcs.size(), label_sums_.data(), sums_stride, Sums::Replace);
    for (size_t i = 0; i < arcs.size(); ++i) {
      const int32_t score = dot(label_sums_.data() + i * sums_stride, head_vectors_.data() + i * size, size);
      if (score <= best[i]) continue;
      best[i] = score;
      predictions[arcs[i].word].relation = model_.relations[label];
    }
  }
}

}  // namespace faultline
