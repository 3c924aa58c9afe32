// The package as its users get it: packed, and installed into a new project outside this one.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pack as packInto } from '../../release/packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = dirname(dirname(here));

/** A folder of its own, removed when the last test has run. */
export function folder(parent = tmpdir()) {
  const name = mkdtempSync(join(parent, 'partnercheck-install-'));
  after(() => rmSync(name, { recursive: true, force: true }));
  return name;
}

/** Where the packages are that a release would publish. */
export const pack = () => packInto(folder(), 'https://forge.example/partner-check');

/**
 * A new project, in `parent` where it says so, with the files of `projects`, in which the packed packages are installed, and
 * beside them only what they name as their dependencies. Nothing is fetched.
 */
export function install(tarballs, parent = undefined) {
  const project = folder(parent);
  cpSync(join(here, 'projects'), project, { recursive: true });
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  const installed = tarballs.map((tarball) => {
    const described = JSON.parse(execFileSync('tar', ['-xOzf', tarball, 'package/package.json'], { encoding: 'utf8' }));
    const place = join(modules, described.name);
    mkdirSync(place);
    execFileSync('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']);
    for (const [command, file] of Object.entries(described.bin ?? {})) {
      symlinkSync(join(place, file), join(modules, '.bin', command));
    }
    return described;
  });
  for (const dependency of installed.flatMap(({ dependencies }) => Object.keys(dependencies))) {
    const link = join(modules, dependency);
    if (!existsSync(link)) {
      symlinkSync(join(repository, 'node_modules', dependency), link);
    }
  }
  const dependencies = Object.fromEntries(installed.map(({ name, version }) => [name, version]));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  return project;
}
