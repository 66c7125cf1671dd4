// What the core is given and what is shown before it has read it: bytes, their format, and plain blocks.
//
//   const source = toSource('# Title\n\nText.');          // source.blocks can be shown at once
//   core.load(source.bytes, source.format);

import type { Format } from './core.js';
import type { ArticleBlock, ArticleDocument, BlockKind } from './report.js';

export interface Source {
  bytes: Uint8Array;
  format: Format;
  lang: string;
  /** For the first rendition only; the core's own blocks take their place. */
  blocks: ArticleBlock[];
}

const kEncoder = new TextEncoder();

export function isArticleDocument(value: unknown): value is ArticleDocument {
  return typeof value === 'object' && value !== null && (value as ArticleDocument).schema === 'faultline.article/1' &&
    Array.isArray((value as ArticleDocument).blocks);
}

/** What the page says of an article that does not say it itself. */
export interface Surroundings {
  lang?: string | undefined;
  dir?: string | undefined;
}

export function toSource(article: string | Uint8Array | ArticleDocument, around: Surroundings = {}): Source {
  if (typeof article !== 'string' && !(article instanceof Uint8Array)) return fromDocument(article, around);
  const text = typeof article === 'string' ? article : new TextDecoder().decode(article);
  const document = parseDocument(text);
  if (document) return fromDocument(document, around);
  const blocks = splitBlocks(text);
  // Plain text is passed letter for letter, so that positions hold in the caller's text; only a foreign
  // language or another direction, which plain text cannot state, asks for the document form.
  const isForeign = around.lang && !/^en\b/i.test(around.lang);
  if (isForeign || around.dir === 'rtl') return fromDocument({ schema: 'faultline.article/1', blocks }, around);
  const bytes = typeof article === 'string' ? kEncoder.encode(article) : article;
  return { bytes, format: 'auto', lang: 'en', blocks };
}

function fromDocument(document: ArticleDocument, { lang, dir }: Surroundings): Source {
  const whole: ArticleDocument = { ...document };
  if (lang && !document.lang) whole.lang = lang;
  if ((dir === 'ltr' || dir === 'rtl') && !document.dir) whole.dir = dir;
  const blocks = document.blocks.filter((block) => typeof block?.text === 'string');
  return { bytes: kEncoder.encode(JSON.stringify(whole)), format: 'json', lang: whole.lang ?? 'en', blocks };
}

function parseDocument(text: string): ArticleDocument | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isArticleDocument(value) ? value : undefined;
  } catch {
    return undefined;  // the core says in words what is wrong with it
  }
}

/** Blocks of plain text or light Markdown: enough to read by until the core has parsed it. */
export function splitBlocks(text: string): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const heading = /^(#{1,6})\s+(.*)$/.exec(trimmed);
    const item = /^[-*•]\s+(.*)$/.exec(trimmed);
    const quote = /^>\s?(.*)$/.exec(trimmed);
    if (heading) {
      const level = heading[1]!.length;
      blocks.push({ kind: level === 1 ? 'title' : 'heading', level, text: heading[2]! });
    } else if (item) blocks.push({ kind: 'list-item', text: item[1]! });
    else if (quote) blocks.push({ kind: 'quote', text: quote[1]! });
    else blocks.push({ kind: 'paragraph', text: trimmed });
  }
  return blocks;
}

const kKinds: Record<string, BlockKind> = { H1: 'title', P: 'paragraph', LI: 'list-item', BLOCKQUOTE: 'quote' };

/** The readable blocks of an element of the page, in order: headings, paragraphs, list items, quotes. */
export function fromElement(root: ParentNode & Node): ArticleDocument {
  const blocks: ArticleBlock[] = [];
  let hasTitle = false;
  const take = (element: Element, inQuote: boolean): void => {
    if (/^(SCRIPT|STYLE|TEMPLATE|NAV|FORM|FIGURE|ASIDE|FOOTER)$/.test(element.tagName)) return;
    const isLeaf = element.tagName in kKinds || /^H[2-6]$/.test(element.tagName) || hasOwnText(element);
    if (!isLeaf || (element.tagName === 'BLOCKQUOTE' && element.childElementCount > 0 && !hasOwnText(element))) {
      for (const child of element.children) take(child, inQuote || element.tagName === 'BLOCKQUOTE');
      return;
    }
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (!text) return;
    const isHeading = /^H[1-6]$/.test(element.tagName);
    const kind = isHeading ? (element.tagName === 'H1' && !hasTitle ? 'title' : 'heading') : (kKinds[element.tagName] ?? 'paragraph');
    hasTitle ||= kind === 'title';
    blocks.push({
      kind: inQuote && kind === 'paragraph' ? 'quote' : kind,
      ...(kind === 'heading' ? { level: Number(element.tagName[1]) } : {}),
      text,
    });
  };
  for (const child of root.children) take(child, false);
  const title = blocks.find((block) => block.kind === 'title')?.text;
  return { schema: 'faultline.article/1', ...(title ? { title } : {}), blocks };
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
}
