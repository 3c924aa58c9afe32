import type { LoadOptions } from 'partnercheck';

const known = new Map<unknown, Promise<string>>();

/** SHA-256 of the core that came from `source`. Rejects where it cannot be worked out. */
export function coreHash(source: LoadOptions): Promise<string> {
  const place = source.wasmBinary ?? source.wasmUrl?.toString();
  let hash = known.get(place);
  if (hash === undefined) {
    hash = hashOf(source);
    hash.catch(() => known.delete(place));
    known.set(place, hash);
  }
  return hash;
}

async function hashOf({ wasmBinary, wasmUrl, wasmModule }: LoadOptions): Promise<string> {
  if (wasmModule !== undefined) {
    throw new Error('a compiled core no longer has its bytes');
  }
  const digest = await crypto.subtle.digest('SHA-256', wasmBinary ?? (await fetchedCore(wasmUrl)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes behind the very address from which the core came; it holds their hash, so they cannot be others by now. */
async function fetchedCore(wasmUrl: string | URL | undefined): Promise<ArrayBuffer> {
  const address =
    wasmUrl ??
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .findLast((name) => /\/partnercheck-core[^/]*\.wasm$/.test(name));
  if (address === undefined) {
    throw new Error('the core came from no address');
  }
  const response = await fetch(address, { credentials: 'same-origin', cache: 'force-cache' });
  if (!response.ok) {
    throw new Error(`${address} answered with status ${response.status}`);
  }
  return response.arrayBuffer();
}
