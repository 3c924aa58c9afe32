// The types of TypeScript, made from the schemas of contract.mjs.
import { compile } from 'json-schema-to-typescript';

export const union = (names) => names.map((name) => JSON.stringify(name)).join(' | ');

const imports = (names, from) => (names.length > 0 ? `import type { ${names.join(', ')} } from '${from}';\n` : '');

/** What no schema can say: completion for the names that there are, and every name all the same. */
const open = ({ anyOf: [{ enum: names }], ...rest }) => ({ ...rest, tsType: `${union(names)} | (string & {})` });

/** `elsewhere`: what stands in another module of types. */
function typesOf(title, definitions, elsewhere) {
  const used = new Set();
  const refer = (_, value) => {
    const name = typeof value?.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
    if (name === undefined || !elsewhere.includes(name)) {
      return value;
    }
    used.add(name);
    return { tsType: name };
  };
  const here = JSON.parse(JSON.stringify(definitions, refer));
  const required = Object.keys(here);
  const properties = Object.fromEntries(required.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  const root = { title, type: 'object', additionalProperties: false, properties, required, definitions: here };
  const types = compile(root, title, { additionalProperties: false, bannerComment: '', format: false });
  return types.then((text) => ({ used: [...used].sort(), text }));
}

const banner = '// Made from the catalogue of the core by scripts/types.mjs.\n';

export function messageKeys(texts, rosterTexts) {
  return `${banner}export type MessageKey = ${union(Object.keys(texts))};
export type RosterMessageKey = ${union(Object.keys(rosterTexts))};
/** What is wrong, in a question or in a table. */
export type ErrorKey = MessageKey | RosterMessageKey;
`;
}
const keys = ['MessageKey', 'ErrorKey'];

export async function coreTypes({ definitions }) {
  const { MessageKey, ErrorKey, RulesetId, Competency, Fault, ...others } = definitions;
  const text = { type: 'string', description: 'Both in English, unless `faultTexts` was false.' };
  const own = {
    ...others,
    Fault: { ...Fault, properties: { ...Fault.properties, text } },
    RulesetId: open(RulesetId),
    Competency: open(Competency),
  };
  const types = await typesOf('Contract', own, keys);
  return `${banner}${imports(types.used, './message-keys.js')}${types.text}`;
}

export async function rosterTypes({ definitions }, core) {
  const { used, text } = await typesOf('RosterContract', definitions, Object.keys(core.definitions));
  const shared = used.filter((name) => !keys.includes(name));
  return `${banner}${imports(
    used.filter((name) => keys.includes(name)),
    '../message-keys.js',
  )}${imports(shared, '../contract.js')}export type { ${shared.join(', ')} } from '../contract.js';
${text}`;
}
