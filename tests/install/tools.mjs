// The tools that others build and test with, installed apart: only tests/install needs them.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('tools/', import.meta.url));
const installed = join(folder, 'node_modules/.package-lock.json');
const changed = (file) => statSync(file).mtimeMs;

/** Where a file of an installed tool is. */
export function tool(path) {
  if (!existsSync(installed) || changed(installed) < changed(join(folder, 'package-lock.json'))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
  return join(folder, 'node_modules', path);
}
