// Pulling a sheet down by its handle: it follows the finger, and goes when it was pulled far or fast enough.
//
//   closeBySwipe(view.grab, view.panel, () => panel.close());

const kFar = 72;      // px
const kFast = 0.5;    // px a millisecond
const kLeast = 6;     // px that are no tap any more

export function closeBySwipe(handle: HTMLElement, sheet: HTMLElement, close: () => void): void {
  let start: { y: number; time: number } | undefined;
  let pulled = 0;
  const follow = (distance: number): void => sheet.style.setProperty('--pulled', `${distance}px`);
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = { y: event.clientY, time: event.timeStamp };
    pulled = 0;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (!start) return;
    pulled = Math.max(0, event.clientY - start.y);
    follow(pulled);
  });
  const release = (event: PointerEvent): void => {
    if (!start) return;
    const speed = pulled / Math.max(1, event.timeStamp - start.time);
    start = undefined;
    follow(0);
    if (event.type === 'pointerup' && (pulled > kFar || (pulled > kLeast && speed > kFast))) close();
  };
  handle.addEventListener('pointerup', release);
  handle.addEventListener('pointercancel', release);
}
