// faultline.h on top of Session: the buffers that cross the bridge, and the WebGL context.
#include "host/faultline.h"

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "base/version.h"
#include "host/answers.h"
#include "host/session.h"
#include "reader/gl_renderer.h"

struct fl_session {
  faultline::Session session;
  faultline::GlRenderer renderer;
  bool has_context = false;
  std::unique_ptr<char[]> input;  // as JavaScript fills it
  size_t input_size = 0;
  std::string answer;

  const char* keep(std::string text) {
    answer = std::move(text);
    return answer.c_str();
  }
  // A page may ask for more than it put in; it gets what is there.
  std::string_view given(size_t length) const { return {input.get(), std::min(length, input_size)}; }

  const char* start_gl() {
    has_context = renderer.start();
    if (has_context) return keep(faultline::to_answer("null"));
    return keep(faultline::to_answer({faultline::ErrorCode::BadRequest, "the WebGL context does not compile the shaders; expected WebGL 2", "gl"}));
  }
};

extern "C" {

const char* fl_version(void) { return faultline::core_version(); }

fl_session* fl_create(void) { return new (std::nothrow) fl_session; }
void fl_destroy(fl_session* s) { delete s; }

char* fl_input(fl_session* s, size_t length) {
  s->input.reset(new (std::nothrow) char[length]);
  s->input_size = s->input ? length : 0;
  return s->input.get();
}
size_t fl_answer_length(const fl_session* s) { return s->answer.size(); }

static faultline::ArticleFormat format_of(int format) {
  return format >= FL_AUTO && format <= FL_JSON ? static_cast<faultline::ArticleFormat>(format) : faultline::ArticleFormat::Auto;
}
const char* fl_load(fl_session* s, size_t length, int format) { return s->keep(s->session.load(s->given(length), format_of(format))); }
const char* fl_compare(fl_session* s, size_t length, int format) { return s->keep(s->session.compare(s->given(length), format_of(format))); }
const char* fl_add_model(fl_session* s, size_t length) {
  const std::string_view bytes = s->given(length);
  s->input_size = 0;
  return s->keep(s->session.add_model(bytes, std::move(s->input)));
}
const char* fl_analyze(fl_session* s, unsigned words) { return s->keep(s->session.analyze(words)); }
const char* fl_export(fl_session* s, size_t name_length) { return s->keep(s->session.export_report(s->given(name_length))); }
const char* fl_add_rules(fl_session* s, size_t length) { return s->keep(s->session.add_rules(s->given(length))); }
const char* fl_set_strings(fl_session* s, size_t length) { return s->keep(s->session.set_strings(s->given(length))); }
const char* fl_add_corrections(fl_session* s, size_t length) { return s->keep(s->session.add_corrections(s->given(length))); }
const char* fl_add_font(fl_session* s, size_t length, int role) {
  return s->keep(s->session.add_font(std::string(s->given(length)), role));
}
const char* fl_set_hyphenation(fl_session* s, size_t length) { return s->keep(s->session.set_hyphenation(s->given(length))); }
const char* fl_set_preferences(fl_session* s, size_t length) { return s->keep(s->session.set_preferences(s->given(length))); }
const char* fl_layout(fl_session* s, int surface, double width) { return s->keep(s->session.layout(surface, width)); }
const char* fl_places(fl_session* s) { return s->keep(s->session.places()); }
const char* fl_text_layer(fl_session* s, unsigned first, unsigned last) { return s->keep(s->session.text_layer(first, last)); }
const char* fl_marks(fl_session* s) { return s->keep(s->session.marks()); }
const char* fl_command(fl_session* s, size_t length) { return s->keep(s->session.command(s->given(length))); }
const char* fl_find(fl_session* s, size_t length) { return s->keep(s->session.find(s->given(length))); }
const char* fl_found(fl_session* s, unsigned first, unsigned last) { return s->keep(s->session.found(first, last)); }

const char* fl_gl_start(fl_session* s) { return s->start_gl(); }
void fl_gl_lost(fl_session* s) {
  s->renderer.forget();
  s->session.reader().forget_textures();
  s->has_context = false;
}
const char* fl_gl_restored(fl_session* s) { return s->start_gl(); }

double fl_frame(fl_session* s, int surface, double top, double width, double height, double dpr) {
  bool is_sane = surface >= 0 && surface < faultline::kSurfaceCount && width > 0 && height > 0 && dpr > 0;
  if (!s->has_context || !is_sane) return -1;
  auto which = static_cast<faultline::Surface>(surface);
  faultline::Frame frame{static_cast<float>(width), static_cast<float>(height), static_cast<float>(top), static_cast<float>(dpr)};
  s->renderer.draw(*s->session.reader().draw(which, frame), s->session.reader().background_of(which));
  return -1;  // nothing moves on its own: the picture is complete
}

}  // extern "C"
