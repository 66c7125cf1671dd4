// Scripts: which texts the core can draw (those that its typefaces have), and which way a language is written.

const kForeign = /[\u0590-\u05ff\u0700-\u074f\u0780-\u0dff\u0e00-\u10ff\u1780-\u18af\u3040-\ud7af]/g;

/** More than a tenth of the text is in another script: the browser shows it. Single foreign words are no reason. */
export function isForeign(text: string): boolean {
  return (text.match(kForeign)?.length ?? 0) > text.length / 10;
}

/** Which way a language is written, as far as the browser knows it; the core says it for certain. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const known = /^[a-z]{2,3}(-[a-z]{4})?(?=-|$)/i.exec(lang)?.[0];
  const script = known && new Intl.Locale(known).maximize().script;
  return /^(Arab|Aran|Hebr|Thaa|Syrc|Nkoo|Adlm)$/.test(script ?? '') ? 'rtl' : 'ltr';
}
