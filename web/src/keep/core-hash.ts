import { PartnerCheckPage } from '../partner-check-page.js';

let known: Promise<string> | undefined;

/** SHA-256 of the core that this page loaded. Rejects where it cannot be worked out. */
export function coreHash(): Promise<string> {
  known ??= hash();
  known.catch(() => (known = undefined));
  return known;
}

async function hash(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', PartnerCheckPage.loadOptions.wasmBinary ?? (await fetchedCore()));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes behind the very address from which the core came; it holds their hash, so they cannot be others by now. */
async function fetchedCore(): Promise<ArrayBuffer> {
  const address = performance
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
