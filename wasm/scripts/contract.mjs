// What a built core says of itself, and the types of TypeScript that are made from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';

/** What `<name>.mjs` and `<name>.wasm` in that folder describe. */
export async function described(folder, name) {
  const { default: create } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const compiled = await WebAssembly.compile(readFileSync(join(folder, `${name}.wasm`)));
  const core = await create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then(done);
      return {};
    },
  });
  return JSON.parse(core.describe());
}

export const union = (names) => names.map((name) => JSON.stringify(name)).join(' | ');

export function typesOf(title, { definitions }) {
  const required = Object.keys(definitions);
  const properties = Object.fromEntries(required.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  return compile({ title, type: 'object', additionalProperties: false, properties, required, definitions }, title, {
    additionalProperties: false,
    bannerComment: '// Made from the catalogue of the core by scripts/contract.mjs.',
    format: false,
  });
}

export const contractOf = async ({ schema, actions, rules }) => `${await typesOf('Contract', schema)}
export type ActionType = ${union(actions.map(({ type }) => type))};
export type RuleId = ${union(rules.map(({ id }) => id))};
`;
