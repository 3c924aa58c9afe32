// UTF-8, also where a host hides what every runtime has: the jsdom of Jest knows neither class.
const encoder = typeof TextEncoder === 'undefined' ? undefined : new TextEncoder();
const decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder();

export function encode(text: string): Uint8Array {
  if (encoder !== undefined) {
    return encoder.encode(text);
  }
  const units = encodeURIComponent(text).matchAll(/%(..)|[^%]/g);
  return Uint8Array.from(units, ([unit, hex]) => (hex === undefined ? unit.charCodeAt(0) : Number.parseInt(hex, 16)));
}

/** How many bytes it took. Requires room for all of it. */
export function encodeInto(text: string, room: Uint8Array): number {
  if (encoder !== undefined) {
    return encoder.encodeInto(text, room).written;
  }
  const bytes = encode(text);
  room.set(bytes);
  return bytes.length;
}

export function decode(bytes: Uint8Array): string {
  return decoder !== undefined
    ? decoder.decode(bytes)
    : decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
