#include "language/model.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string>

#include "language/model_file.h"

namespace faultline {
namespace {

constexpr uint8_t kLargestExponent = 63;
constexpr uint32_t kLargestShift = 30;
constexpr uint32_t kMostRows = 1u << 16, kMostColumns = 1u << 10;

template <class Number>
std::span<const Number> view_as(std::string_view bytes) {
  static_assert(sizeof(Number) == 1);
  return {reinterpret_cast<const Number*>(bytes.data()), bytes.size()};
}

// Reads the sections one after another and remembers the first complaint; later reads then do nothing.
class ModelBuilder {
 public:
  explicit ModelBuilder(const ModelFile& file) : file_(file) {}

  Result<LanguageModel> build() {
    read_sizes();
    read_tags();
    read_names("word", model_.words);
    read_names("affx", model_.affixes);
    read_word_vectors();
    read_affix_vectors();
    read_layers();
    read_heads();
    read_root();
    read_lemmas();
    read_boundaries();
    if (!complaint_.empty())
      return make_error(ErrorCode::BadModel, "The language model cannot be used: " + complaint_ + ".", "section " + where_);
    return std::move(model_);
  }

 private:
  bool complain(std::string complaint) {
    if (complaint_.empty()) complaint_ = std::move(complaint);
    return false;
  }

  bool open(const char* name) {
    if (!complaint_.empty()) return false;
    where_ = name;
    reader_ = file_.section(name);
    return reader_.at_end() ? complain("it is missing or empty") : true;
  }

  bool close() {
    if (!complaint_.empty()) return false;
    if (!reader_.good()) return complain("it is cut short");
    return reader_.at_end() ? true : complain("it is longer than its content");
  }

  void read_sizes() {
    if (!open("size")) return;
    model_.word_size = reader_.read_u8();
    for (uint32_t& size : model_.affix_sizes) size = reader_.read_u8();
    model_.hidden = reader_.read_u8();
    layer_count_ = reader_.read_u8();
    model_.arc_size = reader_.read_u8();
    model_.label_size = reader_.read_u8();
    model_.dependent_one = reader_.read_u8();
    model_.head_one = reader_.read_u8();
    if (!close()) return;
    const bool affixes = std::find(model_.affix_sizes.begin(), model_.affix_sizes.end(), 0u) == model_.affix_sizes.end();
    const bool sane = model_.word_size > 0 && affixes && model_.hidden > 0 && layer_count_ > 0 && layer_count_ <= 4 &&
                      model_.arc_size > 0 && model_.label_size > 0 && model_.dependent_one < 128 && model_.head_one < 128;
    if (!sane) complain("a size is out of range");
    if (model_.hidden % 16 != 0) complain("the hidden units do not come in sixteens");
  }

  template <class Tag>
  void read_list(const char* name, std::vector<Tag>& tags, std::optional<Tag> (*find)(std::string_view)) {
    if (!open(name)) return;
    while (!reader_.at_end()) {
      const std::string_view line = reader_.read_line();
      const std::optional<Tag> tag = find(line);
      if (!tag) return void(complain("it names \"" + std::string(line.substr(0, 20)) + "\", which tags.h does not know"));
      if (tags.size() == 255) return void(complain("it has too many names"));
      tags.push_back(*tag);
    }
    close();
  }

  void read_tags() {
    read_list("upos", model_.upos, find_upos);
    read_list("xpos", model_.xpos, find_xpos);
    read_list("rela", model_.relations, find_relation);
    if (!complaint_.empty()) return;
    while (model_.root_label < model_.relations.size() && model_.relations[model_.root_label] != Relation::Root) ++model_.root_label;
    if (model_.root_label == model_.relations.size()) complain("it has no root");
    read_labels_of_upos();
  }

  void read_labels_of_upos() {
    if (!open("allo")) return;
    for (const Upos upos : model_.upos) {
      const std::string_view labels = reader_.read_bytes(reader_.read_u8());
      std::vector<uint8_t>& kept = model_.labels_of[static_cast<size_t>(upos)];
      kept.assign(labels.begin(), labels.end());
      const bool known = !kept.empty() && std::is_sorted(kept.begin(), kept.end()) && kept.back() < model_.relations.size();
      if (!known) return void(complain("a part of speech has no relations, or some that are not in \"rela\""));
    }
    close();
  }

  // With `alone`, the names are all that the section holds.
  void read_names(const char* section, NameTable& names, bool alone = true) {
    if (!open(section)) return;
    const uint32_t count = reader_.read_u16();
    const std::string_view shared = reader_.read_bytes(count);
    if (!reader_.good()) return void(complain("it is cut short"));
    const std::optional<size_t> taken = names.read(shared, reader_.rest());
    if (!taken) return void(complain("a name shares more with its neighbour than that has, or is cut short"));
    reader_.read_bytes(*taken);
    if (alone) close();
  }

  // The dimensions, the shift and each row's exponent; false after a complaint.
  bool read_rows(uint32_t& rows, uint32_t& columns, uint32_t& shift, std::span<const uint8_t>& exponents) {
    rows = reader_.read_u16();
    columns = reader_.read_u16();
    shift = reader_.read_u8();
    if (rows == 0 || columns == 0 || rows > kMostRows || columns > kMostColumns || shift > kLargestShift)
      return complain(reader_.good() ? "a matrix has dimensions out of range" : "it is cut short");
    exponents = view_as<uint8_t>(reader_.read_bytes(rows));
    const bool fit = std::all_of(exponents.begin(), exponents.end(), [](uint8_t exponent) { return exponent <= kLargestExponent; });
    return fit ? true : complain("a row's multiplier is out of range");
  }

  // They stay where they are in the file.
  bool read_weights(size_t count, std::span<const int8_t>& weights) {
    weights = view_as<int8_t>(reader_.read_bytes(count));
    if (!reader_.good()) return complain("it is cut short");
    return are_weights(weights) ? true : complain("a weight has more than five bits");
  }

  bool read_vectors(VectorTable& table, uint32_t rows, uint32_t columns) {
    if (!read_rows(table.rows, table.columns, table.shift, table.exponents)) return false;
    if (table.rows != rows || table.columns != columns) return complain("it has not one vector for each name");
    return read_weights(size_t{rows} * columns, table.weights);
  }

  void read_word_vectors() {
    if (open("wemb") && read_vectors(model_.word_vectors, model_.words.size() + 2, model_.word_size)) close();
  }

  void read_affix_vectors() {
    if (!open("aemb")) return;
    for (uint32_t kind = 0; kind < kAffixes; ++kind) {
      const auto is_of_kind = [&](uint32_t affix) { return model_.affixes.name(affix).starts_with(kAffixKinds[kind]); };
      uint32_t first = 0, count = 0;
      while (first < model_.affixes.size() && !is_of_kind(first)) ++first;
      while (first + count < model_.affixes.size() && is_of_kind(first + count)) ++count;
      model_.first_affix[kind] = first;
      if (!read_vectors(model_.affix_vectors[kind], count + 1, model_.affix_sizes[kind])) return;
    }
    close();
  }

  bool read_matrix(Matrix& matrix, uint32_t rows, uint32_t columns) {
    std::span<const uint8_t> exponents;
    if (!complaint_.empty() || !read_rows(matrix.rows, matrix.columns, matrix.shift, exponents)) return false;
    if (matrix.rows != rows || matrix.columns != columns) return complain("a matrix does not fit its neighbours");
    matrix.groups = (columns + 3) / 4;
    matrix.blocks = (rows + 7) / 8;
    if (!read_weights(size_t{matrix.blocks} * matrix.groups * 32, matrix.weights)) return false;
    const std::string_view low = reader_.read_bytes(rows), high = reader_.read_bytes(rows);
    if (!reader_.good()) return complain("it is cut short");
    matrix.multipliers.assign(matrix.blocks * 8, 0);
    matrix.biases.assign(matrix.blocks * 8, 0);
    for (uint32_t row = 0; row < rows; ++row) {
      const unsigned bias = static_cast<unsigned char>(low[row]) | unsigned{static_cast<unsigned char>(high[row])} << 8;
      matrix.biases[row] = static_cast<int16_t>(bias);
      matrix.multipliers[row] = multiplier_of(exponents[row]);
    }
    return sum_up(matrix) ? true : complain("a row's weights are too large for its multiplier");
  }

  void read_layers() {
    if (!open("lstm")) return;
    const uint32_t gates = model_.hidden * 4;
    uint32_t inputs = std::accumulate(model_.affix_sizes.begin(), model_.affix_sizes.end(), model_.word_size);
    for (uint32_t layer = 0; layer < layer_count_; ++layer) {
      auto& directions = model_.layers.emplace_back();
      for (LstmDirection& direction : directions) {
        read_matrix(direction.input, gates, inputs);
        read_matrix(direction.recurrent, gates, model_.hidden);
      }
      inputs = model_.hidden * 2;
    }
    close();
  }

  void read_heads() {
    if (!open("head")) return;
    const uint32_t columns = model_.hidden * 2, arc = model_.arc_size, label = model_.label_size;
    read_matrix(model_.upos_scores, static_cast<uint32_t>(model_.upos.size()), columns);
    read_matrix(model_.xpos_scores, static_cast<uint32_t>(model_.xpos.size()), columns);
    read_matrix(model_.arc_dependent, arc, columns);
    read_matrix(model_.arc_head, arc, columns);
    read_matrix(model_.arc_pair, arc, arc);
    read_matrix(model_.label_dependent, label, columns);
    read_matrix(model_.label_head, label, columns);
    model_.label_pairs.resize(model_.relations.size());
    for (Matrix& pair : model_.label_pairs) read_matrix(pair, label + 1, label + 1);
    close();
  }

  void read_root() {
    if (!open("root")) return;
    const std::string_view arc = reader_.read_bytes(model_.arc_size), label = reader_.read_bytes(model_.label_size);
    if (!close()) return;
    model_.root_arc.assign(arc.begin(), arc.end());
    model_.root_label_vector.assign(label.begin(), label.end());
    for (const auto* vector : {&model_.root_arc, &model_.root_label_vector})
      for (const uint8_t value : *vector)
        if (value > 127) complain("a value is out of range");
  }

  void read_lemmas() {
    read_names("lemm", model_.lemmas.endings, false);
    if (!complaint_.empty()) return;
    const uint32_t rules = model_.lemmas.endings.size();
    const std::string_view cuts = reader_.read_bytes(rules);
    model_.lemmas.cuts.assign(cuts.begin(), cuts.end());
    for (uint32_t i = 0; i < rules; ++i) model_.lemmas.added.add(reader_.read_line());
    close();
  }

  void read_boundaries() {
    if (!open("boun")) return;
    BoundaryWeights& boundaries = model_.boundaries;
    boundaries.bits = reader_.read_u8();
    boundaries.bias = static_cast<int16_t>(reader_.read_u16());
    if (boundaries.bits < 1 || boundaries.bits > 20) return void(complain("its number of weights is out of range"));
    const std::string_view weights = reader_.read_bytes(size_t{1} << boundaries.bits);
    boundaries.weights.assign(weights.begin(), weights.end());
    close();
  }

  const ModelFile& file_;
  LanguageModel model_;
  ByteReader reader_;
  uint32_t layer_count_ = 0;
  std::string where_, complaint_;
};

}  // namespace

Result<LanguageModel> parse_language_model(std::string_view bytes) {
  const Result<ModelFile> file = parse_model_file(bytes);
  if (!file) return std::unexpected(file.error());
  return parse_language_model(*file);
}

Result<LanguageModel> parse_language_model(const ModelFile& file) { return ModelBuilder(file).build(); }

}  // namespace faultline
