// Puts beside each file of dist that gets smaller the same in Brotli and gzip, for hosts that hand such files out (hosts/).
// Browsers are given the file that they can read; the names in pages stay the same.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const text = /\.(css|html|js|json|svg|txt|wasm|webmanifest)$/;

const encodings = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

const sizes = { as_they_are: 0, br: 0, gz: 0 };
await Promise.all(
  readdirSync(fileURLToPath(dist), { recursive: true })
    .filter((name) => text.test(name))
    .map(async (name) => {
      const bytes = readFileSync(new URL(name, dist));
      sizes.as_they_are += bytes.length;
      for (const [ending, compress] of Object.entries(encodings)) {
        const small = await compress(bytes);
        sizes[ending] += Math.min(small.length, bytes.length);
        if (small.length < bytes.length) {
          writeFileSync(new URL(`${name}.${ending}`, dist), small);
        }
      }
    }),
);
const kilobytes = (size) => `${Math.round(size / 1024)} KB`;
console.log(`${kilobytes(sizes.as_they_are)}: ${kilobytes(sizes.br)} as .br, ${kilobytes(sizes.gz)} as .gz`);
