#include "host/answers.h"

#include <algorithm>

#include "host/answer_parts.h"
#include "reader/links.h"
#include "reader/margin.h"
#include "reader/wording.h"
#include "report/names.h"

namespace faultline {
namespace {

constexpr const char* kSurfaceNames[kSurfaceCount] = {"article", "panel", "card", "curve"};

void write_id(JsonWriter& json, std::string_view key, std::optional<FindingId> id) {
  json.key(key);
  id ? json.string(to_string(*id)) : json.null();
}

void write_surfaces(JsonWriter& json, std::string_view key, Surfaces surfaces) {
  json.key(key).open_array();
  const bool given[kSurfaceCount] = {surfaces.article, surfaces.panel, surfaces.card, surfaces.curve};
  for (int i = 0; i < kSurfaceCount; ++i) {
    if (given[i]) json.string(kSurfaceNames[i]);
  }
  json.close_array();
}

// The marks of one line, outermost first.
using Marks = std::span<const Highlight>;

// A line's value is written with what stays the same from line to line at hand.
struct LineWriter {
  JsonWriter& json;
  const MarkedPage& marked;
  std::span<const Style* const> links;
  const Offsets& offsets;

  bool shows(const Highlight& mark) const { return is_shown(marked.findings[mark.finding], marked.state.filter, marked.analysis); }

  void write_run(Span span, const Run& run, FaceRole usual, Marks marks) {
    json.open_object();
    json.key("start").number(offsets.utf16_of(span.begin));
    json.key("end").number(offsets.utf16_of(span.end));
    json.key("findings").open_array();
    for (const Highlight& mark : marks) {
      if (mark.span.contains(span) && shows(mark)) json.string(to_string(marked.findings[mark.finding].id));
    }
    json.close_array();
    bool is_marked = std::any_of(marks.begin(), marks.end(), [&](const Highlight& mark) { return mark.span.contains(span) && shows(mark); });
    if (is_marked) {
      json.key("levels").open_array();
      for (const Highlight& mark : marks) {
        if (mark.span.contains(span) && shows(mark)) json.number(mark.level);
      }
      json.close_array();
    }
    auto link = std::find_if(links.begin(), links.end(), [&](const Style* style) { return style->span.contains(span); });
    if (link != links.end()) json.key("link").string((*link)->target);
    if (run.face != usual) json.key("font").number(static_cast<int64_t>(run.face));
    if (!run.has_glyphs) json.key("missing").boolean(true);
    json.close_object();
  }

  // Runs of the layout end where the face changes; runs for the page end where a mark or a link begins or ends as well.
  void write_runs(const SetLine& set, FaceRole usual, Marks marks) {
    json.key("runs").open_array();
    for (const Run& run : set.runs) {
      std::vector<uint32_t> edges = {run.span.end};
      auto cut_at = [&](Span span) {
        for (uint32_t edge : {span.begin, span.end}) {
          if (edge > run.span.begin && edge < run.span.end) edges.push_back(edge);
        }
      };
      for (const Highlight& mark : marks) {
        if (shows(mark)) cut_at(mark.span);
      }
      for (const Style* link : links) cut_at(link->span);
      std::sort(edges.begin(), edges.end());
      uint32_t begin = run.span.begin;
      for (uint32_t edge : edges) {
        if (edge == begin) continue;
        write_run({begin, edge}, run, usual, marks);
        begin = edge;
      }
    }
    json.close_array();
  }

  void write_margin(std::span<const MarginMark> margin) {
    json.key("margin").open_array();
    for (const MarginMark& mark : margin) {
      json.open_object();
      json.key("finding").string(to_string(marked.findings[mark.finding].id));
      if (mark.count > 1) json.key("count").number(mark.count);
      if (!mark.text.empty()) {
        json.key("tag").string(mark.text);
        json.key("name").string(name_of(marked.words, marked.findings[mark.finding].kind));
      }
      write_length(json, "left", mark.rect.left);
      write_length(json, "top", mark.rect.top);
      write_length(json, "width", mark.rect.width());
      write_length(json, "height", mark.rect.height());
      json.close_object();
    }
    json.close_array();
  }

  void write_line(uint32_t index, Marks marks) {
    const Lines& lines = marked.page.lines;
    const Line& line = lines.lines[index];
    const SetLine set = set_line(marked.page, line);
    json.open_object();
    write_length(json, "top", line.top);
    write_length(json, "baseline", lines.baseline_of(line));
    write_length(json, "left", set.left);
    // A hyphen that is not in the text is not in the page's text layer either.
    write_length(json, "width", line.ends_in_hyphen ? set.width - set.parts.back().width : set.width);
    write_runs(set, lines.block_of(line).face, marks);
    if (!marks.empty()) write_margin(find_margin_marks(marked, {index, index + 1}));
    json.close_object();
  }
};

}  // namespace

std::string to_answer(std::string_view value) { return R"({"ok":true,"value":)" + std::string(value) + "}"; }

std::string to_answer(const Error& error) {
  return make_object([&](JsonWriter& json) {
    json.key("ok").boolean(false);
    json.key("error").open_object();
    json.key("code").string(to_string(error.code));
    json.key("message").string(error.message);
    json.key("where").string(error.where);
    json.close_object();
  });
}

std::string to_string_answer(std::string_view text) {
  return make_object([&](JsonWriter& json) {
    json.key("ok").boolean(true);
    json.key("value").string(text);
  });
}

std::string to_article_value(const Article& article, const Offsets& offsets) {
  return make_object([&](JsonWriter& json) {
    json.key("title").string(article.title());
    json.key("lang").string(article.lang());
    json.key("served").boolean(is_served(article));
    if (is_rtl(article)) json.key("rtl").boolean(true);
    json.key("text").string(article.text());
    json.key("blocks").open_array();
    for (const Block& block : article.blocks()) {
      json.open_object();
      json.key("kind").string(to_string(block.kind));
      json.key("level").number(block.level);
      json.key("start").number(offsets.utf16_of(block.span.begin));
      json.key("end").number(offsets.utf16_of(block.span.end));
      json.close_object();
    }
    json.close_array();
  });
}

std::string to_progress_value(double progress) {
  return make_object([&](JsonWriter& json) { write_length(json, "progress", progress); });
}

std::string to_counts_value(const Analysis& analysis) {
  return make_object([&](JsonWriter& json) {
    json.key("progress").number(1);
    auto eroding = std::count_if(analysis.signals.begin(), analysis.signals.end(), [](const Signal& signal) {
      return family_of(kind_of(signal.category)) == Family::Eroding;
    });
    json.key("counts").open_object();
    json.key("issues").number(static_cast<int64_t>(analysis.issues.size()));
    json.key("eroding").number(eroding);
    json.key("building").number(static_cast<int64_t>(analysis.signals.size()) - eroding);
    json.close_object();
  });
}

std::string to_families_value(const Analysis& analysis) {
  return make_object([&](JsonWriter& json) {
    for (uint32_t i = 0; i < analysis.signals.size(); ++i) json.key(to_signal_id(i)).string(to_string(polarity_of(analysis.signals[i].category)));
  });
}

std::string to_page_value(const Lines& lines, const Reader& reader) {
  return make_object([&](JsonWriter& json) {
    write_length(json, "width", lines.width);
    write_length(json, "height", lines.height);
    json.key("column").open_object();
    write_length(json, "left", lines.style.column_left);
    write_length(json, "width", lines.style.column_width);
    json.close_object();
    write_length(json, "fontSize", lines.style.base);
    write_length(json, "lineHeight", lines.style.leading);
    json.key("faces").open_array();
    for (int role = 0; role < kFaceRoleCount; ++role) {
      if (reader.wished_faces() & bit_of(static_cast<FaceRole>(role))) json.number(role);
    }
    json.close_array();
  });
}

std::string to_places(const Lines& lines) {
  std::vector<float> places;
  for (const BlockBox& box : lines.blocks) places.insert(places.end(), {box.top, box.height});
  return {reinterpret_cast<const char*>(places.data()), places.size() * sizeof(float)};
}

std::string to_lines_value(const TypesetPage& page, const Reader& reader, uint32_t first, uint32_t last, const Offsets& offsets) {
  const Lines& lines = page.lines;
  std::vector<Highlight> highlights;
  if (first < last) highlights = reader.highlights().on(page, {lines.blocks[first].first_line, lines.blocks[last - 1].first_line + lines.blocks[last - 1].line_count});
  auto mark = highlights.begin();
  StringOutput output;
  {
    JsonWriter json(output, JsonLayout::Compact);
    const MarkedPage marked{page, reader.findings(), highlights, reader.state(), reader.analysis(), reader.words()};
    json.open_array();
    for (uint32_t block = first; block < last; ++block) {
      const BlockBox& box = lines.blocks[block];
      const std::vector<const Style*> links = find_links(page.article, page.article.blocks()[block].span);
      LineWriter writer{json, marked, links, offsets};
      json.open_object();
      if (box.is_rtl) json.key("rtl").boolean(true);
      write_length(json, "left", box.left);
      write_length(json, "width", box.width);
      json.key("font").number(static_cast<int64_t>(box.face));
      write_length(json, "size", box.size);
      write_length(json, "leading", box.leading);
      json.key("lines").open_array();
      for (uint32_t i = box.first_line; i < box.first_line + box.line_count; ++i) {
        auto begin = mark;
        while (mark != highlights.end() && mark->line == i) ++mark;
        writer.write_line(i, Marks(begin, mark));
      }
      json.close_array();
      json.close_object();
    }
    json.close_array();
  }
  return std::move(output).take();
}

std::string to_marks_value(const Reader& reader) {
  std::vector<uint32_t> order;                                  // findings as they come in the text
  std::vector<std::vector<uint32_t>> blocks(reader.findings().size());
  for (const MarkedSpan& mark : reader.highlights().spans()) {
    if (!is_shown(reader.findings()[mark.finding], reader.state().filter, reader.analysis())) continue;
    std::vector<uint32_t>& found = blocks[mark.finding];
    const uint32_t block = reader.article().block_at(mark.span.begin);
    if (found.empty()) order.push_back(mark.finding);
    if (found.empty() || found.back() != block) found.push_back(block);
  }
  StringOutput output;
  {
    JsonWriter json(output, JsonLayout::Compact);
    json.open_array();
    for (uint32_t finding : order) {
      json.open_object();
      json.key("finding").string(to_string(reader.findings()[finding].id));
      json.key("tag").string(tag_of(reader.words(), reader.findings()[finding].kind));
      json.key("name").string(name_of(reader.words(), reader.findings()[finding].kind));
      json.key("blocks").open_array();
      for (uint32_t block : blocks[finding]) json.number(block);
      json.close_array();
      json.close_object();
    }
    json.close_array();
  }
  return std::move(output).take();
}

std::string to_controls_value(const ControlList& list) {
  return make_object([&](JsonWriter& json) {
    write_length(json, "width", list.width);
    write_length(json, "height", list.height);
    json.key("controls").open_array();
    for (const Control& control : list.controls) {
      json.open_object();
      json.key("id").string(control.id);
      json.key("role").string(to_string(control.role));
      json.key("label").string(control.label);
      write_length(json, "left", control.rect.left);
      write_length(json, "top", control.rect.top);
      write_length(json, "width", control.rect.width());
      write_length(json, "height", control.rect.height());
      if (control.pressed) json.key("pressed").boolean(*control.pressed);
      if (control.finding) json.key("finding").string(to_string(*control.finding));
      if (control.level > 0) json.key("level").number(control.level);
      if (control.expanded) json.key("expanded").boolean(*control.expanded);
      json.close_object();
    }
    json.close_array();
  });
}

std::string to_preferences_value(const Outcome& outcome, bool is_remarked) {
  return make_object([&](JsonWriter& json) {
    json.key("relayout").boolean(outcome.relayout.article || outcome.relayout.panel || outcome.relayout.card);
    json.key("remark").boolean(is_remarked);
    json.key("redraw").boolean(outcome.redraw.article || outcome.redraw.panel || outcome.redraw.card);
  });
}

std::string to_import_value(std::string_view outcome, std::span<const std::string> lost) {
  return make_object([&](JsonWriter& json) {
    json.key("outcome").raw(outcome);
    json.key("lost").open_array();
    for (const std::string& words : lost) json.string(words);
    json.close_array();
  });
}

std::string to_outcome_value(const Outcome& outcome, const Reader& reader, const Offsets& offsets, const ControlList* card) {
  return make_object([&](JsonWriter& json) {
    write_surfaces(json, "redraw", outcome.redraw);
    write_surfaces(json, "relayout", outcome.relayout);
    json.key("goTo");
    if (outcome.go_to) {
      json.open_object();
      write_id(json, "finding", outcome.go_to->finding);
      json.key("start").number(offsets.utf16_of(outcome.go_to->span.begin));
      json.key("end").number(offsets.utf16_of(outcome.go_to->span.end));
      json.close_object();
    } else {
      json.null();
    }
    write_id(json, "selected", reader.state().selected);
    json.key("card");
    if (card && reader.card_finding()) {
      json.open_object();
      write_id(json, "finding", reader.card_finding()->id);
      write_length(json, "width", card->width);
      write_length(json, "height", card->height);
      json.close_object();
    } else {
      json.null();
    }
    json.key("tab").string(to_name(reader.state().tab));
    json.key("filtered").boolean(outcome.is_refiltered);
    json.key("corrected").boolean(outcome.is_corrected);
    json.key("canUndo").boolean(reader.state().corrections.can_undo());
    json.key("canRedo").boolean(reader.state().corrections.can_redo());
    json.key("off").open_array();
    for (Kind kind = 0; kind < kKindCount; ++kind) {
      if (reader.state().filter.off & bit_of(kind)) json.string(to_name(kind));
    }
    json.close_array();
    json.key("only").open_array();
    for (FilterChoice choice : choices_of(reader.state().filter)) json.string(to_string(choice));
    json.close_array();
  });
}

}  // namespace faultline
