// partner-check/frame.js is the file embed/frame.js of the checker, copied beside this page.
import { openFrame } from './partner-check/frame.js';

const heard = document.querySelector('#heard');

const frame = await openFrame(document.querySelector('iframe'), {
  result: ({ decision }) => {
    heard.textContent = decision.until ? `${decision.status} until ${decision.until}` : decision.status;
  },
  error: ({ errors }) => {
    heard.textContent = errors.map(({ text }) => text).join(' ');
  },
});
await frame.setAction('link_mcid');

document.querySelector('#lang').addEventListener('change', ({ target }) => frame.setLang(target.value));
document.querySelector('#scheme').addEventListener('change', ({ target }) => frame.setTheme({ scheme: target.value }));
