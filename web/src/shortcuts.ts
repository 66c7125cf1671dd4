// Single keys, while the reader has the focus and only then: they are heard on the reader's own frame, never in a field, and can
// be switched off. Escape, which closes what is open, is no single-key shortcut and stays.
//
//   const shortcuts = new Shortcuts(view.frame, { n: () => step('next'), p: () => step('previous') }, () => closeWhatIsOpen());
//   shortcuts.isOn = false;

export type Keys = Readonly<Record<string, () => void>>;

export class Shortcuts {
  isOn = true;

  /** `escape` closes what is open, and says whether anything was. */
  constructor(frame: HTMLElement, keys: Keys, escape: () => boolean) {
    frame.addEventListener('keydown', (event) => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'Escape' ? !escape() : !this.#press(event, keys)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  #press(event: KeyboardEvent, keys: Keys): boolean {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (!this.isOn || hasModifier || isField(event.target as Element)) return false;
    const press = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    press?.();
    return press !== undefined;
  }
}

// Where letters are letters. A checkbox has no use for them.
function isField(element: Element): boolean {
  return element.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])');
}
