// Who includes or imports whom, in the core, in the package and in the page, and which arrows must not be there.
import { posix } from 'node:path';
import ts from 'typescript';

/** From the bottom to the top: which files a layer holds, and on which layers it stands. The first that fits counts. */
export const layers = [
  { name: 'rules', files: /^core\/src\/rules\//, on: ['nouns'] },
  { name: 'decisions', files: /^core\/src\/(ask|catalogue|check|compare|findings|goals|plan|weigh)\./, on: ['rules'] },
  { name: 'json', files: /^core\/src\/json\//, on: ['decisions'] },
  { name: 'roster', files: /^core\/roster\/(include|src)\//, on: ['decisions'] },
  { name: 'roster json', files: /^core\/roster\/json\//, on: ['roster', 'json'] },
  { name: 'bindings', files: /^wasm\/[^/]+\.cpp$/, on: ['roster json'] },
  { name: 'nouns', files: /^core\/(include|src)\//, on: [] },
  { name: 'package', files: /^wasm\/src\/[^/]+\.ts$/, on: [] },
  { name: 'roster package', files: /^wasm\/src\/roster\//, on: ['package'] },
  { name: 'command line', files: /^wasm\/src\/cli\//, on: ['roster package'] },
  { name: 'library', files: /^web\/src\/library\//, on: [] },
  { name: 'timeline', files: /^web\/src\/timeline\//, on: ['library'] },
  { name: 'share', files: /^web\/src\/share\//, on: ['library'] },
  { name: 'offline', files: /^web\/src\/offline\//, on: ['library'] },
  { name: 'check', files: /^web\/src\/check\//, on: ['timeline', 'share'] },
  { name: 'page', files: /^web\/src\/page\//, on: ['check', 'offline'] },
  { name: 'rules page', files: /^web\/src\/rules\//, on: ['page'] },
  { name: 'roster page', files: /^web\/src\/roster\/(main|one-file|roster-page)\./, on: ['page', 'tables'] },
  { name: 'tables', files: /^web\/src\/roster\//, on: ['check'] },
  { name: 'embed', files: /^web\/src\/embed\//, on: ['tables'] },
];

const includeFolders = ['core/include', 'core/src', 'core', 'core/roster/include'];
/** Made by the build. */
const generated =
  /^wasm\/src\/((roster\/)?contract|message-keys|fault-texts|partnercheck-(core|roster)(\.(bytes|hash))?|locales\/.*)\.m?[jt]s$/;

const isTypeScript = (file) => file.endsWith('.ts');
const named = (file, text) =>
  isTypeScript(file)
    ? ts
        .preProcessFile(text)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => /^\..*\.m?js$/.test(name))
    : [...text.matchAll(/^\s*#\s*include\s*(?:"([^"]+)"|<(partnercheck\/[^>]+)>)/gm)].map(
        ([, own, shown]) => own ?? shown,
      );

const places = (file, name) =>
  isTypeScript(file)
    ? [posix.join(posix.dirname(file), name).replace(/\.(m?)js$/, '.$1ts')]
    : [posix.dirname(file), ...includeFolders].map((folder) => posix.join(folder, name));

/**
 * The arrows between nouns, as a map from each noun to the nouns that it names. A header and the source of the same name
 * that includes it are one noun, called and layered by its source. `files` maps names to texts.
 */
export function readArrows(files) {
  const includes = new Map();
  for (const [file, text] of files) {
    const targets = named(file, text).map((name) => {
      const candidates = places(file, name);
      const target = candidates.find((place) => files.has(place));
      if (target === undefined && !candidates.some((place) => generated.test(place))) {
        throw new Error(`${file} names ${name}, which is nowhere`);
      }
      return target;
    });
    includes.set(
      file,
      targets.filter((target) => target !== undefined),
    );
  }
  const stem = (file) => posix.basename(file).replace(/\.\w+$/, '');
  const noun = new Map([...files.keys()].map((file) => [file, file]));
  for (const [file, targets] of includes) {
    const header = file.endsWith('.cpp') && targets.find((target) => stem(target) === stem(file));
    if (header) {
      noun.set(header, file);
    }
  }
  const arrows = new Map();
  for (const [file, targets] of includes) {
    const from = noun.get(file);
    const all = arrows.get(from) ?? new Set();
    targets.map((target) => noun.get(target)).forEach((target) => target !== from && all.add(target));
    arrows.set(from, all);
  }
  return arrows;
}

/** Each circle once, as a path that ends where it begins. */
export function circles(arrows) {
  const found = [];
  const finished = new Set();
  const path = [];
  const walk = (noun) => {
    const start = path.indexOf(noun);
    if (start >= 0) {
      found.push([...path.slice(start), noun]);
      return;
    }
    if (finished.has(noun)) {
      return;
    }
    path.push(noun);
    for (const target of arrows.get(noun) ?? []) {
      walk(target);
    }
    path.pop();
    finished.add(noun);
  };
  for (const noun of arrows.keys()) {
    walk(noun);
  }
  return found;
}

export function layerOf(noun) {
  const layer = layers.find(({ files }) => files.test(noun));
  if (layer === undefined) {
    throw new Error(`${noun} is in no layer`);
  }
  return layer.name;
}

/** The layer itself and all that it stands on. */
function below(name) {
  const { on } = layers.find((layer) => layer.name === name);
  return new Set([name, ...on.flatMap((lower) => [...below(lower)])]);
}

/** Arrows to a layer on which one's own does not stand. */
export function forbidden(arrows) {
  return [...arrows].flatMap(([from, targets]) =>
    [...targets].filter((target) => !below(layerOf(from)).has(layerOf(target))).map((target) => [from, target]),
  );
}

/** A line for each layer: how many nouns it holds, and how many arrows lead from it to which. */
export function picture(arrows) {
  return layers.map(({ name }) => {
    const nouns = [...arrows.keys()].filter((noun) => layerOf(noun) === name);
    const counts = new Map();
    for (const target of nouns.flatMap((noun) => [...arrows.get(noun)])) {
      counts.set(layerOf(target), (counts.get(layerOf(target)) ?? 0) + 1);
    }
    const to = [...counts].filter(([target]) => target !== name).map(([target, count]) => `${target} (${count})`);
    return `${name}: ${nouns.length} nouns${to.length > 0 ? ` -> ${to.join(', ')}` : ''}`;
  });
}

/** The whole drawing for Graphviz, a box for each layer. */
export function dot(arrows) {
  const boxes = layers.map(({ name }) => {
    const nouns = [...arrows.keys()].filter((noun) => layerOf(noun) === name);
    return `  subgraph "cluster ${name}" { label="${name}"; ${nouns.map((noun) => `"${noun}";`).join(' ')} }`;
  });
  const lines = [...arrows].flatMap(([from, targets]) => [...targets].map((target) => `  "${from}" -> "${target}";`));
  return ['digraph imports {', '  rankdir=BT; node [shape=box];', ...boxes, ...lines, '}', ''].join('\n');
}
