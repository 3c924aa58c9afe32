// Runs a web server of the system in front of files, without any right or file of the system's own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

/** `prepare(home, port)` puts what the server needs into a folder of its own and gives the command that serves `folder`. */
export async function startHost(folder, prepare) {
  const home = mkdtempSync(join(tmpdir(), 'partner-check-host-'));
  // A server may serve as somebody else than who starts it.
  chmodSync(home, 0o755);
  const port = await freePort();
  const [program, ...args] = prepare(home, port);
  const host = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
  });
  let said = '';
  host.stderr.on('data', (text) => (said += text));
  const failed = once(host, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const url = `http://127.0.0.1:${port}${folder}`;
  await Promise.race([failed, answering(url, () => host.exitCode !== null && `${program} stopped: ${said}`)]);
  return {
    url,
    async close() {
      if (host.exitCode === null && host.signalCode === null) {
        const ended = once(host, 'exit');
        host.kill('SIGTERM');
        await ended;
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function answering(url, stopped) {
  for (let left = 600; left > 0; left -= 1) {
    const reason = stopped();
    if (reason) {
      throw new Error(reason);
    }
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${url} does not answer`);
}
