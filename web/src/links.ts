// The links of an article: shown as links, and opened by nobody but the host, who is asked by an event.
//
//   const address = findAddress('https://example.org/');     // undefined for what is no address to go to
//   askForLinks(view.text, (href, text) => events.follow(href, text));

/** The address of a link of the article, if it is one that a person can be sent to. */
export function findAddress(target: string): string | undefined {
  const url = URL.canParse(target, document.baseURI) ? new URL(target, document.baseURI) : undefined;
  return url && /^(https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

export function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return (target as Element | null)?.closest<HTMLAnchorElement>('a[data-link]') ?? null;
}

export function askForLinks(root: HTMLElement, follow: (href: string, text: string) => void): void {
  const onPress = (event: Event): void => {
    const link = linkAt(event.target);
    if (!link) return;
    event.preventDefault();
    follow(link.href, link.textContent ?? '');
  };
  root.addEventListener('click', onPress);
  root.addEventListener('auxclick', onPress);
}
