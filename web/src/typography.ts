// The attributes that say how the text is set: their ranges, and what is told to who goes beyond them.
//
//   const size = readNumber(element, 'font-size');                    // 1 when the attribute is missing or refused
//   element.setAttribute('measure', toAttribute('measure', 72));      // throws RangeError for 720
//   applyToFlow(view.frame, { … });                                   // for text whose lines the browser breaks

import type { Preferences } from './core.js';

const kRanges = {
  'font-size': { least: 0.7, most: 4, usual: 1 },
  'line-height': { least: 1.2, most: 2.5, usual: 1.5 },
  measure: { least: 20, most: 100, usual: 66 },
  'paragraph-spacing': { least: 0, most: 4, usual: 1 },
} as const;
export type NumberAttribute = keyof typeof kRanges;
export type Align = 'start' | 'justify';

const told = new WeakMap<Element, Set<string>>();

function tellOnce(element: Element, message: string): void {
  const messages = told.get(element) ?? new Set();
  told.set(element, messages);
  if (messages.has(message)) return;
  messages.add(message);
  console.warn(`<${element.localName}> ${message}`);
}

function isIn(name: NumberAttribute, value: number): boolean {
  return value >= kRanges[name].least && value <= kRanges[name].most;
}

function expected(name: NumberAttribute): string {
  return `expected a number from ${kRanges[name].least} to ${kRanges[name].most}`;
}

export function readNumber(element: Element, name: NumberAttribute): number {
  const text = element.getAttribute(name);
  if (text === null) return kRanges[name].usual;
  const value = text.trim() === '' ? NaN : Number(text);
  if (isIn(name, value)) return value;
  tellOnce(element, `${name}="${text}": ${expected(name)}; ${kRanges[name].usual} is used`);
  return kRanges[name].usual;
}

export function readAlign(element: Element): Align {
  const text = element.getAttribute('align');
  if (text !== null && text !== 'start' && text !== 'justify') tellOnce(element, `align="${text}": expected start or justify; start is used`);
  return text === 'justify' ? 'justify' : 'start';
}

export function toAttribute(name: NumberAttribute, value: number): string {
  if (!isIn(name, Number(value))) throw new RangeError(`${name}: ${expected(name)}, not ${value}`);
  return String(value);
}

export function toAlign(value: Align): Align {
  if (value !== 'start' && value !== 'justify') throw new RangeError(`align: expected start or justify, not ${String(value)}`);
  return value;
}

export function readTypography(element: Element): Preferences {
  return {
    fontSize: readNumber(element, 'font-size'), lineHeight: readNumber(element, 'line-height'), measure: readNumber(element, 'measure'),
    paragraphSpace: readNumber(element, 'paragraph-spacing'), justify: readAlign(element) === 'justify',
  };
}

/** The same for the text that the style sheet sets. */
export function applyToFlow(frame: HTMLElement, { fontSize, lineHeight, measure, paragraphSpace, justify, hyphens }: Preferences & { hyphens: boolean }): void {
  const style = frame.style;
  style.setProperty('--scale', String(fontSize));
  style.setProperty('--leading', String(lineHeight));
  style.setProperty('--measure', String(measure));
  style.setProperty('--space', String(paragraphSpace));
  style.setProperty('--align', justify ? 'justify' : 'start');
  style.setProperty('--hyphens', hyphens ? 'auto' : 'manual');
}
