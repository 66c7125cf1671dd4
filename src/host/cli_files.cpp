#include "host/cli_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace faultline {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

std::unexpected<Error> make_file_error(const std::string& path, int error) {
  return make_error(ErrorCode::NotFound, std::string("cannot read it: ") + std::strerror(error), path);
}

}  // namespace

Result<std::string> read_whole_file(const std::string& path, size_t limit) {
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return make_file_error(path, errno);
  std::string bytes;
  size_t chunk = 64u << 10;
  if (std::fseek(file.get(), 0, SEEK_END) == 0) {  // a file has a size, a pipe has none
    const long size = std::ftell(file.get());
    std::rewind(file.get());
    if (size > 0 && static_cast<size_t>(size) <= limit) bytes.reserve(static_cast<size_t>(size) + 1);
  }
  errno = 0;
  while (bytes.size() <= limit) {
    const size_t old = bytes.size();
    if (bytes.capacity() > old) chunk = std::min<size_t>(chunk, std::max<size_t>(bytes.capacity() - old, 4096));
    bytes.resize(old + chunk);
    const size_t got = std::fread(bytes.data() + old, 1, chunk, file.get());
    bytes.resize(old + got);
    if (got < chunk) break;
  }
  if (std::ferror(file.get())) return make_file_error(path, errno);
  if (bytes.size() > limit)
    return make_error(ErrorCode::TooLarge, "it has more than " + std::to_string(limit) + " bytes", path);
  return bytes;
}

Result<std::vector<std::string>> find_json_files(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) return make_error(ErrorCode::NotFound, "cannot read the folder: " + error.message(), folder);
  std::vector<std::string> files;
  for (; entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    if (error) return make_error(ErrorCode::NotFound, "cannot read the folder: " + error.message(), folder);
    if (entries->path().extension() == ".json") files.push_back(entries->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void StreamOutput::write(std::string_view text) {
  if (error_ != 0) return;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) error_ = errno != 0 ? errno : EIO;
}

void StreamOutput::flush() {
  if (error_ != 0) return;
  errno = 0;
  if (std::fflush(stream_) != 0) error_ = errno != 0 ? errno : EIO;
}

std::string StreamOutput::complaint() const {
  if (error_ == 0 || error_ == EPIPE) return {};
  return std::string("cannot write the report: ") + std::strerror(error_);
}

}  // namespace faultline
