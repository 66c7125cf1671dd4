#include "base/result.h"

namespace faultline {

const char* to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::BadEncoding: return "bad-encoding";
    case ErrorCode::BadArticle: return "bad-article";
    case ErrorCode::BadRule: return "bad-rule";
    case ErrorCode::BadRequest: return "bad-request";
    case ErrorCode::BadFont: return "bad-font";
    case ErrorCode::BadModel: return "bad-model";
    case ErrorCode::TooLarge: return "too-large";
    case ErrorCode::NotFound: return "not-found";
  }
  return "bad-request";
}

}  // namespace faultline
