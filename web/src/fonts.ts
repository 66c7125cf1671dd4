// The reader's typefaces: one copy of the bytes goes to the core, the same bytes make the page's FontFace, so that drawn text
// and text layer agree. A face is fetched once a page, and only when some text asks for it.
//
//   const faces = new Typefaces(view.text, () => layoutAnew());
//   await faces.prepare();          // the ones that every reader needs
//   faces.give(core);
//   faces.want(layout.faces);       // the rest, by and by
//   faces.show(); … faces.hide();

import type { Core, FontRole } from './core.js';
import { kOwnRole } from './core.js';
import { loadBytes } from './load-bytes.js';

interface Face {
  role: FontRole;
  bytes: Uint8Array;
  face: FontFace;
}

type FaceFile = { family: string; file: string; weight?: string; style?: string };

const kFiles: readonly FaceFile[] = [
  { family: 'Faultline Serif', file: 'serif.ttf' },
  { family: 'Faultline Serif', file: 'serif-bold.ttf', weight: '700' },
  { family: 'Faultline Sans', file: 'sans.ttf' },
  { family: 'Faultline Sans', file: 'sans-bold.ttf', weight: '700' },
  { family: 'Faultline Serif', file: 'serif-italic.ttf', style: 'italic' },
  { family: 'Faultline Serif', file: 'serif-bold-italic.ttf', weight: '700', style: 'italic' },
  { family: 'Faultline Sans', file: 'sans-italic.ttf', style: 'italic' },
  { family: 'Faultline Sans', file: 'sans-bold-italic.ttf', weight: '700', style: 'italic' },
  { family: 'Faultline Naskh', file: 'naskh.ttf' },
  { family: 'Faultline Naskh', file: 'naskh-bold.ttf', weight: '700' },
  { family: 'Faultline Nastaliq', file: 'nastaliq.ttf' },
  { family: 'Faultline Nastaliq', file: 'nastaliq-bold.ttf', weight: '700' },
];
const kBasics: readonly FontRole[] = [0, 1, 2, 3];

const loading = new Map<string, Promise<Face>>();
const shown = new Map<FontFace, number>();  // by how many readers

function loadFace(role: FontRole, address: URL, { family, weight = '400', style = 'normal' }: FaceFile): Promise<Face> {
  let face = loading.get(address.href);
  if (!face) {
    face = (async () => {
      const bytes = await loadBytes(address);
      return { role, bytes, face: await new FontFace(family, bytes, { weight, style }).load() };
    })();
    face.catch(() => loading.delete(address.href));
    loading.set(address.href, face);
  }
  return face;
}

export class Typefaces {
  readonly #root: HTMLElement;
  readonly #arrived: () => void;
  readonly #asked = new Set<FontRole>();
  readonly #faces = new Map<FontRole, Face>();
  #core: Core | undefined;
  #own: URL | undefined;
  #isShown = false;

  /** `arrived` is told when faces that were wanted are there: what they are wanted for is to be laid out again. */
  constructor(root: HTMLElement, arrived: () => void) {
    this.#root = root;
    this.#arrived = arrived;
  }

  /** Fetches the faces that every reader needs. Throws what went wrong. */
  async prepare(): Promise<void> {
    for (const face of await Promise.all(kBasics.map((role) => this.#load(role)))) this.#add(face);
  }

  /** All that is there, and all that will come, goes to this core. */
  give(core: Core): void {
    if (this.#core === core) return;
    this.#core = core;
    for (const { role, bytes } of this.#faces.values()) core.addFont(bytes, role);
  }

  /** The address of the page's own face; undefined for none. */
  setOwn(address: URL | undefined): void {
    if (this.#own?.href === address?.href) return;
    this.#own = address;
    this.#asked.delete(kOwnRole);
    if (address) this.#root.style.setProperty('--own', `"${familyOf(address)}"`);
  }

  /** Fetches what is not there yet. A face that cannot be had is done without: its relatives stand in. */
  want(roles: readonly FontRole[]): void {
    const core = this.#core;
    const missing = roles.filter((role) => !this.#asked.has(role) && (role !== kOwnRole || this.#own));
    if (!core || missing.length === 0) return;
    void Promise.allSettled(missing.map((role) => this.#load(role))).then((results) => {
      const faces = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      if (faces.length === 0 || this.#core !== core) return;
      let isNew = false;
      for (const face of faces) {
        try {
          core.addFont(face.bytes, face.role);
          this.#add(face);
          isNew = true;
        } catch {
          // Not a font that the core can read; the text stays in what it is in.
        }
      }
      if (isNew) this.#arrived();
    });
  }

  // Shadow trees take their fonts from the document, so the faces stand there as long as a reader is connected.
  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    for (const { face } of this.#faces.values()) showFace(face);
  }

  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    for (const { face } of this.#faces.values()) hideFace(face);
  }

  /** The core is gone. */
  forget(): void {
    this.hide();
    this.#core = undefined;
  }

  #load(role: FontRole): Promise<Face> {
    this.#asked.add(role);
    if (role === kOwnRole) return loadFace(role, this.#own!, { family: familyOf(this.#own!), file: '' });
    const file = kFiles[role]!;
    return loadFace(role, new URL(`./fonts/${file.file}`, import.meta.url), file);
  }

  #add(face: Face): void {
    const before = this.#faces.get(face.role);
    if (before === face) return;
    this.#faces.set(face.role, face);
    if (!this.#isShown) return;
    if (before) hideFace(before.face);
    showFace(face.face);
  }
}

// One family name an address: two readers with two faces of their own do not see each other's.
function familyOf(address: URL): string {
  return `Faultline ${address.href.replace(/["\\]/g, '')}`;
}

function showFace(face: FontFace): void {
  const count = shown.get(face) ?? 0;
  shown.set(face, count + 1);
  if (count === 0) document.fonts.add(face);
}

function hideFace(face: FontFace): void {
  const count = shown.get(face) ?? 0;
  if (count > 1) shown.set(face, count - 1);
  else if (shown.delete(face)) document.fonts.delete(face);
}
