// Every link of every page leads to a file that is there, and to a heading of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const tracked = (...patterns) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: project,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
const files = new Set(tracked());
const pages = tracked('*.md');
const textOf = (page) => readFileSync(join(project, page), 'utf8').replaceAll(/^```.*?^```/gms, '');

/** As forges make them of headings. */
const anchorsOf = (page) =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );

/** What is wrong with the links of a page. */
function brokenIn(page, text = textOf(page)) {
  return [...text.matchAll(/\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]+))?\)/g)].flatMap(([, path, anchor]) => {
    const target = path === '' ? page : normalize(join(dirname(page), path));
    const isFolder = [...files].some((file) => file.startsWith(`${target.replace(/\/$/, '')}/`));
    if (!files.has(target) && !isFolder) {
      return [`${page}: ${path} is not there`];
    }
    return anchor !== undefined && existsSync(join(project, target)) && !anchorsOf(target).includes(anchor)
      ? [`${page}: ${path} has no heading for #${anchor}`]
      : [];
  });
}

test('every link leads somewhere', () => {
  assert.ok(pages.length > 10);
  assert.deepEqual(
    pages.flatMap((page) => brokenIn(page)),
    [],
  );
});

test('a link to nothing, and one to no heading, are found', () => {
  assert.equal(brokenIn('README.md', '[a](docs/nothing.md)').length, 1);
  assert.equal(brokenIn('README.md', '[a](docs/hosts/README.md#nothing)').length, 1);
  assert.deepEqual(brokenIn('README.md', '[a](docs/hosts/README.md#what-every-host-has-to-do) [b](docs/hosts)'), []);
});

test('every file of hosts/ has a page, and every page of a host is listed', () => {
  const index = textOf('docs/hosts/README.md');
  for (const file of tracked('hosts/*')) {
    assert.ok(index.includes(`](../../${file})`), file);
  }
  for (const page of tracked('docs/hosts/*.md').filter((name) => !name.endsWith('README.md'))) {
    assert.ok(index.includes(`](${page.replace('docs/hosts/', '')})`), page);
  }
});
