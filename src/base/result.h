// A value, or an error written for a person: what is wrong, where, and what was expected.
//
//   Result<Article> article = parse_article(bytes, ArticleFormat::Auto);
//   if (!article) return std::unexpected(article.error());
#pragma once

#include <expected>
#include <string>

namespace faultline {

enum class ErrorCode {
  BadEncoding,   // the bytes are not UTF-8
  BadArticle,    // the document is not what its format says
  BadRule,       // a rule pack cannot be used
  BadRequest,    // a command, preference or option is unknown or out of range
  BadFont,       // a font file cannot be read
  BadModel,      // a language model's file cannot be used
  TooLarge,      // more than the core is built for
  NotFound,      // a file or a finding that is not there
};

struct Error {
  ErrorCode code = ErrorCode::BadRequest;
  std::string message;  // one sentence: what is wrong and what was expected
  std::string where;    // file, rule and field, or "byte 17"; may be empty
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> make_error(ErrorCode code, std::string message, std::string where = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(where)});
}

// The code as it stands in JSON envelopes ("bad-encoding").
const char* to_string(ErrorCode code);

}  // namespace faultline
