// clang-format over all C++ of the project: --check says what is not formatted, without it that is mended.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));
const files = execFileSync('git', ['ls-files', '*.cpp', '*.h'], { cwd: project, encoding: 'utf8' }).trim().split('\n');
const how = process.argv.includes('--check') ? ['--dry-run', '-Werror'] : ['-i'];
const { status, error } = spawnSync('clang-format-19', [...how, ...files], { cwd: project, stdio: 'inherit' });
if (error) {
  throw error;
}
process.exitCode = status;
