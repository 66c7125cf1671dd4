// Everything an article may come as, made into a Source: an address, a text, a document, a file, an element.
//
//   const source = await readInput(new URL('article.json', document.baseURI), { lang: 'en' }, signal);

import type { ArticleDocument } from './report.js';
import { fromElement, isArticleDocument, toSource, type Source, type Surroundings } from './source.js';

export type ArticleInput = string | ArticleDocument | Blob | Element;

/** The article could not be had; the message says which and why. */
export class ArticleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArticleError';
  }
}

const kMostBytes = 64 * 1024 * 1024;  // the core's own limit, told before the bytes are copied

export async function readInput(input: ArticleInput | URL, around: Surroundings, signal: AbortSignal): Promise<Source> {
  if (input instanceof URL) return fetchArticle(input, around, signal);
  if (input instanceof Blob) {
    if (input.size > kMostBytes) throw new ArticleError('the file is larger than 64 MB');
    return fromBytes(new Uint8Array(await input.arrayBuffer()), input.type, around);
  }
  if (input instanceof Element) return toSource(fromElement(input), surroundingsOf(input, around));
  if (typeof input !== 'string' && !isArticleDocument(input)) {
    throw new ArticleError('expected a text, a file, an element or a document with "schema": "faultline.article/1"');
  }
  return toSource(input, around);
}

async function fetchArticle(url: URL, around: Surroundings, signal: AbortSignal): Promise<Source> {
  const name = url.pathname.split('/').at(-1) || url.href;
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new ArticleError(`${name} could not be fetched (${error instanceof Error ? error.message : String(error)})`);
  });
  if (!response.ok) throw new ArticleError(`${name} answered ${response.status}`);
  return fromBytes(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type') ?? '', around);
}

function fromBytes(bytes: Uint8Array, type: string, around: Surroundings): Source {
  if (!/^(text\/html|application\/xhtml)/.test(type)) return toSource(bytes, around);
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  const root = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  return toSource(fromElement(root), surroundingsOf(root, around));
}

// A page may be in another direction than one article of it, so that only the article's own is taken.
function surroundingsOf(root: Element, around: Surroundings): Surroundings {
  return { lang: root.closest('[lang]')?.getAttribute('lang') ?? around.lang, dir: root.getAttribute('dir') ?? around.dir };
}
