#include "language/repairs.h"

namespace faultline {
namespace {

class Repairer {
 public:
  Repairer(std::string_view text, std::span<SyntaxWord> words, uint32_t first) : text_(text), words_(words), first_(first) {}

  void run() {
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (words_[i].relation == Relation::OblAgent && !has_by(i)) words_[i].relation = Relation::Obl;
      if (is_subject(i)) join_next_subject(i);
    }
  }

 private:
  std::string_view form(uint32_t i) const { return text_.substr(words_[i].span.begin, words_[i].span.size()); }
  bool hangs_on(uint32_t i, uint32_t head) const { return words_[i].head == first_ + head; }
  bool is_name(uint32_t i) const { return words_[i].upos == Upos::Propn; }
  bool is_subject(uint32_t i) const {
    return words_[i].relation == Relation::Nsubj || words_[i].relation == Relation::NsubjPass;
  }

  // Prepositions stand before their noun, not far off.
  bool has_by(uint32_t noun) const {
    for (uint32_t i = noun; i-- > 0 && noun - i <= 12;)
      if (hangs_on(i, noun) && words_[i].relation == Relation::Case && (form(i) == "by" || form(i) == "By")) return true;
    return false;
  }

  // Two subjects of one verb with nothing between them.
  void join_next_subject(uint32_t i) {
    const uint32_t next = i + 1;
    if (next >= words_.size() || !is_subject(next) || words_[next].head != words_[i].head || !is_name(next)) return;
    if (is_name(i)) {
      // "Minister | Theresa | May": all of them one name, which its first word stands for.
      const uint32_t verb = words_[i].head;
      for (uint32_t j = next; j < words_.size() && is_subject(j) && is_name(j) && words_[j].head == verb; ++j) {
        words_[j].head = first_ + i;
        words_[j].relation = Relation::Flat;
      }
    } else if (words_[i].upos == Upos::Noun) {
      words_[i].head = first_ + next;
      words_[i].relation = Relation::NmodDesc;
    }
  }

  std::string_view text_;
  std::span<SyntaxWord> words_;
  uint32_t first_;
};

}  // namespace

void repair_sentence(std::string_view text, std::span<SyntaxWord> words, uint32_t first) { Repairer(text, words, first).run(); }

}  // namespace faultline
