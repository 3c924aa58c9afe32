// What holds for everybody in the table: the questions of one person, without those that the table answers.
import type { Catalogue } from 'partnercheck';
import type { RosterColumns } from 'partnercheck/roster';
import { Answers } from '../library/answers/answers.js';
import { chosen, typed } from '../library/answers/entry.js';
import { examples, firstAction } from '../library/answers/example.js';
import { answersOf } from '../library/answers/request.js';
import { fieldsOf, type Field } from '../library/catalogue/fields.js';
import { actionInForce } from '../library/catalogue/in-force.js';

export const columnNames = [
  'person',
  'organization',
  'started',
  'ended',
  'next_association_date',
  'active_certifications',
  'account_organization',
  'account_kind',
] as const satisfies (keyof RosterColumns)[];
type ColumnName = (typeof columnNames)[number];

/** Each person's own: only a table can say it. */
const own = ['/facts/person/associations', '/facts/person/next_association_date'];

const answeredBy: Record<string, ColumnName> = {
  '/facts/person/certification_profile/active_certifications': 'active_certifications',
  '/facts/person/partner_center_account/organization': 'account_organization',
  '/facts/person/partner_center_account/kind': 'account_kind',
};

export function fieldsOfEverybody(catalogue: Catalogue, ruleset: string, columns: RosterColumns): Field[] {
  const action = catalogue.actions.find(({ type }) => type === firstAction);
  if (action === undefined) {
    return [];
  }
  const isOpen = ({ pattern }: Field): boolean => {
    const column = answeredBy[pattern];
    return !own.includes(pattern) && (column === undefined || columns[column] === undefined);
  };
  return fieldsOf(catalogue, actionInForce(catalogue, action, ruleset)).flatMap((field) => {
    const members = field.members.filter(isOpen);
    return isOpen(field) && (members.length > 0 || field.members.length === 0) ? [{ ...field, members }] : [];
  });
}

/** Everybody links their own profile, unless somebody says otherwise. */
export function firstAnswers(today: string): Answers {
  return new Answers([
    ['/today', typed(today, today)],
    ['/actor/relation', chosen('owner')],
  ]);
}

/** For a sample table, so that it can be decided at once. The day stays. */
export function exampleAnswers(fields: readonly Field[], answers: Answers): Answers {
  const example = examples.find(({ action }) => action === firstAction);
  return example === undefined ? answers : answersOf(example.request, fields, answers);
}
