// The article's text layer and its marks, set anew whenever lines or marks change, with the focus kept where it was.
//
//   const text = new ArticleText(view.text, view.margin, { hover(id) {…}, select(id) {…} });
//   text.show(core, { text, isRtl, layout, families }, false);
//   text.remark();                // after a filter

import type { ArticleLayout } from './article-layout.js';
import type { Core } from './core.js';
import { Marks, type MarkEvents } from './marks.js';
import type { Family } from './report.js';
import { TextLayer } from './text-layer.js';

export class ArticleText {
  readonly layer: TextLayer;
  readonly marks: Marks;

  constructor(root: HTMLElement, margin: HTMLElement, events: MarkEvents) {
    this.layer = new TextLayer(root, margin);
    this.marks = new Marks(this.layer, events);
  }

  show(core: Core, article: { text: string; isRtl: boolean; layout: ArticleLayout; families: ReadonlyMap<string, Family> }, isFlowing: boolean): void {
    const lines = (first: number, last: number) => core.textLayer(first, last);
    this.#keepFocus(() => this.layer.show({ ...article, lines, marks: () => core.marks() }, isFlowing));
  }

  /** What a person switches off and on is marks: the lines stay. */
  remark(): void {
    this.#keepFocus(() => this.layer.remark());
  }

  #keepFocus(change: () => void): void {
    const root = this.layer.root;
    const hadFocus = root.contains((root.getRootNode() as ShadowRoot).activeElement);
    change();
    this.marks.refresh(hadFocus);
  }
}
