// What shows that bytes are the core that the build made.
// At its end a core holds the SHA-256 of all before, in base64 (scripts/build.mjs). So one that was damaged on its way is
// told apart from one of another build, whose imports may have other names.
export const section = 'partnercheck';
/** Of a section that engines leave alone: its number, its size, the length of its name. */
export const seal = `\0\x39\x0c${section}`;

export const otherCore = 'another WebAssembly module than the one that belongs to this script';

/** Undefined where there is no SubtleCrypto, as on a page without a secure connection. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle } = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto ?? {};
  return subtle && btoa(latin(new Uint8Array(await subtle.digest('SHA-256', bytes))));
}

export const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

export async function isCore(bytes: Uint8Array<ArrayBuffer>, hash: string): Promise<boolean> {
  const end = seal + hash;
  return (
    latin(bytes.subarray(-end.length)) === end &&
    [hash, undefined].includes(await hashOf(bytes.subarray(0, -end.length)))
  );
}
