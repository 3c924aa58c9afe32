// The package as its users get it: packed, and installed into a new project outside this one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = dirname(dirname(here));

/** A folder of its own, removed when the last test has run. */
export function folder(parent = tmpdir()) {
  const name = mkdtempSync(join(parent, 'partnercheck-install-'));
  after(() => rmSync(name, { recursive: true, force: true }));
  return name;
}

/** Where `npm pack` put the package. */
export function pack() {
  const into = folder();
  const args = ['pack', '--workspace', 'wasm', '--pack-destination', into, '--json', '--ignore-scripts'];
  const [{ filename }] = JSON.parse(
    execFileSync('npm', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  return join(into, filename);
}

/**
 * A new project, in `parent` where it says so, with the files of `projects`, in which the packed package is installed, and beside it only what the
 * package names as its dependencies. Nothing is fetched.
 */
export function install(tarball, parent = undefined) {
  const project = folder(parent);
  cpSync(join(here, 'projects'), project, { recursive: true });
  const installed = join(project, 'node_modules/partnercheck');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const { name, version, bin, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, 'node_modules', dependency), link);
  }
  mkdirSync(join(project, 'node_modules/.bin'));
  for (const [command, file] of Object.entries(bin)) {
    symlinkSync(join(installed, file), join(project, 'node_modules/.bin', command));
  }
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: { [name]: version } }),
  );
  return project;
}
