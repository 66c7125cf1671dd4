// embed.html in a frame: ?src= and ?theme= choose what is shown, and the frame around learns how high the text is.
// It runs before the element is defined, so that the article named by the address is the first one read.

const asked = new URLSearchParams(location.search);
const reader = document.querySelector('faultline-reader')!;
for (const name of ['src', 'theme', 'panel', 'render', 'highlights']) {
  const value = asked.get(name);
  if (value !== null) reader.setAttribute(name, value);
}

if (window.parent !== window) {
  const tell = (): void => window.parent.postMessage({ type: 'faultline-height', height: document.documentElement.scrollHeight }, '*');
  new ResizeObserver(tell).observe(document.body);
}

export {};
