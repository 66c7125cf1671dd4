// HarfBuzz, as little of it as Latin and Arabic need: the one place that compiles it. The shapers of South and East Asian scripts
// are two fifths of its code, and no face of ours has those scripts: their text is shaped by the default shaper or shown by the page.
#define HB_TINY
#include <hb-config.hh>
#define _hb_ot_shaper_hangul _hb_ot_shaper_default
#define _hb_ot_shaper_indic _hb_ot_shaper_default
#define _hb_ot_shaper_khmer _hb_ot_shaper_default
#define _hb_ot_shaper_myanmar _hb_ot_shaper_default
#define _hb_ot_shaper_thai _hb_ot_shaper_default
#define _hb_ot_shaper_use _hb_ot_shaper_default
#include <hb-blob.cc>
#include <hb-buffer.cc>
#include <hb-common.cc>
#include <hb-face-builder.cc>
#include <hb-face.cc>
#include <hb-font.cc>
#include <hb-map.cc>
#include <hb-number.cc>
#include <hb-ot-face.cc>
#include <hb-ot-font.cc>
#include <hb-ot-layout.cc>
#include <hb-ot-map.cc>
#include <hb-ot-metrics.cc>
#include <hb-ot-shape-fallback.cc>
#include <hb-ot-shape-normalize.cc>
#include <hb-ot-shape.cc>
#include <hb-ot-shaper-arabic.cc>
#include <hb-ot-shaper-default.cc>
#include <hb-ot-shaper-hebrew.cc>
#include <hb-ot-shaper-vowel-constraints.cc>
#include <hb-ot-tag.cc>
#include <hb-set.cc>
#include <hb-shape-plan.cc>
#include <hb-shape.cc>
#include <hb-shaper.cc>
#include <hb-static.cc>
#include <hb-ucd.cc>
#include <hb-unicode.cc>
