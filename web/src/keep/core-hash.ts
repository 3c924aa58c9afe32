import coreUrl from 'partnercheck/partnercheck-core.wasm?url';

let known: Promise<string> | undefined;

/** SHA-256 of the core that this page loaded; its address names its content. Rejects where it cannot be worked out. */
export function coreHash(): Promise<string> {
  known ??= hash();
  known.catch(() => (known = undefined));
  return known;
}

async function hash(): Promise<string> {
  const response = await fetch(coreUrl, { credentials: 'same-origin', cache: 'force-cache' });
  if (!response.ok) {
    throw new Error(`${coreUrl} answered with status ${response.status}`);
  }
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
