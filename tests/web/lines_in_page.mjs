// What the tests of every engine measure of the lines of a reader's text: these functions run in the page (inReader).

/** A line each: how far the page's own width is from the core's, and what the widened spaces add to it, in CSS pixels. */
export function measureLines(reader, root) {
  return [...root.querySelectorAll('.text .line')].map((line) => {
    const width = line.getBoundingClientRect().width;
    const spacing = line.style.wordSpacing;
    // What the page had to add to the spaces for its own width to be the core's.
    const residue = parseFloat(spacing || '0') * (line.textContent.split(' ').length - 1);
    const rects = new Set([...line.getClientRects()].map((rect) => Math.round(rect.top))).size;
    line.style.removeProperty('word-spacing');
    const added = width - line.getBoundingClientRect().width;
    line.style.wordSpacing = spacing;
    return {
      text: line.textContent, rects, residue, added, right: line.getBoundingClientRect().right,
      isDisplay: line.closest('h1, h2') !== null,
      hasEdge: line.querySelector('.edge') !== null,
    };
  });
}

/** The first lines of body text: the last pixel of ink on the canvas, and where the text layer ends, in pixels from the canvas's left. */
export function measureInk(reader, root) {
  const canvas = root.querySelector('.page > .canvas');
  const origin = canvas.getBoundingClientRect();
  const context = canvas.getContext('2d');
  const [r, g, b] = context.getImageData(1, 1, 1, 1).data;
  return [...root.querySelectorAll('.text p .line')].slice(0, 12).map((line) => {
    const box = line.getBoundingClientRect();
    const top = Math.round(box.top - origin.top);
    const pixels = context.getImageData(0, top, canvas.width, Math.round(box.height)).data;
    let last = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const difference = Math.abs(pixels[at] - r) + Math.abs(pixels[at + 1] - g) + Math.abs(pixels[at + 2] - b);
      if (difference > 120) last = Math.max(last, (at / 4) % canvas.width);
    }
    return { text: line.textContent, ink: last + 1, edge: box.right - origin.left };
  });
}
