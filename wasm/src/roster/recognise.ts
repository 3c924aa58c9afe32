// What kind of file a table is, by what its columns are called.
import type { SkillColumns } from './contract.js';
import { headers } from './headers.js';

type Headers = typeof headers;
export type TableKind = keyof Headers;
export type TableColumn<K extends TableKind> = keyof Headers[K] & string;

/** Index of each column that is known; the names of the others, which are kept as they are. */
export type Recognised =
  | RecognisedAs<TableKind>
  | { kind: undefined; columns: Record<string, never>; unknown: string[] };
type RecognisedAs<K extends TableKind> = K extends TableKind
  ? { kind: K; columns: Partial<Record<TableColumn<K>, number>>; unknown: string[] }
  : never;

/** A table without these is not of the kind. */
const needed: { [K in TableKind]: (has: (column: TableColumn<K>) => boolean) => boolean } = {
  associations: (has) => has('person') && (has('organization') || has('started') || has('next_association_date')),
  skills_report: (has) =>
    has('person') && (has('pmc') || has('pc') || has('skill') || has('relevant') || has('expires')),
  training: (has) => has('person') && has('skill'),
  learn: (has) => has('person') && has('skill'),
  competencies: (has) => has('competency') && (has('status') || has('ended')),
};

/** The kind of which most columns are there. A column that stands twice counts once, the first. */
export function recognise(header: readonly string[]): Recognised {
  const keys = header.map(keyOf);
  const found = (Object.keys(headers) as TableKind[])
    .map((kind) => ({ kind, columns: columnsOf(kind, keys) }))
    .filter(({ kind, columns }) => needed[kind]((column) => column in columns))
    .reduce<{ kind?: TableKind; columns: Record<string, number> }>(
      (best, next) => (Object.keys(next.columns).length > Object.keys(best.columns).length ? next : best),
      { columns: {} },
    );
  const taken = new Set(Object.values(found.columns));
  const unknown = header.filter((name, index) => !taken.has(index) && name.trim() !== '');
  return { kind: found.kind, columns: found.columns, unknown } as Recognised;
}

/** Of a table of skills: a report, or an export of trainings. A report without their names says for which programs they count. */
export function skillColumns(found: Recognised): SkillColumns | undefined {
  switch (found.kind) {
    case 'skills_report':
    case 'training':
    case 'learn': {
      const { person, skill, relevant, expires, pmc, pc }: SkillColumns & { relevant?: number } = found.columns;
      const columns = { person, skill: skill ?? relevant, expires, pmc, pc };
      return Object.fromEntries(Object.entries(columns).filter(([, place]) => place !== undefined));
    }
    default:
      return undefined;
  }
}

function columnsOf(kind: TableKind, keys: string[]): Record<string, number> {
  const columns: Record<string, number> = {};
  for (const [column, names] of Object.entries(headers[kind])) {
    const name = namesOf(names).find((one) => keys.includes(one));
    if (name !== undefined) {
      columns[column] = keys.indexOf(name);
    }
  }
  return columns;
}

function namesOf(names: readonly string[] | Record<string, readonly string[]>): string[] {
  return (Array.isArray(names) ? names : Object.values(names).flat()).map(keyOf);
}

/** Two names with the same key are the same name: letters and digits, whatever their case, width and composition. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
