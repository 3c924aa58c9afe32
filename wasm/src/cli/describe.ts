// partnercheck describe: what can be asked, by which rules, and where they stand.
import type { ActionRow, Catalogue, PlanRow, RuleRow, Ruleset } from '../answers.js';
import { load } from '../index.js';
import { loadWords, type Words } from '../text.js';
import { exitCodes, oneOf, UsageError, type Command } from './command.js';
import { successOf } from './faults.js';
import { meant } from './nearest.js';
import { localeOf, questionOptions, rulesetTexts } from './options.js';
import { shown, write } from './output.js';

type Row = ActionRow | PlanRow | RuleRow | Ruleset;

const { lang, 'ruleset-file': rulesetFile } = questionOptions;

export const describeCommand: Command = {
  usage: ['describe [options] [NAME...]'],
  about: `Says which actions, goals, rules and rulesets there are; of a NAME what it takes, by which rules it is decided,
where those stand in the documents, and which numbers they read.`,
  options: {
    lang,
    'ruleset-file': rulesetFile,
    format: {
      value: 'FORMAT',
      help: 'text; json: as describe() gives it. Without it text on a terminal, otherwise json.',
    },
  },
  async run(values, names) {
    const format = oneOf('format', values.format, ['text', 'json']) ?? (process.stdout.isTTY ? 'text' : 'json');
    const [rules, words] = await Promise.all([load(), loadWords(localeOf(values))]);
    for (const { name, text } of await rulesetTexts(values)) {
      successOf(words)(rules.loadRuleset(text), name);
    }
    const catalogue = rules.describe();
    const rows = rowsOf(catalogue);
    const found = names.map((name) => {
      const row = rows.get(name);
      if (row === undefined) {
        throw new UsageError(`there is no action, goal, rule or ruleset ${name}${meant(name, [...rows.keys()])}`);
      }
      return row;
    });
    if (format === 'json') {
      for (const each of names.length === 0 ? [catalogue] : found) {
        await write(`${JSON.stringify(each)}\n`);
      }
      return exitCodes.done;
    }
    const inWords = new InWords(words, catalogue);
    const parts = names.length === 0 ? [inWords.all()] : found.map((row) => inWords.row(row));
    await write(shown(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`));
    return exitCodes.done;
  },
};

/** By the names under which they can be asked for. */
function rowsOf({ actions, plans, rules, rulesets }: Catalogue): Map<string, Row> {
  return new Map<string, Row>([
    ...plans.map((row) => [row.goal, row] as const),
    ...actions.map((row) => [row.type, row] as const),
    ...rules.map((row) => [row.id, row] as const),
    ...rulesets.map((row) => [row.id, row] as const),
  ]);
}

class InWords {
  constructor(
    private readonly words: Words,
    private readonly catalogue: Catalogue,
  ) {}

  all(): string[] {
    const { actions, plans, rules, rulesets } = this.catalogue;
    const titled = (rows: readonly { name: string; title: string }[]): string[] => {
      const width = Math.max(...rows.map(({ name }) => name.length));
      return rows.map(({ name, title }) => `  ${name.padEnd(width)}  ${this.words.text(title)}`);
    };
    return [
      'actions',
      ...titled(actions.map(({ type: name, title }) => ({ name, title }))),
      '',
      'goals',
      ...titled(plans.map(({ goal: name, title }) => ({ name, title }))),
      '',
      'rules',
      ...titled(rules.map(({ id: name, title }) => ({ name, title }))),
      '',
      'rulesets',
      ...rulesets.map(({ id }) => `  ${id}`),
    ];
  }

  row(row: Row): string[] {
    if ('goal' in row) {
      return [...this.#taking(row.goal, row), ...this.#facts(row.facts)];
    }
    if ('type' in row) {
      const rules = row.rules.flatMap((id) => this.catalogue.rules.filter((rule) => rule.id === id));
      return [
        ...this.#taking(row.type, row),
        ...this.#facts(row.facts),
        '',
        ...rules.flatMap((rule) => this.#rule(rule)),
      ];
    }
    return 'as_of' in row ? this.#ruleset(row) : [...this.#rule(row), ...this.#facts(row.facts)];
  }

  /** The name, what it is, and what has to be said with it. */
  #taking(name: string, { title, parameters, required }: ActionRow | PlanRow): string[] {
    const hint = `${title}.hint`;
    const taken = parameters.map((each) => (required.includes(each) ? each : `[${each}]`));
    return [
      [name, ...taken].join(' '),
      this.words.text(title),
      ...(this.words.has(hint) ? [this.words.text(hint)] : []),
    ];
  }

  #facts(paths: readonly string[]): string[] {
    const rows = paths.flatMap((path) => this.catalogue.facts.filter((fact) => fact.path === path));
    return rows.map(({ path, question, values = [] }) =>
      [`- ${this.words.text(question)} (${path})`, values.join(' | ')].filter(Boolean).join(' '),
    );
  }

  /** With the last place in the documents, and the number as it is in each ruleset. */
  #rule({ id, title, parameters }: RuleRow): string[] {
    const { rulesets } = this.catalogue;
    const source = rulesets.findLast((ruleset) => id in ruleset.rules)?.rules[id]?.source;
    return [
      `${id}: ${this.words.text(title)}`,
      ...(source === undefined ? [] : [`  ${this.#place(source)}`]),
      ...parameters.flatMap((name) =>
        rulesets.flatMap((ruleset) => this.#parameter(name, ruleset).map((line) => `  ${ruleset.id}  ${line}`)),
      ),
    ];
  }

  #ruleset(ruleset: Ruleset): string[] {
    return [ruleset.id, ...Object.keys(ruleset.parameters).flatMap((name) => this.#parameter(name, ruleset, true))];
  }

  #parameter(name: string, { parameters }: Ruleset, withPlace = false): string[] {
    const entry = parameters[name];
    return entry === undefined
      ? []
      : [`${name} = ${JSON.stringify(entry.value)}`, ...(withPlace ? [`  ${this.#place(entry.source)}`] : [])];
  }

  #place(source: string): string {
    const [id] = source.split('#');
    const document = this.catalogue.sources.find((each) => each.id === id);
    const section = this.words.section(source);
    return document === undefined
      ? source
      : [`${document.title} (${document.handed_off})`, section, document.url].filter(Boolean).join(', ');
  }
}
