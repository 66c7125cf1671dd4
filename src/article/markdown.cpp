#include "article/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "article/builder.h"
#include "article/entities.h"
#include "article/front_matter.h"

namespace faultline {
namespace {

// Turns md4c's calls into blocks. Quotes and lists only set what the next block will be.
class Blocks {
 public:
  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: ++quotes_; break;
      case MD_BLOCK_UL: case MD_BLOCK_OL: close(); ++lists_; break;
      case MD_BLOCK_LI: close(); ++items_; break;
      case MD_BLOCK_H: open_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
      case MD_BLOCK_P: case MD_BLOCK_CODE: case MD_BLOCK_TR: open(); break;
      case MD_BLOCK_HTML: html_ = true; in_tag_ = hidden_ = false; open(); break;
      case MD_BLOCK_TH: case MD_BLOCK_TD: if (cell_++ > 0) builder_.append(" · "); break;
      default: break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: --quotes_; break;
      case MD_BLOCK_UL: case MD_BLOCK_OL: --lists_; break;
      case MD_BLOCK_LI: close(); --items_; break;
      case MD_BLOCK_HTML: html_ = false; close(); break;
      case MD_BLOCK_H: case MD_BLOCK_P: case MD_BLOCK_CODE: close(); break;
      case MD_BLOCK_TR: cell_ = 0; close(); break;
      default: break;
    }
  }

  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
    if (!builder_.is_in_block()) open();
    span_starts_.push_back(builder_.size());
  }

  void leave_span(MD_SPANTYPE type, void* detail) {
    const Span span{span_starts_.back(), builder_.size()};
    span_starts_.pop_back();
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_EM) builder_.add_style(StyleKind::Emphasis, span);
    if (type == MD_SPAN_STRONG) builder_.add_style(StyleKind::Strong, span);
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      builder_.add_style(StyleKind::Link, span, std::string(href.text, href.size));
    }
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    if (images_ > 0) return;
    if (!builder_.is_in_block()) open();  // the text of a tight list item has no paragraph around it
    switch (type) {
      case MD_TEXT_NULLCHAR: builder_.append("\uFFFD"); break;
      case MD_TEXT_BR: builder_.append("\n"); break;
      case MD_TEXT_SOFTBR: builder_.append(" "); break;
      case MD_TEXT_HTML: if (html_) add_html(text); break;
      case MD_TEXT_ENTITY: {
        std::string character;
        append_entity(character, text);
        builder_.append(character);
        break;
      }
      default: builder_.append(text); break;
    }
  }

  ArticleBuilder& builder() { return builder_; }

 private:
  void close() {
    if (builder_.is_in_block()) builder_.end_block();
  }

  void open() {
    close();
    if (items_ > 0) builder_.begin_block(BlockKind::ListItem, static_cast<uint8_t>(std::min(lists_, 9)));
    else builder_.begin_block(quotes_ > 0 ? BlockKind::Quote : BlockKind::Paragraph);
  }

  void open_heading(unsigned level) {
    close();
    if (level == 1 && !has_title_ && quotes_ == 0 && items_ == 0) {
      has_title_ = true;
      builder_.begin_block(BlockKind::Title);
    } else {
      builder_.begin_block(BlockKind::Heading, static_cast<uint8_t>(level));
    }
  }

  // The text of an HTML block between its tags; scripts and styles are no text. Pieces come line by line.
  void add_html(std::string_view text) {
    while (!text.empty()) {
      if (in_tag_) {
        const size_t end = text.find('>');
        if (end == std::string_view::npos) return;
        in_tag_ = false;
        text.remove_prefix(end + 1);
        continue;
      }
      const size_t tag = std::min(text.find('<'), text.size());
      if (!hidden_) builder_.append(text.substr(0, tag));
      text.remove_prefix(tag);
      if (text.empty()) return;
      if (text.starts_with("<script") || text.starts_with("<style")) hidden_ = true;
      if (text.starts_with("</script") || text.starts_with("</style")) hidden_ = false;
      in_tag_ = true;
    }
  }

  ArticleBuilder builder_;
  std::vector<uint32_t> span_starts_;
  int quotes_ = 0, lists_ = 0, items_ = 0, images_ = 0, cell_ = 0;
  bool has_title_ = false, html_ = false, in_tag_ = false, hidden_ = false;
};

Blocks& blocks_of(void* user) { return *static_cast<Blocks*>(user); }

}  // namespace

Article parse_markdown(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  Blocks blocks;
  bytes.remove_prefix(read_front_matter(bytes, blocks.builder()));

  MD_PARSER parser = {};
  // Indented paragraphs are common in news text, code is not.
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return blocks_of(user).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return blocks_of(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return blocks_of(user).enter_span(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return blocks_of(user).leave_span(type, detail), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return blocks_of(user).add(type, {text, size}), 0;
  };
  md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, &blocks);
  return std::move(blocks.builder()).build();
}

}  // namespace faultline
