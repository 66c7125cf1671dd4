// The native twins of the drawn controls: the core says what it drew and where, the page puts a real button or
// checkbox there. Over a canvas they are transparent; in the `dom` rendition the same elements are the visible list.
//
//   const layer = new ControlLayer(container, (id) => core.command({ action: 'activate', control: id }));
//   layer.show(core.layoutControls('panel', 340));

import type { Control, ControlLayout } from './core.js';
import type { Family } from './report.js';
import { TabList } from './tab-list.js';

export class ControlLayer {
  readonly #root: HTMLElement;
  readonly #activate: (control: string) => void;
  readonly #tabs: TabList;
  #elements = new Map<string, HTMLElement>();

  constructor(root: HTMLElement, activate: (control: string) => void) {
    this.#root = root;
    this.#activate = activate;
    this.#tabs = new TabList();
  }

  // Elements are kept by id, so that focus survives when a count changes or a row moves.
  show(layout: ControlLayout, families: ReadonlyMap<string, Family>): void {
    const kept = new Map<string, HTMLElement>();
    const wanted: HTMLElement[] = [], tabs: HTMLElement[] = [];
    for (const control of layout.controls) {
      const known = this.#elements.get(control.id);
      const element = known?.dataset['role'] === control.role ? known : this.#make(control);
      this.#update(element, control, families);
      kept.set(control.id, element);
      if (control.role !== 'tab') wanted.push(element);
      else if (tabs.push(element) === 1) wanted.push(this.#tabs.root);
    }
    const focused = (this.#root.getRootNode() as ShadowRoot).activeElement?.closest<HTMLElement>('.control');
    const shown = [...this.#elements.values()];
    arrange(this.#root, wanted);
    arrange(this.#tabs.root, tabs);
    this.#elements = kept;
    if (focused && !focused.isConnected) this.#passFocus(shown, focused);
  }

  // Whoever is at the keyboard goes on with what came, or else with what stands where their control stood, or before it.
  #passFocus(shown: readonly HTMLElement[], lost: HTMLElement): void {
    const all = [...this.#elements.values()];
    const place = shown.indexOf(lost);
    const takers = [...all.filter((element) => !shown.includes(element)), ...all.slice(place), ...all.slice(0, place).reverse()];
    const next = takers.find((element) => element.matches('button, label'));
    (next?.querySelector('input') ?? next)?.focus({ preventScroll: true });
  }

  #make(control: Control): HTMLElement {
    const element = document.createElement(tagOf(control));
    element.className = 'control';
    element.dataset['role'] = control.role;
    element.dataset['control'] = control.id;
    if (control.role === 'checkbox') {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.addEventListener('change', () => this.#activate(control.id));
      element.append(box, document.createElement('span'));
    } else if (isPressable(control)) {
      (element as HTMLButtonElement).type = 'button';
      element.addEventListener('click', () => this.#activate(control.id));
    }
    return element;
  }

  #update(element: HTMLElement, control: Control, families: ReadonlyMap<string, Family>): void {
    const box = element.firstElementChild;
    if (box instanceof HTMLInputElement) {
      box.checked = control.pressed ?? false;
      element.lastElementChild!.textContent = control.label;
    } else {
      if (element.textContent !== control.label) element.textContent = control.label;
      if (control.role === 'tab') this.#tabs.update(element, control.pressed ?? false);
      else if (isPressable(control) && control.pressed !== undefined) element.setAttribute('aria-pressed', String(control.pressed));
      if (control.expanded !== undefined) element.setAttribute('aria-expanded', String(control.expanded));
    }
    if (control.finding) {
      element.dataset['finding'] = control.finding;
      element.dataset['family'] = families.get(control.finding) ?? 'issue';
    }
    const style = element.style;
    style.setProperty('--left', `${control.left}px`);
    style.setProperty('--top', `${control.top}px`);
    style.setProperty('--width', `${control.width}px`);
    style.setProperty('--height', `${control.height}px`);
  }
}

// Elements that stay are not moved: one that has the focus would lose it.
function arrange(root: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Element>(wanted);
  for (const element of [...root.children]) {
    if (!kept.has(element)) element.remove();
  }
  let before: Element | null = root.firstElementChild;
  for (const element of wanted) {
    if (element === before) before = before.nextElementSibling;
    else root.insertBefore(element, before);
  }
}

function isPressable(control: Control): boolean {
  return control.role === 'button' || control.role === 'link' || control.role === 'tab';
}

function tagOf(control: Control): string {
  switch (control.role) {
    case 'checkbox': return 'label';
    case 'heading': return `h${Math.min(6, Math.max(2, control.level ?? 2))}`;
    case 'text': return 'p';
    default: return 'button';
  }
}
