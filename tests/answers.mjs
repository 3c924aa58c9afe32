// What a build of the core answers to the vectors: first its catalogue, then a line for each vector.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = (path) => fileURLToPath(new URL(`../build/${path}`, import.meta.url));

export const native = [built('test/tests/answer_vectors')];
export const webAssembly = ['node', built('wasm/tests/answer_vectors.cjs')];

export function answersOf([program, ...args]) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n');
}
