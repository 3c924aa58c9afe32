// The files of hosts/ in the servers that they are for: types, caches, policy and compression are as they should be, and the page works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { launch, open } from './browser.mjs';
import { startHost } from './host-program.mjs';
import { startNginxWith } from './nginx.mjs';
import { built } from './server.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const shipped = (name) => readFileSync(join(project, 'hosts', name), 'utf8');
const folder = '/partner-check/';
const files = built.replace(/\/$/, '');

execFileSync('npm', ['run', 'compress', '-w', 'web'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
const browser = await launch();
after(() => browser.close());

const apacheModules = ['mpm_event', 'authz_core', 'dir', 'env', 'headers', 'mime', 'rewrite'];
const hosts = {
  nginx: {
    encodings: ['gzip'],
    start: () => startNginxWith(folder, shipped('nginx.conf').replaceAll('/srv/partner-check', files)),
  },
  Apache: {
    encodings: ['gzip', 'br'],
    start: () =>
      startHost(folder, (home, port) => {
        const site = join(home, 'site');
        cpSync(files, join(site, folder), { recursive: true });
        writeFileSync(join(site, folder, '.htaccess'), shipped('apache.htaccess'));
        const config = `
ServerRoot ${home}
ServerName checker.example
Listen 127.0.0.1:${port}
PidFile ${home}/pid
ErrorLog ${home}/error.log
DefaultRuntimeDir ${home}
${apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
AddType text/html .html
AddType text/css .css
AddType text/plain .txt
AddType image/svg+xml .svg
AddType image/png .png
${userInfo().uid === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
`;
        writeFileSync(join(home, 'apache.conf'), config);
        const program = ['/usr/sbin/apache2', '/usr/bin/apache2'].find(existsSync) ?? 'apache2';
        return [program, '-D', 'FOREGROUND', '-f', join(home, 'apache.conf')];
      }),
  },
  Caddy: {
    encodings: ['gzip', 'br'],
    start: () =>
      startHost(folder, (home, port) => {
        const config = shipped('Caddyfile')
          .replaceAll('/srv/partner-check', files)
          .replace(/^checker\.example$/m, `http://127.0.0.1:${port}`);
        writeFileSync(join(home, 'Caddyfile'), `{\n\tadmin off\n}\n${config}`);
        return ['caddy', 'run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'];
      }),
  },
};

/** As it comes over the line. */
const fetched = (url, encoding = 'identity') =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, bytes });
    }).on('error', reject);
  });
const unpack = { gzip: gunzipSync, br: brotliDecompressSync, identity: (bytes) => bytes };
const oneOf = (place, ending) => `${place}${readdirSync(join(files, place)).find((name) => name.endsWith(ending))}`;

const immutable = 'public, max-age=31536000, immutable';
const expected = [
  ['', 'index.html', /^text\/html; ?charset=utf-8$/i, 'no-cache'],
  ['roster.html', 'roster.html', /^text\/html; ?charset=utf-8$/i, 'no-cache'],
  ['embed.html', 'embed.html', /^text\/html; ?charset=utf-8$/i, 'no-cache'],
  ['sw.js', 'sw.js', /^text\/javascript; ?charset=utf-8$/i, 'no-cache'],
  ['embed/frame.js', 'embed/frame.js', /^text\/javascript; ?charset=utf-8$/i, 'no-cache'],
  ['manifest.webmanifest', 'manifest.webmanifest', /^application\/manifest\+json$/, 'no-cache'],
  ['icon.svg', 'icon.svg', /^image\/svg\+xml/, 'no-cache'],
  ['icon-192.png', 'icon-192.png', /^image\/png$/, 'no-cache'],
  ...['assets/', 'embed/assets/'].flatMap((place) =>
    [
      ['.js', /^text\/javascript; ?charset=utf-8$/i],
      ['.wasm', /^application\/wasm$/],
    ].map(([ending, type]) => [oneOf(place, ending), oneOf(place, ending), type, immutable]),
  ),
];

for (const [name, { start, encodings }] of Object.entries(hosts)) {
  describe(name, async () => {
    const host = await start();
    after(() => host.close());

    for (const [path, file, type, cache] of expected) {
      test(`${path || 'the folder'}: type, cache, policy, and small where the browser can read it`, async () => {
        const whole = readFileSync(join(files, file));
        for (const encoding of ['identity', ...encodings]) {
          const { status, headers, bytes } = await fetched(`${host.url}${path}`, encoding);
          assert.equal(status, 200);
          assert.match(headers['content-type'], type);
          assert.equal(headers['cache-control'], cache);
          assert.equal(headers['x-content-type-options'], 'nosniff');
          if (cache === 'no-cache') {
            assert.equal(headers['content-security-policy'], "frame-ancestors 'self'");
          }
          const isPacked =
            encoding !== 'identity' && existsSync(join(files, `${file}.${encoding === 'br' ? 'br' : 'gz'}`));
          assert.equal(headers['content-encoding'], isPacked ? encoding : undefined, encoding);
          assert.ok(!isPacked || (/accept-encoding/i.test(headers.vary) && bytes.length < whole.length));
          assert.ok(unpack[isPacked ? encoding : 'identity'](bytes).equals(whole));
        }
      });
    }

    test('what is not there is not found', async () => {
      assert.equal((await fetched(`${host.url}assets/nothing.js`)).status, 404);
    });

    test('the page can be asked, and breaks no policy', async () => {
      const page = await open(browser, host.url, { offline: true });
      assert.deepEqual(page.seen.messages, []);
      await page.context().close();
    });
  });
}
