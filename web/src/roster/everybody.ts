// What holds for everybody in the table: the questions of one person, without those that the table answers.
import type { Catalogue, PartnerCheck as Core, Request } from 'partnercheck';
import type { RosterColumns, Sniffed } from 'partnercheck/roster';
import { Answers } from '../library/answers/answers.js';
import { chosen, typed } from '../library/answers/entry.js';
import { examples, firstAction } from '../library/answers/example.js';
import { answersOf, requestOf, type Question } from '../library/answers/request.js';
import { fieldsOf, type Field } from '../library/catalogue/fields.js';
import { actionInForce } from '../library/catalogue/in-force.js';
import type { Pointer } from '../library/pointers.js';
import type { TableLook } from './table-form.js';

export const columnNames = [
  'person',
  'name',
  'email',
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

const account = '/facts/person/partner_center_account';
const certifications = '/facts/person/certification_profile/active_certifications';
export type Confirmed = 'account' | 'certifications';

const concerns = (field: Field, pointer: Pointer): boolean =>
  field.pattern === pointer || field.members.some((member) => concerns(member, pointer));

/** What one confirmation can say. */
export const isConfirmed = (field: Field): boolean => concerns(field, account) || concerns(field, certifications);

/** What of that still matters for somebody of whom this table says nothing else. */
export function openQuestions(core: Pick<Core, 'ask'>, question: Omit<Question, 'action'>): Confirmed[] {
  const request = requestOf({ ...question, action: firstAction }) as Request;
  const { facts } = request;
  const answer = core.ask({
    ...request,
    // Which one it is does not matter to what is asked.
    action: { organization: '-', ...request.action } as Request['action'],
    facts: { ...facts, person: { ...facts?.person, associations: [] } },
  });
  const asked = answer.type === 'failure' ? [account, certifications] : answer.questions.map(({ path }) => path);
  const isAsked = (pointer: Pointer): boolean =>
    question.fields.some((field) => concerns(field, pointer)) &&
    asked.some((path) => path === pointer || path.startsWith(`${pointer}/`) || pointer.startsWith(`${path}/`));
  return [
    ...(isAsked(account) ? ['account' as const] : []),
    ...(isAsked(certifications) ? ['certifications' as const] : []),
  ];
}

/** Everybody has a work account of the organization, and a certification that counts. */
export function confirmedAnswers(fields: readonly Field[], answers: Answers): Answers {
  const organization = answers.at('/action/organization').text.trim();
  return answersOf(
    {
      facts: {
        person: {
          partner_center_account: { ...(organization === '' ? {} : { organization }), kind: 'work' },
          certification_profile: { active_certifications: 1 },
        },
      },
    },
    fields,
    answers,
  );
}

/** To which organization everybody is to be linked, where all accounts of the table are of one. */
export function organizationShown({ rows, columns }: Sniffed, look: TableLook): string | undefined {
  const place = look.columns.account_organization;
  if (place === undefined) {
    return undefined;
  }
  const names = rows.slice(look.rowsAbove + (look.hasHeader ? 1 : 0)).map((row) => row[place]?.trim() ?? '');
  const [name, ...others] = new Set(names.filter((cell) => cell !== ''));
  const beyond = (columns[place]?.distinct ?? 0) - (look.hasHeader ? 2 : 1);
  return others.length === 0 && beyond <= 0 ? name : undefined;
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
