// Which texts the core can draw: those in scripts that its typefaces have.

const kForeign = /[\u0590-\u05ff\u0700-\u074f\u0780-\u0dff\u0e00-\u10ff\u1780-\u18af\u3040-\ud7af]/g;

/** More than a tenth of the text is in another script: the browser shows it. Single foreign words are no reason. */
export function isForeign(text: string): boolean {
  return (text.match(kForeign)?.length ?? 0) > text.length / 10;
}
