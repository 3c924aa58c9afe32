// What somebody means ill by, as the tests of each engine put it in.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

/** Of the folder `hostile`. */
export const read = (name) => JSON.parse(readFileSync(new URL(`hostile/${name}.json`, import.meta.url), 'utf8'));
export const names = read('names');

/** Long texts are not written out. */
export const written = (text) =>
  typeof text === 'string'
    ? text
    : `${text.first ?? ''}${(text.repeat ?? '').repeat(text.times ?? 0)}${text.then ?? ''}`;
export const fragmentOf = (text) => `#v1:${deflateRawSync(text, { level: 9 }).toString('base64url')}`;

/** Every fragment that no page may take, with what is said of it. */
export function hostileFragments() {
  const { deflated, plain } = read('fragments');
  return [
    ...deflated.map(([what, text, code]) => [what, fragmentOf(written(text)), code]),
    ...plain.map(([what, text, code]) => [what, typeof text === 'string' ? text : `#v1:${written(text)}`, code]),
  ];
}
export const fragmentWords = { too_long: /longer than a link may be/, broken: /damaged or incomplete/ };

export const linking = (name) => ({
  ruleset: '2021-04-27',
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: name },
  actor: { relation: 'owner' },
  facts: {
    person: {
      partner_center_account: { organization: name, kind: 'work' },
      certification_profile: { active_certifications: 1 },
      associations: [{ organization: name, started: '2021-05-01' }],
    },
  },
});

/** Changes one member of an object at a JSON pointer. */
export function set(root, pointer, value) {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop();
  keys.reduce((object, key) => object[key], root)[last] = value;
}
