// What the bytes of the core are spent on, each part packed by itself: the bound for whoever wants it smaller.
//   node size.mjs    prints the parts
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const project = fileURLToPath(new URL('../../', import.meta.url));
const built = join(project, 'build/wasm/wasm');

/** Of a function, by its name; the first that fits. A list of findings is counted with the findings. */
const kinds = [
  ['reading and writing JSON', /partnercheck::json::|nlohmann::/],
  ['the rules, decisions, plans, the catalogue', /partnercheck::|\(anonymous namespace\)::/],
  ['the standard library', /std::|^operator (new|delete)/],
  ['memory, the C library, Embind', /^/],
];

function reader(bytes) {
  let at = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) {
        return value;
      }
    }
  };
  const piece = (size) => bytes.subarray(at, (at += size));
  return { number, piece, byte: () => bytes[at++], done: () => at >= bytes.length };
}
const vector = ({ number }, each) => Array.from({ length: number() }, each);

/** Sections of a module by their number; those of engines' own business by their name. */
function sectionsOf(module) {
  const { number, piece, byte, done } = reader(module.subarray(8));
  const sections = new Map();
  while (!done()) {
    const id = byte();
    const content = piece(number());
    if (id === 0) {
      const inner = reader(content);
      const name = inner.piece(inner.number()).toString();
      sections.set(name, content.subarray(content.indexOf(name) + name.length));
    } else {
      sections.set(id, content);
    }
  }
  return sections;
}

function importedFunctions(section) {
  const imports = reader(section);
  return vector(imports, () => {
    imports.piece(imports.number());
    imports.piece(imports.number());
    const isFunction = imports.byte() === 0;
    if (!isFunction) {
      throw new Error('an import that is no function');
    }
    return imports.number();
  }).length;
}

function functionNames(section) {
  const { number, piece, byte, done } = reader(section);
  while (!done()) {
    const kind = byte();
    const content = reader(piece(number()));
    if (kind === 1) {
      return new Map(vector(content, () => [content.number(), content.piece(content.number()).toString()]));
    }
  }
  throw new Error('the functions have no names');
}

const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;

export function sizeOfParts() {
  const run = (...args) => execFileSync('cmake', args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  run('--preset', 'wasm', '--log-level=WARNING');
  run('--build', '--preset', 'wasm', '--target', 'partnercheck-core-named');
  const sections = sectionsOf(readFileSync(join(built, 'partnercheck-core-named.wasm')));
  const names = functionNames(sections.get('name'));
  const first = importedFunctions(sections.get(2));
  const code = reader(sections.get(10));
  const functions = new Map(kinds.map(([kind]) => [kind, []]));
  vector(code, (_, index) => {
    const [kind] = kinds.find(([, pattern]) => pattern.test(names.get(first + index) ?? ''));
    functions.get(kind).push(code.piece(code.number()));
  });
  const data = sections.get(11);
  const timeline = readFileSync(join(project, 'core/rulesets/timeline.json'), 'utf8').replace(/\n */g, '');
  const start = data.indexOf(timeline);
  const others = [data.subarray(0, start), data.subarray(start + timeline.length)];
  // Keys, names and codes: what can be read, four letters at least.
  const words = others.flatMap((piece) => piece.toString('latin1').match(/[ -~]{4,}/g) ?? []).join('\0');
  const tables = others.map((piece) => piece.toString('latin1').replace(/[ -~]{4,}/g, '')).join('');
  const parts = [
    ...[...functions].map(([name, pieces]) => [name, Buffer.concat(pieces)]),
    ['data: the numbers of the documents', Buffer.from(timeline)],
    ['data: keys, names and codes', Buffer.from(words, 'latin1')],
    ['data: tables', Buffer.from(tables, 'latin1')],
    ['the glue', readFileSync(join(project, 'wasm/dist/partnercheck-core.mjs'))],
  ];
  return parts.map(([name, bytes]) => ({ name, raw: bytes.length, gzip: packed(bytes) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sizesTable } = await import('./report.mjs');
  console.log(sizesTable(sizeOfParts()));
}
