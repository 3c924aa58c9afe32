/** Of a file that the build put into the script, as the address of its data. */
export function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  const [, base64 = ''] = address.split(',');
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
