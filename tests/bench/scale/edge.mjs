// The core at the edge: how long a processor takes for an answer in workerd, the runtime of Cloudflare Workers. Linux only.
//   npm run build -w wasm && node tests/bench/scale/edge.mjs
import { build } from 'esbuild';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { freePort } from '../../web/free-port.mjs';
import { example } from '../check/requests.mjs';

const answers = 2_000;
const rounds = 5;
const atOnce = 8;
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const require = createRequire(import.meta.url);
const [program] = Object.keys(require('workerd/package.json').optionalDependencies).flatMap((name) => {
  try {
    return [require.resolve(`${name}/bin/workerd`)];
  } catch {
    return [];
  }
});

const folder = mkdtempSync(join(tmpdir(), 'partnercheck-edge-'));
await build({
  entryPoints: { worker: fileURLToPath(new URL('edge-worker.mjs', import.meta.url)) },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  loader: { '.wasm': 'copy' },
  logLevel: 'warning',
});
const modules = readdirSync(folder).filter((name) => name.endsWith('.wasm'));
writeFileSync(
  join(folder, 'workerd.capnp'),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .answers)],
  sockets = [(name = "http", http = (), service = "main")]
);
const answers :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js"), ${modules.map((name) => `(name = "./${name}", wasm = embed "${name}")`).join(', ')}],
  compatibilityDate = "2025-01-01"
);
`,
);
const port = await freePort();
const server = spawn(
  program,
  ['serve', join(folder, 'workerd.capnp'), `--socket-addr=http=127.0.0.1:${port}`, '--control-fd=3'],
  { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
);
try {
  await once(server.stdio[3], 'data');
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const body = JSON.stringify(example);
  const ask = (path) =>
    new Promise((resolve, reject) => {
      const sent = request({ port, path, method: 'POST', agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('end', () =>
          response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode}: ${text}`)),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  /** Of the process, on all its threads, in seconds. */
  const processor = () => {
    const [, rest] = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13).map(Number);
    return (user + system) / ticksPerSecond;
  };
  const measure = async (path) => {
    const before = processor();
    for (let asked = 0; asked < answers; asked += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, () => ask(path)));
    }
    return ((processor() - before) / answers) * 1e6;
  };
  const { decision } = JSON.parse(await ask('/'));
  if (decision?.until !== '2021-05-31') {
    throw new Error(`answered otherwise: ${JSON.stringify(decision)}`);
  }
  console.log(
    `to the first answer: ${Math.round(processor() * 1000)} ms of processor time, the runtime's start included`,
  );
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const times = { '/': [], '/nothing': [] };
  for (let round = -1; round < rounds; ++round) {
    for (const path of Object.keys(times)) {
      const time = await measure(path);
      if (round >= 0) {
        times[path].push(time);
      }
    }
  }
  const [all, http] = [median(times['/']), median(times['/nothing'])];
  console.log(`an answer: ${all.toFixed(0)} µs of processor time, HTTP and the runtime alone: ${http.toFixed(0)} µs`);
  console.log(`answers a second on a processor: ${Math.round(1e6 / all)}`);
  const size = readdirSync(folder)
    .filter((name) => !name.endsWith('.capnp'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
  console.log(
    `deployed: ${(size / 1024).toFixed(0)} KB gzip, ${statSync(join(folder, 'worker.js')).size} bytes of script`,
  );
  agent.destroy();
} finally {
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
}
