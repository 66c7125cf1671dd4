// Where `goTo` is to go: a finding, a stretch of the text, or an address that names one of them.
//
//   findTarget('s3', report, text);                          // { finding: 's3' }
//   findTarget('#fl=i2', report, text);
//   findTarget('#fl=i2@monday', report, text, 'monday');     // in the reader with this id, and in no other of the page
//   findTarget({ start: 120, end: 134 }, report, text);      // code points, as in the report
//   findTarget('#:~:text=the%20sluice', report, text);       // a text fragment: text=[prefix-,]start[,end][,-suffix]

import { findFinding, type Report } from './report.js';

/** Code points of the article's text. */
export interface TextPosition {
  start: number;
  end?: number;
}
export type Locator = string | TextPosition;

/** A finding's id, or a stretch in UTF-16 units; undefined for what is not there. */
export type Target = { finding: string } | { start: number; end: number };

export function findTarget(locator: Locator, report: Report | null, text: string, reader = ''): Target | undefined {
  if (typeof locator !== 'string') return fromPosition(locator, text);
  const fragment = /:~:(?:[^&]*&)*?text=([^&]+)/.exec(locator)?.[1];
  if (fragment !== undefined) return fromFragment(fragment, text);
  const [, id = locator, meant = reader] = /[#&]fl=([^&:@]+)(?:@([^&:]+))?/.exec(locator) ?? [];
  if (decode(meant) !== reader) return undefined;
  return report && findFinding(report, id) ? { finding: id } : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;  // not percent-encoded
  }
}

function fromPosition({ start, end = start }: TextPosition, text: string): Target | undefined {
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start;
  if (!isPlace) return undefined;
  const from = toUnits(text, start);
  return from === undefined ? undefined : { start: from, end: toUnits(text, end) ?? text.length };
}

// The unit at which the n-th code point begins; undefined behind the end.
function toUnits(text: string, codePoints: number): number | undefined {
  let unit = 0;
  for (let rest = codePoints; rest > 0; rest--) {
    if (unit >= text.length) return undefined;
    unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
  }
  return unit < text.length ? unit : undefined;
}

// https://wicg.github.io/scroll-to-text-fragment/
function fromFragment(directive: string, text: string): Target | undefined {
  let parts: string[];
  try {
    parts = directive.split(',').map((part) => decodeURIComponent(part));
  } catch {
    return undefined;  // not percent-encoded
  }
  const prefix = parts[0]?.endsWith('-') ? parts.shift()!.slice(0, -1) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()!.slice(1) : '';
  const [first, last] = parts;
  if (!first) return undefined;
  const loose = (words: string): string => words.trim().split(/\s+/).map(escape).join('\\s+');
  const middle = last ? `${loose(first)}[^]*?${loose(last)}` : loose(first);
  const pattern = `${prefix ? `(?<=${loose(prefix)}\\s*)` : ''}${middle}${suffix ? `(?=\\s*${loose(suffix)})` : ''}`;
  const match = new RegExp(pattern, 'iu').exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function escape(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
