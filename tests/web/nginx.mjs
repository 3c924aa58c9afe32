// Debian's nginx in front of a folder, without any right or file of the system's own.
import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { startHost } from './host-program.mjs';

const program = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync) ?? 'nginx';

/** Serves `root` as `folder`. `types` overrides types by file name ending, `lines` go into the location. */
export function startNginx({ root, folder, types = {}, lines = [] }) {
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
  return startNginxWith(
    folder,
    `charset utf-8;
    default_type application/octet-stream;
    types { ${Object.entries(allTypes)
      .map(([ending, type]) => `${type} ${ending};`)
      .join(' ')} }
    location ${folder} {
      alias ${root.replace(/\/?$/, '/')};
      index index.html;
      ${lines.join('\n      ')}
    }`,
  );
}

/** `server`: what a server block holds beside its port. */
export const startNginxWith = (folder, server) =>
  startHost(folder, (home, port) => {
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
  server {
    listen 127.0.0.1:${port};
    ${server}
  }
}
`;
    writeFileSync(join(home, 'nginx.conf'), config);
    return [program, '-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'];
  });
