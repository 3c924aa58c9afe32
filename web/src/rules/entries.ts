// Everything that has a place, with what it is called: for lists, links and the search.
import type { Catalogue, FactRow, RuleRow } from 'partnercheck';
import { finder, type Find } from '../library/find.js';
import type { Messages } from '../library/messages.js';
import { nameOfNumber } from '../library/numbers/number.js';
import { addressOf, type Kind, type Place } from './place.js';
import { isCarriedBy, type Statement } from './statements/statements.js';
import type { RulesTexts } from './texts.js';

export interface Entry extends Place {
  kind: Exclude<Kind, 'edit'>;
  title: string;
  /** The language of the title, where it is not that of the page. */
  lang?: string;
}

export class Entries {
  readonly all: readonly Entry[];
  private readonly byAddress: ReadonlyMap<string, Entry>;
  private find: Find<string> | undefined;

  constructor(
    private readonly messages: Messages,
    private readonly texts: RulesTexts,
    private readonly catalogue: Catalogue,
    private readonly statements: readonly Statement[],
  ) {
    const { words } = messages;
    const { rules, rulesets, actions, facts, sources, default_ruleset: standard } = catalogue;
    this.all = [
      ...rules.map(({ id, title }) => ({ kind: 'rule' as const, id, title: words.text(title) })),
      ...rulesets.map((row) => ({ kind: 'ruleset' as const, id: row.id, title: messages.ruleset(row, standard) })),
      ...actions.map(({ type, title }) => ({ kind: 'action' as const, id: type, title: words.text(title) })),
      ...facts
        .filter(isAsked)
        .map(({ path, question }) => ({ kind: 'fact' as const, id: path, title: words.text(question) })),
      ...sources.map(({ id, title }) => ({ kind: 'source' as const, id, title, lang: 'en' })),
    ];
    this.byAddress = new Map(this.all.map((entry) => [addressOf(entry), entry]));
  }

  at(place: Place): Entry | undefined {
    return this.byAddress.get(addressOf(place));
  }

  of(kind: Entry['kind'], ids: readonly string[]): Entry[] {
    return ids.flatMap((id) => this.at({ kind, id }) ?? []);
  }

  /** The best first. */
  search(written: string): Entry[] {
    this.find ??= finder(
      this.all.map((entry) => ({ id: addressOf(entry), ...this.findable(entry) })),
      '',
    );
    return this.find(written).flatMap((address) => this.byAddress.get(address) ?? []);
  }

  private findable({ kind, id, title }: Entry): { asks: string; about: string; words: string } {
    const rule = kind === 'rule' ? this.catalogue.rules.find((each) => each.id === id) : undefined;
    const action = kind === 'action' ? this.catalogue.actions.find((each) => each.type === id) : undefined;
    const source = kind === 'source' ? this.catalogue.sources.find((each) => each.id === id) : undefined;
    return {
      asks: title,
      about: [
        ...(rule?.parameters ?? []).map((name) => nameOfNumber(this.texts.numbers, name)),
        ...(rule === undefined ? [] : [this.messages.words.text(`subject.${rule.subject}`), ...this.statedFor(rule)]),
        ...(action === undefined ? [] : [this.messages.situation(action)]),
        ...(source === undefined ? [] : [this.messages.edition(source)]),
      ].join(' '),
      words: id,
    };
  }

  private statedFor(rule: RuleRow): string[] {
    return this.statements
      .filter((statement) => isCarriedBy(statement, rule))
      .map(({ id }) => this.texts.statements.t(id));
  }
}

/** What a rule can read; the day and the ruleset are asked of everybody. */
function isAsked({ path }: FactRow): boolean {
  return /^\/(action|actor|facts)\//.test(path) && path !== '/action/type';
}
