// A picture of what is in view, as a file.
//
//   const blob = await takeSnapshot(view);     // null where nothing is drawn: the `dom` rendition is text

import type { View } from './view.js';

/** PNG, in device pixels. */
export function takeSnapshot(view: View): Promise<Blob | null> {
  const { canvas, scroller } = view;
  if (view.frame.dataset['mode'] !== 'canvas' || canvas.width === 0) return Promise.resolve(null);
  const dpr = canvas.width / canvas.getBoundingClientRect().width;
  const top = Math.round((scroller.scrollTop - parseFloat(canvas.style.top || '0')) * dpr);
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = Math.min(Math.round(scroller.clientHeight * dpr), canvas.height - top);
  picture.getContext('2d')!.drawImage(canvas, 0, -top);
  return new Promise((resolve) => picture.toBlob(resolve));
}
