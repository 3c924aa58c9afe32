// The same sources in another folder give the same WebAssembly, byte for byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const copy = join(mkdtempSync(join(tmpdir(), 'partnercheck-')), 'elsewhere');
const hash = (folder) =>
  createHash('sha256').update(readFileSync(join(folder, 'build/wasm/wasm/partnercheck-core.wasm'))).digest('hex');

try {
  for (const name of ['CMakeLists.txt', 'CMakePresets.json', 'core', 'wasm/CMakeLists.txt', 'wasm/bindings.cpp']) {
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(project, '.toolchain'), join(copy, '.toolchain'));
  for (const args of [
    ['--preset', 'wasm', '-DPARTNERCHECK_TESTS=OFF', '--log-level=WARNING'],
    ['--build', '--preset', 'wasm', '--target', 'partnercheck-core'],
  ]) {
    const { status } = spawnSync('cmake', args, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      throw new Error(`cmake ${args.join(' ')} failed`);
    }
  }
  const [here, there] = [hash(project), hash(copy)];
  console.log(`here      ${here}\nelsewhere ${there}`);
  process.exitCode = here === there ? 0 : 1;
} finally {
  rmSync(dirname(copy), { recursive: true, force: true });
}
