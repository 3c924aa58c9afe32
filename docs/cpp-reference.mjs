// docs/cpp-reference.md, made from the headers: what each of them declares, with what its comments say. Clang reads them, so that
// only what is really declared stands there; the words and the spelling are those of the headers.
//   node docs/cpp-reference.mjs            writes it
//   node docs/cpp-reference.mjs --check    fails where it differs from what is there
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const page = new URL('cpp-reference.md', import.meta.url);
const folders = ['core/include', 'core/roster/include'];
const headers = folders.flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true })
    .filter((name) => name.endsWith('.h'))
    .sort()
    // A character is a byte here, as it is where Clang counts.
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(repository, folder, name), 'latin1') })),
);

/** The declarations of the namespace, as Clang prints them; it says a file only where it changes. */
function declarations() {
  const work = mkdtempSync(join(tmpdir(), 'partner-check-reference-'));
  try {
    const unit = join(work, 'all.cpp');
    writeFileSync(unit, headers.map(({ name }) => `#include <${name}>\n`).join(''));
    const printed = execFileSync(
      'clang++-19',
      [
        '-std=c++23',
        ...folders.flatMap((folder) => ['-I', folder]),
        '-fsyntax-only',
        ...['-ast-dump=json', '-ast-dump-filter=partnercheck'].flatMap((option) => ['-Xclang', option]),
        unit,
      ],
      { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
    return JSON.parse(`[${printed.trim().replaceAll(/^\}\n(?=\{)/gm, '},')}]`);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Kinds of declarations that stand in the reference. */
const shown = new Set([
  'CXXRecordDecl',
  'EnumDecl',
  'FunctionDecl',
  'FunctionTemplateDecl',
  'ConceptDecl',
  'TypeAliasDecl',
  'VarDecl',
  'VarTemplateDecl',
  'FieldDecl',
  'CXXMethodDecl',
  'CXXConstructorDecl',
]);
/** What serves JSON and comparison alone: every structure has it. */
const served = /^(kName|fields|operator.*)$/;

/** Where each shown declaration begins and ends, by header. */
function placesByHeader() {
  const found = new Map(headers.map(({ path }) => [path, []]));
  let file = '';
  const place = (location) => {
    const at = location.expansionLoc ?? location;
    file = at.file ?? file;
    return { file, offset: at.offset, end: at.offset + (at.tokLen ?? 0) };
  };
  const visit = (node, depth, access) => {
    // In the order in which Clang prints them, or files are taken for others.
    const at = node.loc === undefined ? undefined : place(node.loc);
    const begin = node.range === undefined ? undefined : place(node.range.begin);
    const end = node.range === undefined ? undefined : place(node.range.end);
    const isHere =
      at?.offset !== undefined && found.has(at.file) && shown.has(node.kind) && node.isImplicit !== true && depth > 0;
    if (isHere && node.name !== undefined && access !== 'private') {
      const ofFunction =
        node.kind === 'FunctionTemplateDecl' ? node.inner.find(({ kind }) => /Function|Method/.test(kind)) : node;
      const body = ofFunction?.inner?.find(({ kind }) => kind === 'CompoundStmt')?.range.begin.offset;
      const bases = (node.bases ?? []).map(({ type }) => type.qualType);
      const isWhole = !/Record/.test(node.kind) || node.completeDefinition === true;
      if (isWhole && !served.test(node.name)) {
        const [beginOffset, endOffset] = [begin.offset, end.end];
        found
          .get(at.file)
          .push({ kind: node.kind, name: node.name, begin: beginOffset, end: endOffset, body, bases, depth });
      }
    }
    let now = node.tagUsed === 'class' ? 'private' : 'public';
    for (const inner of node.inner ?? []) {
      if (inner.kind === 'AccessSpecDecl') {
        now = inner.access;
      }
      const isNamespace = node.kind === 'NamespaceDecl' && node.name === 'partnercheck';
      const isType = node.kind === 'CXXRecordDecl';
      visit(inner, isNamespace ? 1 : depth > 0 && isType ? depth + 1 : depth > 0 ? 99 : 0, isType ? now : 'public');
    }
  };
  declarations().forEach((node) => visit(node, 0, 'public'));
  return found;
}

/** The comment on the lines above, or behind on the same line. */
function commentOf(text, begin, end) {
  const lineStart = text.lastIndexOf('\n', begin - 1) + 1;
  const above = [];
  for (let until = lineStart - 1; until > 0; ) {
    const from = text.lastIndexOf('\n', until - 1) + 1;
    const [, said] = /^\s*\/\/ ?(.*)$/.exec(text.slice(from, until)) ?? [];
    if (said === undefined) {
      break;
    }
    above.unshift(said);
    until = from - 1;
  }
  const rest = text.slice(end, text.indexOf('\n', end));
  const [, behind] = /^[^\n]*?\/\/ ?(.*)$/.exec(rest) ?? [];
  return [...above, ...(behind === undefined ? [] : [behind])];
}

/** As it stands in the header, without what it does or what it begins with. */
function codeOf(text, { kind, begin, end, body }) {
  const template = /template <[^\n]*>\n?$/.exec(text.slice(0, begin))?.[0] ?? '';
  const whole = `${template}${text.slice(begin, body ?? end)}`;
  if (kind === 'EnumDecl') {
    return whole;
  }
  const flat = whole
    .replaceAll('[[nodiscard]] ', '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(kind === 'CXXConstructorDecl' ? /(?<=\)) : .*$/ : /;$/, '')
    .trim();
  return flat.length > 200 ? flat.replace(/ = .*$/, '') : flat;
}

const escaped = (said) => said.replaceAll('<', '\\<');
const cell = (text) => text.replaceAll('|', '\\|');
const sentence = (comment) => escaped(comment.join(' ').trim());
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** The reference, as it should be. */
function reference() {
  const byHeader = placesByHeader();
  const types = new Set(
    [...byHeader.values()]
      .flat()
      .filter(({ kind, depth }) => depth === 1 && /Record|Enum|Alias/.test(kind))
      .map(({ name }) => name),
  );
  /** The types of the reference that a piece of code names. */
  const seeAlso = (code, itself) => {
    const names = [...new Set(code.match(/\b[A-Z]\w+/g) ?? [])]
      .filter((name) => types.has(name) && name !== itself)
      .sort();
    return names.length === 0 ? [] : [`Names ${names.map((name) => `[${name}](#${anchorOf(name)})`).join(', ')}.`, ''];
  };
  const typeLines = (text, type, places, outer = '') => {
    const members = places.filter(
      ({ begin, end, depth }) => depth === type.depth + 1 && begin > type.begin && end <= type.end,
    );
    const name = `${outer}${type.name}`;
    const [nested, plain] = [true, false].map((isType) => members.filter(({ kind }) => /Record/.test(kind) === isType));
    const rows = plain.map(
      (member) =>
        `| \`${cell(codeOf(text, member))}\` | ${cell(sentence(commentOf(text, member.begin, member.end)))} |`,
    );
    return [
      `### ${name}`,
      '',
      ...prose(commentOf(text, type.begin, type.begin)),
      ...(type.kind === 'EnumDecl' ? ['```cpp', `${codeOf(text, type)};`, '```', ''] : []),
      ...(rows.length > 0 ? ['| member | |', '| --- | --- |', ...rows, ''] : []),
      ...seeAlso([...type.bases, ...plain.map((member) => codeOf(text, member))].join(' '), type.name),
      ...nested.flatMap((each) => typeLines(text, each, places, `${name}::`)),
    ];
  };
  const otherLines = (text, declaration) => {
    const code = codeOf(text, declaration);
    return [
      ...(declaration.kind === 'TypeAliasDecl' ? [`### ${declaration.name}`, ''] : []),
      '```cpp',
      `${code.replace(/;$/, '')};`,
      '```',
      '',
      ...prose(commentOf(text, declaration.begin, declaration.end)),
      ...seeAlso(code, declaration.name),
    ];
  };
  return [
    '# C++ reference',
    '',
    'What the headers declare, in the namespace `partnercheck`. Made from them by `npm run docs`; a test fails where they differ. How to build',
    'and link it, and a whole program: [cpp.md](cpp.md).',
    '',
    ...headers.flatMap(({ name, path, text }) => {
      const places = byHeader.get(path).sort((one, other) => one.begin - other.begin);
      const [about] = /^(\/\/.*\n)*/.exec(text);
      return [
        `## <${name}>`,
        '',
        ...prose(
          about
            .trimEnd()
            .split('\n')
            .map((line) => line.replace(/^\/\/ ?/, '')),
        ),
        ...places
          .filter(({ depth }) => depth === 1)
          .flatMap((place) =>
            /Record|Enum/.test(place.kind) ? typeLines(text, place, places) : otherLines(text, place),
          ),
      ];
    }),
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

/** Paragraphs, and code where it is indented. */
function prose(comment) {
  const blocks = [];
  for (const line of comment) {
    const kind = line.trim() === '' ? 'none' : /^ {2,}/.test(line) ? 'code' : 'text';
    if (kind === blocks.at(-1)?.kind) {
      blocks.at(-1).lines.push(line);
    } else {
      blocks.push({ kind, lines: [line] });
    }
  }
  return blocks.flatMap(({ kind, lines }) => {
    switch (kind) {
      case 'text':
        return [sentence(lines), ''];
      case 'code':
        return ['```cpp', ...lines.map((line) => line.trim()), '```', ''];
      default:
        return [];
    }
  });
}

const text = Buffer.from(reference(), 'latin1').toString('utf8');
if (process.argv.includes('--check')) {
  if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/cpp-reference.md and the headers differ: node docs/cpp-reference.mjs writes it');
    process.exit(1);
  }
} else {
  writeFileSync(page, text);
}
