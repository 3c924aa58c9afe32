// The native build, built when asked for and kept running between the turns.
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export function startNative(folder) {
  const cmake = (...args) =>
    execFileSync('cmake', args, { cwd: project, stdio: ['ignore', process.stderr, 'inherit'] });
  cmake('--preset', 'bench');
  cmake('--build', '--preset', 'bench');
  const child = spawn(join(project, 'build/bench/tests/bench'), { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const file = (name) => join(folder, name);

  async function ask(...order) {
    child.stdin.write(`${order.join(' ')}\n`);
    const { value, done } = await lines.next();
    if (done) {
      throw new Error('the native build stopped');
    }
    const [seconds, cpu] = value.split(' ').map(Number);
    return { seconds, cpu };
  }
  function decisions() {
    const bytes = readFileSync(file('decisions'));
    const people = bytes.length / 5;
    return {
      statuses: new Uint8Array(bytes.subarray(0, people)),
      untils: new Int32Array(new Uint8Array(bytes.subarray(people)).buffer),
    };
  }

  return {
    put: (name, content) => writeFileSync(file(name), content),
    /** `question`: check or decide. */
    async ask(question, requests, count) {
      const times = await ask(question, file(requests), count, file('answers'));
      return {
        ...times,
        answer: readFileSync(file('answers'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).decision),
      };
    },
    async roster(request, table) {
      const times = await ask('roster', file(request), file(table), file('decisions'));
      return { ...times, answer: decisions() };
    },
    async columns(request, starts, perPerson) {
      const times = await ask('columns', file(request), file(starts), perPerson, file('decisions'));
      return { ...times, answer: decisions() };
    },
    stop: () => child.stdin.end(),
  };
}
