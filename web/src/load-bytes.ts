// Bytes of a file that stands beside this module: over the network in a page or a worker, from the disk in Node.
//
//   const bytes = await loadBytes(new URL('./english.flm', import.meta.url));

export async function loadBytes(url: URL, priority: RequestPriority = 'auto'): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url, { priority });
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
