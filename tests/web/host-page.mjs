// A page of somebody else, on an origin of its own, whose policy allows what <partner-check> needs and nothing more.
import { createServer } from 'node:http';

/** The least that a host has to allow; `assets` is the origin that hands out the element. */
export const policyFor = (assets) =>
  `default-src 'none'; script-src ${assets} 'wasm-unsafe-eval'; connect-src ${assets}; ` +
  `base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;

/** Answers every address with what `body` and `policy` say at the time, behind the script at `script`. */
export async function hostPage(script) {
  const host = { body: '', policy: policyFor(new URL(script).origin) };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', host.policy);
    response.end(`<!doctype html><html lang="en"><title>A portal</title>
      <script type="module" src="${script}"></script><main><h1>A portal</h1>${host.body}</main></html>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
}
