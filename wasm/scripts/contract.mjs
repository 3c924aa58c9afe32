// The JSON Schema of the contract: what the cores describe, with a shape for each action and goal, the names of the
// catalogue, and the English texts with their sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
  const said = core.describe();
  // Of the rules it stands in the memory of the core, and this is its size.
  const start = typeof said === 'number' && core.answered();
  return JSON.parse(start === false ? said : new TextDecoder().decode(core.HEAPU8.subarray(start, start + said)));
}

const reference = (name) => ({ $ref: `#/definitions/${name}` });
const object = (title, properties, required, description) => ({
  title,
  ...(description === undefined ? {} : { description }),
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const titleOf = (name, kind) => `${name.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase())}${kind}`;
const paragraphs = (...parts) => parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** What stands where the core says only that it is a text. */
const named = {
  'BriefDecision.outcomes': 'Outcomes',
  'Decision.dates': 'Dates',
  'Difference.rule': 'RuleId',
  'Fault.help': 'ErrorKey',
  'Fault.message': 'ErrorKey',
  'Finding.message': 'MessageKey',
  'Finding.rule': 'RuleId',
  'OpenQuestion.question': 'MessageKey',
  'PlanStep.message': 'MessageKey',
  'PlanStep.rule': 'RuleId',
  'Action.competency': 'Competency',
  'Actor.relation': 'Relation',
  'Request.ruleset': 'RulesetId',
  'PlanRequest.ruleset': 'RulesetId',
};

/** Of the core alone. `texts`: the English ones. */
export function schemaOf(catalogue, texts) {
  const { actions, competencies, facts, outcomes, plans, rules, rulesets, sources } = catalogue;
  const definitions = structuredClone(catalogue.schema.definitions);

  const inForce = rulesets.find(({ id }) => id === catalogue.default_ruleset);
  const sourceLines = (ids) => {
    const found = ids.flatMap(
      (id) => inForce.rules[id] ?? rulesets.findLast((each) => id in each.rules)?.rules[id] ?? [],
    );
    const documents = new Set(found.map(({ source }) => source.split('#')[0]));
    return sources
      .filter(({ id }) => documents.has(id))
      .map(({ title, handed_off: on, url }) => `Source: ${title} (${on}), ${url}`)
      .join('\n');
  };
  const textOf = (...keys) => keys.map((key) => texts[key]).find((text) => text !== undefined);
  const question = (key, variant) =>
    [textOf(`${key}.${variant}`, key), textOf(`${key}.${variant}.hint`, `${key}.hint`)].filter(Boolean).join(' ');

  /** The property of a definition that a pointer of the catalogue means. */
  const place = (pointer) => {
    let [properties, property] = [definitions.Request.properties];
    for (const name of pointer
      .split('/')
      .slice(1)
      .filter((part) => part !== '*')) {
      const inner = [property, property?.items, ...(property?.anyOf ?? [])].find((each) => each?.$ref !== undefined);
      properties = inner === undefined ? properties : definitions[inner.$ref.split('/').at(-1)].properties;
      property = properties[name];
    }
    return property;
  };
  for (const { path, question: key } of facts) {
    const readers = rules.filter((rule) => rule.facts.includes(path)).map(({ id }) => id);
    place(path).description = paragraphs(question(key), path.startsWith('/action/') ? '' : sourceLines(readers));
  }

  for (const [member, name] of Object.entries(named)) {
    const [owner, property] = member.split('.');
    const { description } = definitions[owner].properties[property];
    definitions[owner].properties[property] =
      description === undefined ? reference(name) : { description, allOf: [reference(name)] };
  }

  definitions.Actor.properties.roles.items = reference('Role');

  /** One object for each, told apart by its type. */
  const variants = (base, kind, rows) => {
    const { properties } = definitions[base];
    for (const { type, title, accepted, required, sources: lines = '' } of rows) {
      const description = paragraphs(texts[title], texts[`${title}.hint`], lines);
      const members = accepted.map((name) => [
        name,
        base === 'Action' && 'description' in properties[name]
          ? { ...properties[name], description: question(`question.action.${name}`, type) }
          : properties[name],
      ]);
      definitions[titleOf(type, kind)] = object(
        titleOf(type, kind),
        { type: { description, const: type }, ...Object.fromEntries(members) },
        ['type', ...required],
        description,
      );
    }
    definitions[base] = { title: base, anyOf: rows.map(({ type }) => reference(titleOf(type, kind))) };
  };
  variants(
    'Action',
    'Action',
    actions.map(({ parameters, rules: ids, ...row }) => ({ ...row, accepted: parameters, sources: sourceLines(ids) })),
  );
  variants(
    'Goal',
    'Goal',
    plans.map(({ goal, parameters, ...row }) => ({ ...row, type: goal, accepted: parameters })),
  );

  const { ruleset, ...asked } = definitions.Request.properties;
  const both = { type: 'array', items: reference('RulesetId'), minItems: 2, maxItems: 2 };
  const choice = (title, description, names) => ({ title, description, anyOf: [{ enum: names }, { type: 'string' }] });
  const ruleText = ({ id, title }) => paragraphs(texts[title], sourceLines([id]));
  const dates = [...new Set(actions.flatMap((action) => action.dates))];
  Object.assign(definitions, {
    CompareRequest: object('CompareRequest', { rulesets: both, ...asked }, ['rulesets', 'today', 'action']),
    RulesetId: choice(
      'RulesetId',
      'One of the built-in rulesets, or one that the host loaded.',
      rulesets.map(({ id }) => id),
    ),
    Competency: choice(
      'Competency',
      'The English name, or what the documents call it in another of the four languages. Case does not matter.',
      competencies,
    ),
    ...Object.fromEntries(
      Object.entries({
        ActionType: actions.map(({ type }) => type),
        GoalType: catalogue.goals,
        Relation: catalogue.relations,
        Role: catalogue.roles,
        RuleId: rules.map(({ id }) => id),
      }).map(([title, names]) => [title, { title, enum: names }]),
    ),
    MessageKey: { title: 'MessageKey', description: 'Key of a text in locales/.', type: 'string' },
    ErrorKey: { title: 'ErrorKey', description: 'Key of a text in locales/.', type: 'string' },
    Dates: object(
      'Dates',
      Object.fromEntries(
        dates.map((name) => [name, { description: texts[`date.${name}`], type: 'string', format: 'date' }]),
      ),
      [],
      'The days that an action yields, by name.',
    ),
    Outcomes: object(
      'Outcomes',
      Object.fromEntries(rules.map((rule) => [rule.id, { description: ruleText(rule), enum: outcomes }])),
      [],
      'Of every rule of the action that is in force.',
    ),
  });
  return { $schema: catalogue.schema.$schema, definitions };
}

/** Of the roster alone: it refers to what `core`, as `schemaOf` makes it, defines. */
export function rosterSchemaOf({ schema }, catalogue, core) {
  const definitions = structuredClone(schema.definitions);
  for (const [name, definition] of Object.entries(catalogue.schema.definitions)) {
    if (name in definitions && JSON.stringify(definitions[name]) !== JSON.stringify(definition)) {
      throw new Error(`the two cores have different ideas of ${name}`);
    }
    delete definitions[name];
  }
  definitions.RosterRequest.properties.action = reference('LinkMcidAction');
  for (const owner of ['RosterRequest', 'RosterCompareRequest', 'SkillsRequest']) {
    definitions[owner].properties.ruleset = reference('RulesetId');
  }
  for (const owner of ['RosterRow', 'RosterDecision', 'RosterGroup']) {
    definitions[owner].properties.reason = reference('MessageKey');
  }
  definitions.RosterRequest.properties.today = core.definitions.Request.properties.today;
  return { definitions };
}

const within = (condition, name, otherwise) => ({
  if: { type: 'object', required: [condition] },
  // biome-ignore lint/suspicious/noThenProperty: A word of JSON Schema.
  then: reference(name),
  else: otherwise,
});

/** For files that hold a question: which it is shows by what only that one has. */
export const publishedSchema = (core, roster) => ({
  $schema: core.$schema,
  title: 'A question to Partner Check',
  ...within(
    'goal',
    'PlanRequest',
    within('rulesets', 'CompareRequest', within('columns', 'RosterRequest', reference('Request'))),
  ),
  definitions: { ...core.definitions, ...roster.definitions },
});
