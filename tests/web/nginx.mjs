// Debian's nginx in front of a folder, without any right or file of the system's own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

const program = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync) ?? 'nginx';

/** Serves `root` as `folder`. `types` overrides types by file name ending, `lines` go into the location. */
export async function startNginx({ root, folder, types = {}, lines = [] }) {
  const home = mkdtempSync(join(tmpdir(), 'partner-check-nginx-'));
  const port = await freePort();
  const allTypes = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
    png: 'image/png',
    wasm: 'application/wasm',
    webmanifest: 'application/manifest+json',
    ...types,
  };
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = `
daemon off;
master_process off;
pid ${home}/pid;
error_log stderr warn;
${userInfo().uid === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join('\n  ')}
  charset utf-8;
  default_type application/octet-stream;
  types { ${Object.entries(allTypes)
    .map(([ending, type]) => `${type} ${ending};`)
    .join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location ${folder} {
      alias ${root.replace(/\/?$/, '/')};
      index index.html;
      ${lines.join('\n      ')}
    }
  }
}
`;
  writeFileSync(join(home, 'nginx.conf'), config);
  const nginx = spawn(program, ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  nginx.stderr.on('data', (text) => (said += text));
  const failed = once(nginx, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const url = `http://127.0.0.1:${port}${folder}`;
  await Promise.race([failed, answering(url, () => nginx.exitCode !== null && `nginx stopped: ${said}`)]);
  return {
    url,
    async close() {
      if (nginx.exitCode === null && nginx.signalCode === null) {
        const ended = once(nginx, 'exit');
        nginx.kill('SIGTERM');
        await ended;
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function answering(url, stopped) {
  for (let left = 100; left > 0; left -= 1) {
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
