// What has to be done next, by whom, and the texts that ask for it.
import type { RosterGroup, RosterRow } from './contract.js';
import type { Words } from '../text.js';

export interface TodoContext {
  /** Those of the roster. */
  words: Words;
  organization: string;
  /** The day of the question. */
  today: string;
}

/** What tells somebody apart, and what they are called, where the table says it. */
export interface Called {
  person: string;
  name?: string | undefined;
}

/** For people to read. */
export function calledOf({ person, name = person }: Called, words: Words): string {
  return name === person ? person : words.text('person.named', { name, person });
}

/** What a text says of one person. */
export interface Addressee extends Called {
  /** The day from which it is certain, and the first on which it may be. */
  until?: string | undefined;
  earliest?: string | undefined;
}

export interface Mail {
  subject: string;
  body: string;
}

/** In order. */
export function whatToDo({ status, steps, missing }: RosterGroup, words: Words): string[] {
  switch (status) {
    case 'allowed':
    case 'not_decided':
      return [words.text(`todo.${status}`)];
    case 'deferred':
      return ['todo.deferred', ...(missing.length > 0 ? ['todo.deferred_between'] : [])].map((key) => words.text(key));
    case 'needs_info':
      return steps.length > 0
        ? steps.map((step) => words.step(step))
        : missing.map((fact) => words.text('todo.find_out', { question: questionOf(fact, words) }));
    case 'denied':
      return steps.length > 0 ? steps.map((step) => words.step(step)) : [words.text('todo.denied')];
  }
}

/** Why, by the rule that decides; empty where nothing does. */
export function reasonOf({ reason = '' }: { reason?: string }, words: Words): string {
  return reason === '' ? '' : words.text(`rule.${reason.slice(0, reason.lastIndexOf('.'))}`);
}

/** Whether there is somebody to write to. */
export function isWrittenTo({ turn }: RosterGroup): boolean {
  return turn !== 'keeper';
}

/** A message for each person of a group, as cells: the person, their name, whose turn it is, from which day, subject, message. */
export function mailMerge(
  rows: readonly RosterRow[],
  group: RosterGroup,
  context: TodoContext,
): (string | undefined)[][] {
  const turn = context.words.text(`turn.${group.turn}`);
  return rows.map(({ person, name, until, earliest }) => {
    const { subject, body } = mailTo(group, { person, name, until, earliest }, context);
    return [person, name, turn, until, subject, body];
  });
}

/** Of a group at once: to all of them where it says the same to each, or about them. */
export function mailOf(group: RosterGroup, people: readonly Addressee[], context: TodoContext): Mail {
  return isTheirs(group) && group.status !== 'deferred'
    ? mail(personal(group, {}, context), context)
    : mailAbout(group, people, context);
}

function isTheirs({ turn }: RosterGroup): boolean {
  return turn === 'owner' || turn === 'nobody';
}

/** To one person; or, where it is not their turn, about them. */
function mailTo(group: RosterGroup, person: Addressee, context: TodoContext): Mail {
  return isTheirs(group) ? mail(personal(group, person, context), context) : mailAbout(group, [person], context);
}

/** `people` may be the first of more, whom the group counts. */
function mailAbout(group: RosterGroup, people: readonly Addressee[], context: TodoContext): Mail {
  const { words, organization } = context;
  const rest = group.people - people.length;
  const lines = people.map((each) => {
    const person = calledOf(each, words);
    return `- ${each.until === undefined ? person : words.text('mail.person_day', { person, day: each.until })}`;
  });
  const asked = askedOf(group, words);
  return mail(
    [
      words.text(`mail.about.${group.status}`, { organization, reason: reasonOf(group, words) }),
      ...lines,
      ...(people.length > 1 && rest > 0 ? [`- ${words.text('mail.more', { people: rest })}`] : []),
      ...(asked.length === 0 ? [] : ['', words.text('mail.please'), ...asked]),
    ],
    context,
  );
}

function mail(lines: readonly string[], { words, organization, today }: TodoContext): Mail {
  return {
    subject: words.text('mail.subject', { organization }),
    body: [words.text('mail.hello'), '', ...lines, '', words.text('mail.closing', { today })].join('\n'),
  };
}

function personal(
  group: RosterGroup,
  { until, earliest }: Pick<Addressee, 'until' | 'earliest'>,
  { words, organization, today }: TodoContext,
): string[] {
  const { status } = group;
  const asked = askedOf(group, words);
  const isBetween = status === 'deferred' && earliest !== undefined && earliest !== until;
  const key = isBetween ? 'deferred_between' : status === 'denied' && asked.length === 0 ? 'denied_for_good' : status;
  const day = until ?? today;
  return [
    words.text(`mail.${key}`, { organization, day, earliest: earliest ?? day, reason: reasonOf(group, words) }),
    ...asked,
  ];
}

function askedOf({ steps, missing, status }: RosterGroup, words: Words): string[] {
  const asked =
    steps.length > 0 || status !== 'needs_info'
      ? steps.map((step) =>
          words.has(`mail.step.${step.step}`) ? words.text(`mail.step.${step.step}`) : words.step(step),
        )
      : missing.map((fact) => words.text('mail.answer', { question: questionOf(fact, words) }));
  return asked.map((what, index) => `${index + 1}. ${what}`);
}

/** A fact is asked for by its place among the facts. */
function questionOf(fact: string, words: Words): string {
  return words.text(`question${fact.replace('/facts', '').replaceAll('/*', '').replaceAll('/', '.')}`);
}
