// What the five documents state, a sentence each, and what of the program carries it.
import type { Catalogue, RuleRow } from 'partnercheck';
import { area, type Area } from '../../library/texts.js';

interface Document {
  document: string;
  statements: { id: string; section: string; languages: string[]; carriers?: string[] }[];
}

export interface Statement {
  id: string;
  section: string;
  /** Where it stands, `document#section`: in each version that holds it, the oldest first. */
  references: string[];
  /** `rule:association.cool_off`, `action:link_mcid` and so on. */
  carriers: readonly string[];
}

const documents = import.meta.glob<Document>('../../../../core/rulesets/statements/*.json', {
  eager: true,
  import: 'default',
});

/** One sentence for each statement, by its id. */
export const statementTexts: Area<string> = area(import.meta.glob('./locales/*.json'));

export function readStatements({ sources }: Catalogue): Statement[] {
  return Object.values(documents).flatMap(({ document, statements }) =>
    statements.map(({ id, section, languages, carriers = [] }) => ({
      id,
      section,
      references: sources
        .filter((source) => source.kind === 'seed' && source.id.startsWith(`${document}/`))
        .filter(({ locale }) => languages.includes(locale))
        .map((source) => `${source.id}#${section}`),
      carriers,
    })),
  );
}

/** Carried by the rule itself or by something that only this rule says. */
export function isCarriedBy({ carriers }: Statement, { id, messages }: RuleRow): boolean {
  return carriers.some(
    (carrier) => carrier === `rule:${id}` || messages.some((message) => carrier === `message:${message}`),
  );
}
