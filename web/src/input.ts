// Everything an article may come as, made into a Source: an address, a text, a document, a file, an element.
//
//   const source = await readInput(new URL('article.json', document.baseURI), 'en', signal);

import type { ArticleDocument } from './report.js';
import { fromElement, isArticleDocument, toSource, type Source } from './source.js';

export type ArticleInput = string | ArticleDocument | Blob | Element;

/** The article could not be had; the message says which and why. */
export class ArticleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArticleError';
  }
}

const kMostBytes = 64 * 1024 * 1024;  // the core's own limit, told before the bytes are copied

export async function readInput(input: ArticleInput | URL, lang: string, signal: AbortSignal): Promise<Source> {
  if (input instanceof URL) return fetchArticle(input, lang, signal);
  if (input instanceof Blob) {
    if (input.size > kMostBytes) throw new ArticleError('the file is larger than 64 MB');
    return fromBytes(new Uint8Array(await input.arrayBuffer()), input.type, lang);
  }
  if (input instanceof Element) return toSource(fromElement(input, input.closest('[lang]')?.getAttribute('lang') ?? lang));
  if (typeof input !== 'string' && !isArticleDocument(input)) {
    throw new ArticleError('expected a text, a file, an element or a document with "schema": "faultline.article/1"');
  }
  return toSource(input, lang);
}

async function fetchArticle(url: URL, lang: string, signal: AbortSignal): Promise<Source> {
  const name = url.pathname.split('/').at(-1) || url.href;
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new ArticleError(`${name} could not be fetched (${error instanceof Error ? error.message : String(error)})`);
  });
  if (!response.ok) throw new ArticleError(`${name} answered ${response.status}`);
  return fromBytes(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type') ?? '', lang);
}

function fromBytes(bytes: Uint8Array, type: string, lang: string): Source {
  if (!/^(text\/html|application\/xhtml)/.test(type)) return toSource(bytes, lang);
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  const root = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  return toSource(fromElement(root, page.documentElement.lang || lang));
}
