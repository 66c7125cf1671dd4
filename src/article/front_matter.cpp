#include "article/front_matter.h"

#include <algorithm>
#include <optional>

namespace faultline {
namespace {

constexpr size_t kLongest = 16u << 10;  // more is not front matter but a text between two rules

std::string_view take_line(std::string_view& rest) {
  const size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view unquote(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// The length of the front matter, without a value when it has no end or a line that is none of its kind.
std::optional<size_t> find_end(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, kLongest);
  if (take_line(rest) != "---") return std::nullopt;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line == "---" || line == "...") return std::min(bytes.size(), kLongest) - rest.size();
    const bool nested = line.empty() || line[0] == ' ' || line[0] == '-' || line[0] == '#';
    if (!nested && line.find(':') == std::string_view::npos) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

size_t read_front_matter(std::string_view bytes, ArticleBuilder& builder) {
  const std::optional<size_t> length = find_end(bytes);
  if (!length) return 0;
  std::string_view rest = bytes.substr(0, *length);
  take_line(rest);
  Origin origin;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || line[0] == ' ') continue;
    const std::string_view key = line.substr(0, colon);
    const std::string value(unquote(trim(line.substr(colon + 1))));
    if (value.empty()) continue;
    if (key == "title") builder.set_title(value);
    else if (key == "lang" || key == "language") builder.set_lang(value);
    else if (key == "author") origin.author = value;
    else if (key == "date" || key == "published") origin.published = value;
    else if (key == "source") origin.source = value;
  }
  builder.set_origin(std::move(origin));
  return *length;
}

}  // namespace faultline
