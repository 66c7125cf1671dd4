#include "article/json_document.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "article/builder.h"

namespace faultline {
namespace {

using nlohmann::json;

struct Draft {
  BlockKind kind = BlockKind::Paragraph;
  uint8_t level = 0;
  std::string text;
  bool has_kind = false, has_text = false;
};

// Where the reader stands: inside the document, its list of blocks, one block, or something it passes over.
enum class Place : uint8_t { Outside, Document, Blocks, Block, Unknown };

constexpr struct { std::string_view name; BlockKind kind; } kKinds[] = {
    {"title", BlockKind::Title}, {"heading", BlockKind::Heading}, {"paragraph", BlockKind::Paragraph},
    {"list-item", BlockKind::ListItem}, {"quote", BlockKind::Quote}};

bool is_language_tag(std::string_view tag) {
  if (tag.size() < 2 || tag.size() > 35) return false;
  for (char c : tag)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) return false;
  return true;
}

// Hears the events of nlohmann's parser. Each function returns false to stop, after setting error_.
class Listener {
 public:
  explicit Listener(size_t size) : size_(size) {}

  bool null() { return is_ignored() || refuse("null"); }
  bool boolean(bool) { return is_ignored() || refuse("a boolean"); }
  bool number_float(double, const std::string&) { return is_ignored() || refuse("a fraction"); }
  bool binary(json::binary_t&) { return false; }
  bool number_integer(int64_t value) { return take_number(value); }
  bool number_unsigned(uint64_t value) { return take_number(value > 1000 ? 1000 : static_cast<int64_t>(value)); }

  bool string(std::string& value) {
    if (is_ignored()) return true;
    if (place() == Place::Document) return take_member(value);
    if (place() == Place::Block) return take_block_member(value);
    return refuse("a string");
  }

  bool start_object(size_t) {
    if (is_too_deep()) return false;
    if (place() == Place::Outside) return push(Place::Document);
    if (place() == Place::Blocks) {
      blocks_.emplace_back();
      return push(Place::Block);
    }
    return is_ignored() ? push(Place::Unknown) : refuse("an object");
  }

  bool start_array(size_t) {
    if (is_too_deep()) return false;
    if (place() == Place::Document && key_ == "blocks") {
      has_blocks_ = true;
      return push(Place::Blocks);
    }
    return is_ignored() ? push(Place::Unknown) : refuse("an array");
  }

  bool key(std::string& name) {
    if (place() != Place::Unknown) key_ = name;
    return true;
  }

  bool end_object() {
    if (place() == Place::Block) {
      key_.clear();
      if (!blocks_.back().has_kind) return fail("the block has no \"kind\"; expected " + kind_names());
      if (!blocks_.back().has_text) return fail("the block has no \"text\"; expected a string");
    }
    places_.pop_back();
    return true;
  }

  bool end_array() {
    places_.pop_back();
    return true;
  }

  bool parse_error(size_t position, const std::string& last_token, const json::exception&) {
    const std::string token = last_token.substr(0, 24);
    const std::string found = position > size_ ? "it ends too early" : token + " cannot stand here";
    bool printable = true;
    for (char c : token) printable = printable && c >= ' ' && c < 0x7F;
    error_ = {ErrorCode::BadArticle, "the document is not JSON" + (printable ? ": " + found : std::string()),
              "byte " + std::to_string(std::min(position, size_))};
    return false;
  }

  Result<Article> finish(bool read) {
    if (!read) return std::unexpected(error_);
    if (schema_.empty())
      return make_error(ErrorCode::BadArticle, "the document has no \"schema\"; expected \"faultline.article/1\"", "/schema");
    if (!has_blocks_)
      return make_error(ErrorCode::BadArticle, "the document has no \"blocks\"; expected an array of blocks", "/blocks");
    return build();
  }

 private:
  Place place() const { return places_.back(); }
  bool push(Place place) {
    places_.push_back(place);
    return true;
  }

  bool is_too_deep() {
    if (places_.size() <= static_cast<size_t>(kMaxJsonDepth)) return false;
    fail("the document is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
    return true;
  }

  bool is_ignored() const {
    if (place() == Place::Unknown) return true;
    if (place() == Place::Document)
      return key_ != "schema" && key_ != "title" && key_ != "lang" && key_ != "dir" && key_ != "source" &&
             key_ != "published" && key_ != "author" && key_ != "blocks";
    return place() == Place::Block && key_ != "kind" && key_ != "level" && key_ != "text";
  }

  // A JSON pointer (RFC 6901) to where the reader stands.
  std::string path() const {
    switch (place()) {
      case Place::Outside: return "/";
      case Place::Blocks: return "/blocks/" + std::to_string(blocks_.size());
      case Place::Block: return "/blocks/" + std::to_string(blocks_.size() - 1) + (key_.empty() ? "" : "/" + key_);
      case Place::Document:
      case Place::Unknown: break;
    }
    return "/" + key_;
  }

  bool fail(std::string message) {
    error_ = {ErrorCode::BadArticle, std::move(message), path()};
    return false;
  }

  bool refuse(const char* found) { return fail(std::string("found ") + found + "; expected " + expected()); }

  std::string expected() const {
    switch (place()) {
      case Place::Outside: return "an object: {\"schema\":\"faultline.article/1\", …}";
      case Place::Blocks: return "an object: {\"kind\", \"text\"}";
      case Place::Block: return key_ == "level" ? "an integer from 1 to 9" : key_ == "kind" ? kind_names() : "a string";
      case Place::Document: return key_ == "blocks" ? "an array of blocks" : "a string";
      case Place::Unknown: break;
    }
    return "nothing";
  }

  static std::string kind_names() {
    std::string names;
    for (const auto& known : kKinds) names += (names.empty() ? "\"" : ", \"") + std::string(known.name) + "\"";
    return names;
  }

  bool take_member(std::string& value) {
    if (key_ == "schema") {
      schema_ = value;
      return value == "faultline.article/1" || fail("the schema is \"" + value.substr(0, 40) + "\"; expected \"faultline.article/1\"");
    }
    if (key_ == "blocks") return refuse("a string");
    if (key_ == "lang") {
      lang_ = value;
      return is_language_tag(value) || fail("the language is no BCP 47 tag; expected one such as \"en\" or \"ur-PK\"");
    }
    if (key_ == "dir") {
      origin_.dir = value == "auto" ? "" : value;
      return value == "ltr" || value == "rtl" || value == "auto" || fail("expected \"ltr\", \"rtl\" or \"auto\"");
    }
    (key_ == "title" ? title_ : key_ == "source" ? origin_.source : key_ == "published" ? origin_.published : origin_.author) =
        std::move(value);
    return true;
  }

  bool take_block_member(std::string& value) {
    Draft& block = blocks_.back();
    if (key_ == "level") return refuse("a string");
    if (key_ == "text") {
      block.text = std::move(value);
      block.has_text = true;
      return true;
    }
    for (const auto& known : kKinds) {
      if (known.name != value) continue;
      block.kind = known.kind;
      block.has_kind = true;
    }
    return block.has_kind || fail("the kind is \"" + value.substr(0, 40) + "\"; expected " + kind_names());
  }

  bool take_number(int64_t value) {
    if (is_ignored()) return true;
    if (place() != Place::Block || key_ != "level") return refuse("a number");
    if (value < 1 || value > 9) return refuse(value < 1 ? "a number below 1" : "a number above 9");
    blocks_.back().level = static_cast<uint8_t>(value);
    return true;
  }

  Article build() {
    ArticleBuilder builder;
    bool has_title_block = false;
    for (const Draft& block : blocks_) has_title_block = has_title_block || block.kind == BlockKind::Title;
    auto add = [&](BlockKind kind, uint8_t level, std::string_view text) {
      builder.begin_block(kind, level);
      builder.append(text);
      builder.end_block();
    };
    if (!title_.empty() && !has_title_block) add(BlockKind::Title, 0, title_);
    for (Draft& block : blocks_) {
      const bool heading = block.kind == BlockKind::Heading, item = block.kind == BlockKind::ListItem;
      const uint8_t level = heading ? std::min<uint8_t>(block.level ? block.level : 2, 6)
                                    : item ? std::max<uint8_t>(block.level, 1) : 0;
      add(block.kind, level, block.text);
      block.text = {};  // the builder has it now: two copies of a large article are enough
    }
    if (!title_.empty()) builder.set_title(std::move(title_));
    if (!lang_.empty()) builder.set_lang(std::move(lang_));
    builder.set_origin(std::move(origin_));
    return std::move(builder).build();
  }

  std::vector<Place> places_{Place::Outside};
  std::vector<Draft> blocks_;
  std::string key_, schema_, title_, lang_;
  Origin origin_;
  bool has_blocks_ = false;
  size_t size_;  // of the document
  Error error_;
};

}  // namespace

Result<Article> parse_json_document(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  Listener listener(bytes.size());
  const bool read = json::sax_parse(bytes.begin(), bytes.end(), &listener);
  return listener.finish(read);
}

}  // namespace faultline
