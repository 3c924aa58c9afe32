// A text as the fragment of an address: `v1:`, then deflate-raw in base64url. A server never sees a fragment.

export const longestFragment = 8192;
export const longestText = 262_144;

export class FragmentError extends Error {
  override name = 'FragmentError';
  constructor(
    /** `too_long`: to write or to read; `newer`: written by a later page; `broken`: everything else. */
    readonly code: 'too_long' | 'newer' | 'broken',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Without the `#`. @throws FragmentError when it is longer than a link may be. */
export async function toFragment(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const packed = await bytesOf(through(bytes, new CompressionStream('deflate-raw')), longestText);
  const fragment = `v1:${base64url(packed)}`;
  if (bytes.length > longestText || fragment.length > longestFragment) {
    throw new FragmentError('too_long');
  }
  return fragment;
}

/** With or without the `#`. What it unpacks to is counted while it comes. @throws FragmentError */
export async function fromFragment(fragment: string): Promise<string> {
  const plain = fragment.replace(/^#/, '');
  if (plain.length > longestFragment) {
    throw new FragmentError('too_long');
  }
  const [, version, packed] = /^v(\d{1,6}):([\w-]*)$/.exec(plain) ?? [];
  if (version !== undefined && Number(version) > 1) {
    throw new FragmentError('newer');
  }
  if (version !== '1' || !packed) {
    throw new FragmentError('broken');
  }
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    const text = await bytesOf(through(bytes, new DecompressionStream('deflate-raw')), longestText);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch (cause) {
    throw cause instanceof FragmentError ? cause : new FragmentError('broken', { cause });
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array>);
}

/** @throws FragmentError as soon as there is more than `most`; what would follow is never unpacked. */
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new FragmentError('too_long');
    }
    pieces.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function base64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
