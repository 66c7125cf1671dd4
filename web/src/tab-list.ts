// The tabs among the twins of the drawn controls: one tab stop, arrows and Home and End move along and open.
//
//   const tabs = new TabList();
//   tabs.update(button, true);
//   root.append(tabs.root);

import { label } from './strings.js';

export class TabList {
  readonly root = document.createElement('div');

  constructor() {
    this.root.className = 'tabs';
    this.root.setAttribute('role', 'tablist');
    label(this.root, 'findings');
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
  }

  update(tab: HTMLElement, isOpen: boolean): void {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(isOpen));
    tab.tabIndex = isOpen ? 0 : -1;
  }

  #onKey(event: KeyboardEvent): void {
    const tabs = [...this.root.children] as HTMLElement[];
    const at = tabs.indexOf(event.target as HTMLElement);
    const forward = getComputedStyle(this.root).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(step + tabs.length) % tabs.length]!;
    next.click();
    next.focus({ preventScroll: true });
  }
}
