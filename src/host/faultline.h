// The C interface of the core for the web page: one session an article and its reader.
//
//   fl_session* s = fl_create();
//   char* in = fl_input(s, length);            // write UTF-8 bytes there, then
//   const char* answer = fl_load(s, length, FL_AUTO);  // fl_answer_length(s) bytes of JSON
//   fl_add_model(s, model_length);             // its bytes in the input buffer, as before
//   fl_analyze(s, 400);                        // until the answer has "counts"
//   fl_destroy(s);
//
// Every function that answers returns UTF-8 JSON in a buffer that the session owns until its next call:
// {"ok":true,"value":…} or {"ok":false,"error":{"code","message","where"}}. Text positions are UTF-16 units
// of the article's text, lengths CSS pixels, colours never cross. Nothing here touches the page: the page owns
// the WebGL context, events, scrolling, focus and selection, and calls in.
//
// Four surfaces are drawn: the article column, the panel, the card that hovers over both, and the trust curve at the
// panel’s head, which does not scroll. The first two are taller than the view: the page scrolls a canvas over it and asks for the stretch it needs.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct fl_session fl_session;
enum fl_format { FL_AUTO = 0, FL_TEXT = 1, FL_MARKDOWN = 2, FL_JSON = 3 };
enum fl_surface { FL_ARTICLE = 0, FL_PANEL = 1, FL_CARD = 2, FL_CURVE = 3 };

const char* fl_version(void);  // plain text, not an answer
fl_session* fl_create(void);
void fl_destroy(fl_session* s);
char* fl_input(fl_session* s, size_t length);      // a buffer of `length` bytes; a null pointer when there is no memory
size_t fl_answer_length(const fl_session* s);

// Reads the article in the input buffer; it can be set and drawn at once, without findings. value: {"title","lang","text",
// "served","rtl":true?,"blocks":[{"kind","level","start","end"}]}; served: whether the rules serve its language, so that fl_analyze
// needs the model; rtl: it goes from right to left, and the panels are drawn so. On an error the session keeps the article it had.
const char* fl_load(fl_session* s, size_t length, int format);
// The language model with its rule packs (english.flm as scripts/add-rules makes it) from the input buffer, which the session keeps: weights are used where they lie.
// Needed once a session. The rules are loaded by the calls of fl_analyze that follow. value: null.
const char* fl_add_model(fl_session* s, size_t length);
// Takes the next piece of the article's analysis: rules that have come are loaded, then at least `words` words are parsed, or one
// later stage is done; loading, too, is cut into pieces of about as long as so many words take. Call it until value has counts: {"progress":0.42}, at the end {"progress":1,"counts":{"issues","eroding","building"}}. The last call gives the
// reader its findings: ask for the layouts anew.
const char* fl_analyze(fl_session* s, unsigned words);
// Reads another article, from the input buffer, to compare the loaded one with, and adds it to those before; length 0 takes all away again.
// fl_analyze then goes on until they are analysed too; its last call gives the reader what its tab "compare" shows. fl_load ends it.
// value: null. On an error the session keeps those it had.
const char* fl_compare(fl_session* s, size_t length, int format);
// The report, exactly as `faultline analyze --format NAME` prints it (NAME: json, jsonld, csv, text, md, html in the input buffer),
// with what the person has corrected; NAME corrections: those alone, as fl_add_corrections takes them; NAME comparison: what
// `faultline compare --format json` prints, the articles named A, B, …; NAME families: {"s1":"eroding",…}, of each signal,
// which is all that a text layer needs. value: for json, corrections, comparison and families the document itself, else a string.
const char* fl_export(fl_session* s, size_t name_length);
// An extra rule pack from the input buffer; an article that is loaded is to be analysed anew. value: null. What is wrong with the pack
// the calls of fl_analyze that follow say; it is then forgotten, and further calls go on without it.
const char* fl_add_rules(fl_session* s, size_t length);

// The words of the interface in another language (reader/catalogue.h) from the input buffer. Ask for the layouts of panel and card anew,
// and for the text layer. value: null.
const char* fl_set_strings(fl_session* s, size_t length);
// Corrections from the input buffer, as one step that can be undone (report/corrections_file.h); what they speak of is found again in
// an article that was edited a little. value: {"outcome":as of fl_command,"lost":["words that are there no longer"]}.
const char* fl_add_corrections(fl_session* s, size_t length);

// A TrueType font from the input buffer. role: 0 serif, 1 serif bold, 2 sans, 3 sans bold, 4 serif italic,
// 5 serif bold italic, 6 sans italic, 7 sans bold italic, 8 naskh, 9 naskh bold, 10 nastaliq, 11 nastaliq bold, 12 the page's own.
const char* fl_add_font(fl_session* s, size_t length, int role);
// Hyphenation patterns of the article's language in the input buffer, as TeX's are written (layout/hyphenation.h), instead of those
// before; empty: none. Ask for the layout anew. value: null.
const char* fl_set_hyphenation(fl_session* s, size_t length);
// Preferences in the input buffer, any subset of: {"theme":"light|dark|sepia|contrast|night","fontSize":1,"lineHeight":1.5,"measure":66,"paragraphSpace":1,"justify":false,"font":"serif|sans|own","arabic":"naskh|nastaliq|auto",
// "dpr":1,"highlights":"all|issues|eroding|building|none","panel":true,"coarse":false}. value: {"relayout":bool,"remark":bool,"redraw":bool}; remark: the lines
// stay, but marks and the panel's controls are others.
const char* fl_set_preferences(fl_session* s, size_t length);

// Sets a surface to a width. Article value: {"width","height","column":{"left","width"},"fontSize","lineHeight","faces":[role]}.
// "faces" are those that article and panel would be set in: give the ones that are not there yet, and ask again.
// Panel and card value: {"width","height","controls":[{"id","role":"button|checkbox|heading|text|link|tab","label","left","top","width","height",
//   "pressed":bool?,"finding":"s1"?,"level":n?,"expanded":bool?}]} in reading order; every drawn control is in it and nothing else.
// Curve value: {"list":as of the panel, with a button "passage:BLOCK" for each bar,"plot":{"left","top","width","height"},
//   "marks":[{"family":"issue|eroding|building","hollow":true?,"left","top","width","height"}],
//   "findings":[{"finding","place"}]}: those that are shown, in reading order, with their places along the article, 0 to 1.
//   Plot and marks are on the sides of an article from left to right. It follows the width that the article was set to last.
const char* fl_layout(fl_session* s, int surface, double width);

// Where the article's blocks stand at the width of the last layout: of each block, in order, its top and its height as two floats, and
// nothing else; fl_answer_length bytes. No JSON: an article may have ten thousands.
const char* fl_places(fl_session* s);
// The lines of the article's blocks [first, last) at the width of the last layout, for the text layer. value, a list for each block:
// [{"rtl":true?,"left","width","font":role,"size","leading","lines":[
//    {"top","baseline","left","width","runs":[{"start","end","findings":["s1","i2"],"levels":[0,1]?,"link":"…"?,"font":role?,"missing":true?}],
//     "margin":[{"finding","count":n?,"tag":"Re"?,"name":"Rejection"?,"left","top","width","height"}]?}]}].
// Runs tile the line from its first to its last character; the white space at which a line ends is in none (after a hyphen or inside a
// word there is none). "findings" are those that are switched on, the outermost first: a filter is a reason to ask again; "levels" those
// of their underlines, 0 nearest to the words. "margin": what is drawn beside the line, outwards from the text: letters where a finding
// begins, a bar (no tag) where it goes on, a number ("+2") for what finds no room. "font" of a run is one that differs from its block's. "missing": the fonts lack these characters, nothing is drawn there, and the page shows
// them in a font of its own.
const char* fl_text_layer(fl_session* s, unsigned first, unsigned last);
// value: [{"finding","tag":"Re","name":"Rejection","blocks":[index]}]: the findings that are switched on, in reading order, with the blocks that have marks of them.
const char* fl_marks(fl_session* s);

// The page made a WebGL 2 context current (emscripten's GL.makeContextCurrent) before these four.
const char* fl_gl_start(fl_session* s);
void fl_gl_lost(fl_session* s);
const char* fl_gl_restored(fl_session* s);
// Draws the stretch [top, top+height) of a surface into the lower left corner of the current framebuffer, width*dpr by height*dpr
// device pixels (a viewport and scissor of that size). Returns milliseconds to the next frame it wants, or −1: nothing pending.
double fl_frame(fl_session* s, int surface, double top, double width, double height, double dpr);

// What the person did: {"action":"activate","control":"…"} | {"action":"hover","finding":"s1"|null} | {"action":"select","finding":"s1"|null} |
// {"action":"next","kind":"all|issue|eroding|building"} | {"action":"previous",…} | {"action":"filter","off":["REJECTION","issues",…],
// "only":["party:p1","pair:p1:p2","speaker:writer","certainty:reported","time:current","issue:i1",…]}: the whole filter (reader/filter.h) |
// {"action":"correct","finding":"s1","change":{"verdict":"accepted|rejected|none","label":"THREAT"|null,"note":"…"}}: any subset of a change.
// What controls do is told in reader/reader_state.h.
// value: {"redraw":["article","panel","card","curve"],"relayout":["panel"],"goTo":{"finding"|null,"start","end"}|null,"selected":"s1"|null,
// "card":{"finding","width","height"}|null,"tab":"findings","filtered":bool,"corrected":bool,
// "canUndo":bool,"canRedo":bool,"off":[…],"only":[…]}; filtered and corrected: this action has changed the filter, or a correction.
const char* fl_command(fl_session* s, size_t length);

// Searches the article for what the person types, in the input buffer: {"query":"…","matchCase":false,"matchMarks":false,"wholeWord":false,
// "from":0} or, to go on from place to place, {"by":1|-1}. Unless told otherwise case, diacritics (matchMarks) and the forms of yeh, kaf and quotation
// marks do not matter. from: a UTF-16 unit; the first place at or behind it is the current one. An empty query ends the search.
// value: {"count","current":0-based|null,"start","end","places":[0.137,…]}; places: along the article, 0 to 1. Draw the article anew.
const char* fl_find(fl_session* s, size_t length);
// The places found from number `first` to before number `last`, for a rendition that the page draws. value: [[start,end],…] in UTF-16 units.
const char* fl_found(fl_session* s, unsigned first, unsigned last);

#ifdef __cplusplus
}
#endif
