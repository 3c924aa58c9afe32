import { decide } from './inline.mjs';

void decide().then((decided) => {
  document.querySelector('pre').textContent = JSON.stringify(decided);
});
