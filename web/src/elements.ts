// Elements of the shadow tree, each with its class, and with a part of the same name where a host may style it.
//
//   const bar = make('div', 'find');            // part "find"
//   const page = make('div', 'page', '');       // no part

export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string, part = name): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = name;
  if (part) element.setAttribute('part', part);
  return element;
}

export function makeCanvas(): HTMLCanvasElement {
  const canvas = make('canvas', 'canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = canvas.height = 0;
  return canvas;
}
