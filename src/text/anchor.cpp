#include "text/anchor.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

uint32_t back(std::string_view text, uint32_t at) {
  for (int i = 0; i < kAnchorContext && at > 0; ++i) at -= code_point_before(text, at).length;
  return at;
}

uint32_t forth(std::string_view text, uint32_t at) {
  for (int i = 0; i < kAnchorContext && at < text.size(); ++i) at += code_point_at(text, at).length;
  return at;
}

// Bytes that agree, counted from the quote outwards.
size_t count_agreeing(std::string_view before, std::string_view after, const Anchor& anchor) {
  auto left = std::mismatch(before.rbegin(), before.rend(), anchor.prefix.rbegin(), anchor.prefix.rend()).first - before.rbegin();
  auto right = std::mismatch(after.begin(), after.end(), anchor.suffix.begin(), anchor.suffix.end()).first - after.begin();
  return static_cast<size_t>(left + right);
}

}  // namespace

Anchor make_anchor(std::string_view text, const Offsets& offsets, Span span) {
  return {offsets.code_point_of(span.begin), std::string(text_of(text, span)), std::string(text_of(text, {back(text, span.begin), span.begin})),
          std::string(text_of(text, {span.end, forth(text, span.end)}))};
}

std::optional<Span> find_anchor(std::string_view text, const Offsets& offsets, const Anchor& anchor) {
  if (anchor.exact.empty()) return {};
  const auto size = static_cast<uint32_t>(anchor.exact.size());
  const uint32_t old = offsets.byte_of_code_point(anchor.start);
  if (text.substr(old).starts_with(anchor.exact)) return Span{old, old + size};
  std::optional<Span> best;
  size_t most = 0;
  auto distance = [&](Span span) { return span.begin > old ? span.begin - old : old - span.begin; };
  for (size_t at = text.find(anchor.exact); at != std::string_view::npos; at = text.find(anchor.exact, at + 1)) {
    const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at) + size};
    const size_t agreeing = count_agreeing(text.substr(0, at), text.substr(span.end), anchor);
    if (best && (agreeing < most || (agreeing == most && distance(span) >= distance(*best)))) continue;
    best = span;
    most = agreeing;
  }
  return best;
}

}  // namespace faultline
