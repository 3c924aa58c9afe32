// What a goal asks for, and the request that the answers make.
import type { Catalogue, Fault, PlanRequest, PlanRow } from 'partnercheck';
import type { Answers } from '../../library/answers/answers.js';
import { requestOf } from '../../library/answers/request.js';
import { fieldsOf, type Field, type FieldKind } from '../../library/catalogue/fields.js';
import { lastKeyOf, type Pointer } from '../../library/pointers.js';

/** What the members of a goal are. A person of many is asked for no more than a name and the link that they have. */
const members: Readonly<Record<string, { kind: FieldKind; members?: Readonly<Record<string, FieldKind>> }>> = {
  organizations: { kind: 'rows', members: { organization: 'text' } },
  organization: { kind: 'text' },
  people: { kind: 'rows', members: { name: 'text', organization: 'text', started: 'date' } },
  tier: { kind: 'choice' },
};

export function fieldsOfPlan(catalogue: Catalogue, { goal, parameters, required, facts }: PlanRow): Field[] {
  const field = (pattern: Pointer, kind: FieldKind, inside: Field[]): Field => ({
    pattern,
    kind,
    question: `question${pattern.replaceAll('/*', '').replaceAll('/', '.')}`,
    action: goal,
    nullable: false,
    required: required.includes(lastKeyOf(pattern)),
    values: catalogue.facts.find(({ path }) => path === `/action/${lastKeyOf(pattern)}`)?.values ?? [],
    longest: undefined,
    members: inside,
  });
  const own = parameters.map((name) => {
    const { kind, members: inside = {} } = members[name] ?? { kind: 'text' };
    const pattern = `/goal/${name}`;
    return field(
      pattern,
      kind,
      Object.entries(inside).map(([key, each]) => ({ ...field(`${pattern}/*/${key}`, each, []), required: false })),
    );
  });
  return [...own, ...fieldsOf(catalogue, { type: goal, parameters: [], required: [], facts })];
}

interface Given {
  organizations?: { organization?: string }[];
  organization?: string;
  people?: { name?: string; organization?: string; started?: string }[];
}

export function planRequest(
  row: PlanRow,
  ruleset: string,
  fields: readonly Field[],
  answers: Answers,
): PlanRequest & { today: string } {
  const {
    action: _none,
    goal = {},
    ...rest
  } = requestOf({ action: '', ruleset, fields, answers }) as {
    action: unknown;
    goal?: Given;
  } & Omit<PlanRequest, 'goal'>;
  const { organizations, people, ...others } = goal;
  return {
    ...rest,
    goal: {
      type: row.goal,
      ...others,
      ...(organizations === undefined ? {} : { organizations: organizations.map((each) => each.organization ?? '') }),
      ...(people === undefined ? {} : { people: people.map((each) => personOf(each, goal.organization)) }),
      // What a goal still lacks is for the core to say.
    } as PlanRequest['goal'],
  };
}

/** Of everybody: a work account there, and an active certification. */
function personOf({ name, ...link }: NonNullable<Given['people']>[number], organization: string | undefined) {
  return {
    ...(name === undefined ? {} : { name }),
    person: {
      partner_center_account: { kind: 'work' as const, ...(organization === undefined ? {} : { organization }) },
      certification_profile: { active_certifications: 1 },
      associations: Object.keys(link).length === 0 ? [] : [link],
    },
  };
}

/** What the core refuses, where the form asks for it. */
export function placed(fault: Fault): Fault {
  const path = fault.path
    .replace(/^(\/goal\/people\/\d+)\/person\/associations\/0\//, '$1/')
    .replace(/^(\/goal\/organizations\/\d+)$/, '$1/organization');
  return { ...fault, path };
}
