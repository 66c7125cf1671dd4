// Work that can be done in pieces: a coroutine that says at each of its stops how much it has done since the last.
//
//   Work count(std::span<const Sentence> sentences, size_t& tokens) {
//     for (const Sentence& sentence : sentences) {
//       tokens += sentence.token_count;
//       co_yield 1;
//     }
//   }
//   Work work = count(sentences, tokens);
//   while (!work.advance(400)) {}      // 400 sentences at a time
//
// What a coroutine is given by reference must outlive it. Work that is made of other work passes its stops on:
//
//   for (Work part = count(sentences, tokens); part.step();) co_yield part.cost();
#pragma once

#include <coroutine>
#include <cstdlib>
#include <limits>
#include <utility>

namespace faultline {

class [[nodiscard]] Work {
 public:
  struct promise_type {
    double cost = 0;
    Work get_return_object() { return Work(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(double done) noexcept {
      cost = done;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::abort(); }  // there are none
  };

  // A cost that ends any piece.
  static constexpr double kEndOfPiece = std::numeric_limits<double>::infinity();

  Work(Work&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Work& operator=(Work&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Work() {
    if (handle_) handle_.destroy();
  }

  // Goes on to the next stop; false when there is nothing left to do.
  bool step() {
    if (!handle_.done()) handle_.resume();
    return !handle_.done();
  }
  double cost() const { return handle_.promise().cost; }  // of the last step, in the work's own unit

  // Goes on until at least so much is done. True when there is nothing left to do.
  bool advance(double amount) {
    for (double done = 0; step();)
      if ((done += cost()) >= amount) return false;
    return true;
  }
  void finish() {
    while (step()) {}
  }

 private:
  explicit Work(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

}  // namespace faultline
