// Browsers lose the oldest WebGL context when a page has more than sixteen: the readers of a page share eight.
//
//   holdContext(stage);   // may release the one that was seen least recently
//   dropContext(stage);

export interface ContextHolder {
  /** Gives the context back; the reader shows its text layer until it is seen again. */
  release(): void;
}

const kMostContexts = 8;
const held: ContextHolder[] = [];  // least recently seen first

export function holdContext(holder: ContextHolder): void {
  dropContext(holder);
  held.push(holder);
  while (held.length > kMostContexts) held.shift()!.release();
}

export function dropContext(holder: ContextHolder): void {
  const at = held.indexOf(holder);
  if (at >= 0) held.splice(at, 1);
}
