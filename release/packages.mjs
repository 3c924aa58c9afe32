// What is published, from the bottom to the top: the folders, and how each is packed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));

export const folders = ['wasm', 'element'];

const npm = (cwd, ...args) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * Packs both packages into a folder as <name>.tgz, each with the changes of all versions and, where `repository` is its
 * address, with where it comes from: a fork publishes its own. Returns the files.
 */
export function pack(into, repository) {
  const work = mkdtempSync(join(tmpdir(), 'partnercheck-pack-'));
  try {
    mkdirSync(into, { recursive: true });
    return folders.map((folder) => {
      const [{ filename }] = JSON.parse(
        npm(project, 'pack', '--workspace', folder, '--pack-destination', work, '--json', '--ignore-scripts'),
      );
      execFileSync('tar', ['-xzf', join(work, filename), '-C', work]);
      const unpacked = join(work, 'package');
      const file = join(unpacked, 'package.json');
      const { files, dependencies, ...described } = JSON.parse(readFileSync(file, 'utf8'));
      const origin =
        repository === undefined
          ? {}
          : {
              homepage: `${repository}#readme`,
              repository: { type: 'git', url: `git+${repository}.git`, directory: folder },
              bugs: `${repository}/issues`,
            };
      writeFileSync(
        file,
        `${JSON.stringify({ ...described, ...origin, files: [...files, 'CHANGELOG.md'], dependencies }, null, 2)}\n`,
      );
      cpSync(join(project, 'CHANGELOG.md'), join(unpacked, 'CHANGELOG.md'));
      npm(unpacked, 'pack', '--pack-destination', work, '--ignore-scripts');
      const target = join(into, `${described.name}.tgz`);
      cpSync(join(work, filename), target);
      rmSync(unpacked, { recursive: true });
      return target;
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
