// The reader's typefaces: one copy of the bytes goes to the core, the same bytes make the page's FontFace, so
// that drawn text and text layer agree.
//
//   const faces = await loadFaces();
//   for (const face of faces) core.addFont(face.bytes, face.role);
//   showFaces(faces); … hideFaces(faces);

import type { FontRole } from './core.js';

export interface Face {
  role: FontRole;
  bytes: Uint8Array;
  face: FontFace;
}

const kFiles: readonly { role: FontRole; file: string; family: string; weight: string }[] = [
  { role: 0, file: 'serif.ttf', family: 'Faultline Serif', weight: '400' },
  { role: 1, file: 'serif-bold.ttf', family: 'Faultline Serif', weight: '700' },
  { role: 2, file: 'sans.ttf', family: 'Faultline Sans', weight: '400' },
  { role: 3, file: 'sans-bold.ttf', family: 'Faultline Sans', weight: '700' },
];

let loading: Promise<Face[]> | undefined;
let shown = 0;

export function loadFaces(): Promise<Face[]> {
  loading ??= Promise.all(kFiles.map(loadFace));
  loading.catch(() => (loading = undefined));
  return loading;
}

async function loadFace({ role, file, family, weight }: (typeof kFiles)[number]): Promise<Face> {
  const response = await fetch(new URL(`./fonts/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`the typeface ${file} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const face = await new FontFace(family, bytes, { weight }).load();
  return { role, bytes, face };
}

// Shadow trees take their fonts from the document, so the faces stand there as long as a reader is connected.
export function showFaces(faces: readonly Face[]): void {
  if (shown++ === 0) for (const { face } of faces) document.fonts.add(face);
}

export function hideFaces(faces: readonly Face[]): void {
  if (--shown === 0) for (const { face } of faces) document.fonts.delete(face);
}
