// The one place that makes an Article: blocks go in, sentences and tokens come out.
//
//   ArticleBuilder builder;
//   builder.begin_block(BlockKind::Paragraph);
//   builder.append("Kabul refused.");
//   builder.end_block();
//   Article article = std::move(builder).build();
//
// A parser either appends block after block (Markdown, JSON) or hands over the whole text at once and names
// the spans of its blocks (plain text: the text stays the input, byte for byte).
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"

namespace faultline {

class ArticleBuilder {
 public:
  ArticleBuilder() = default;
  explicit ArticleBuilder(std::string whole_text);

  void begin_block(BlockKind kind, uint8_t level = 0);
  void append(std::string_view text);  // requires an open block and valid UTF-8
  void end_block();                    // drops white space at both ends; a block of white space only is no block
  bool is_in_block() const { return open_; }
  uint32_t size() const { return static_cast<uint32_t>(article_.text_.size()); }  // bytes so far, for add_style
  std::string_view text() const { return article_.text_; }

  void add_block(BlockKind kind, uint8_t level, Span span);  // of the whole text, in order
  void add_style(StyleKind kind, Span span, std::string target = {});
  void set_title(std::string title) { article_.title_ = std::move(title); }
  void set_lang(std::string lang) { article_.lang_ = std::move(lang); }
  void set_origin(Origin origin) { article_.origin_ = std::move(origin); }

  // Splits the blocks into sentences and tokens. The title is the title block's text unless it was set.
  Article build() &&;

 private:
  void split_block(Block& block, uint32_t index, std::vector<uint32_t>& ends);

  Article article_;
  bool open_ = false;
  uint32_t block_begin_ = 0;
  Block block_;
};

}  // namespace faultline
