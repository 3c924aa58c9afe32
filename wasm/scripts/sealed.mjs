import { createHash } from 'node:crypto';

/** With the hash of the module in a section of its own at the end, where src/seal.ts looks for it. */
export function sealed(module) {
  const hash = createHash('sha256').update(module).digest('base64');
  const name = 'partnercheck';
  const content = Buffer.from(`${String.fromCharCode(name.length)}${name}${hash}`);
  return { bytes: Buffer.concat([module, Buffer.from([0, content.length]), content]), hash };
}
