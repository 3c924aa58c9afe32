// The works of others that are shipped, each with its licence.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../notices/', import.meta.url);

/** What is compiled into the core: `{ name, license, address, text }`. */
export const worksInCore = readdirSync(folder).map((file) => {
  const [name, license, address, , ...text] = readFileSync(new URL(file, folder), 'utf8').split('\n');
  return { name, license, address, text: text.join('\n') };
});

/** One text for all of them. */
export function notices(works) {
  const title = ({ name, version }) => (version === undefined ? name : `${name} ${version}`);
  const line = '-'.repeat(80);
  return [
    // The mark lets browsers read it right wherever it comes from.
    '\ufeffPartner Check contains works of others, each under its own licence. Their source can be had at these addresses.\n',
    ...works.map((work) => `* ${title(work)} (${work.license}) ${work.address}`),
    ...works.flatMap((work) => ['', line, `${title(work)} (${work.license})`, line, '', work.text.trim()]),
    '',
  ].join('\n');
}
