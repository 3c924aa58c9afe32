// The same sources in another folder give the same WebAssembly, byte for byte; and without precompiled headers, so that no
// #include is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const copy = join(mkdtempSync(join(tmpdir(), 'partnercheck-')), 'elsewhere');
const modules = ['partnercheck-core', 'partnercheck-roster'];
const hash = (folder, name) =>
  createHash('sha256')
    .update(readFileSync(join(folder, `build/wasm/wasm/${name}.wasm`)))
    .digest('hex');

try {
  const sources = readdirSync(join(project, 'wasm')).filter((name) => /^CMakeLists\.txt$|\.cpp$/.test(name));
  for (const name of [
    'package.json',
    'CMakeLists.txt',
    'CMakePresets.json',
    'core',
    ...sources.map((source) => `wasm/${source}`),
  ]) {
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(project, '.toolchain'), join(copy, '.toolchain'));
  for (const args of [
    ['--preset', 'wasm', '-DPARTNERCHECK_TESTS=OFF', '-DPARTNERCHECK_PRECOMPILE=OFF', '--log-level=WARNING'],
    ['--build', '--preset', 'wasm', '--target', ...modules],
  ]) {
    const { status } = spawnSync('cmake', args, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      throw new Error(`cmake ${args.join(' ')} failed`);
    }
  }
  for (const name of modules) {
    const [here, there] = [hash(project, name), hash(copy, name)];
    console.log(`${name}\n  here      ${here}\n  elsewhere ${there}`);
    if (here !== there) {
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(dirname(copy), { recursive: true, force: true });
}
