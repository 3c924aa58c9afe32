// A table goes in: how it is written and which column holds what is said by the options, otherwise by the table.
import { monthWords, recognise, type Roster, type RosterRequest } from '../roster/index.js';
import { headers } from '../roster/headers.js';
import { keyOf } from '../roster/recognise.js';
import { Failed, oneOf, UsageError, type Values } from './command.js';
import type { Succeeded } from './faults.js';
import type { Input } from './input.js';
import type { Progress } from './progress.js';

type Columns = NonNullable<RosterRequest['columns']>;
type Column = keyof Columns;
type Form = NonNullable<RosterRequest['form']>;

export const columnNames = Object.keys(headers.associations) as Column[];
export const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/** Enough to know a table by. */
const beginningSize = 1 << 16;

/** Reads the whole table. Returns its form. */
export async function feed(
  roster: Roster,
  input: Input,
  { question, values, succeeded, progress }: { question: RosterRequest; values: Values; succeeded: Succeeded; progress: Progress },
): Promise<Form> {
  const pieces = input.pieces[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let size = 0;
  let whole = false;
  while (size < beginningSize && !whole) {
    const { value, done } = await pieces.next();
    whole = done === true;
    if (!whole) {
      parts.push(value as Buffer);
      size += (value as Buffer).length;
    }
  }
  const beginning = Buffer.concat(parts);
  const { form, columns } = tableOf(roster, beginning, whole, { name: input.name, values, succeeded });
  succeeded(roster.start({ ...question, form: { ...form, month_words: monthWords() }, columns }));
  roster.feed(beginning);
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    roster.feed(piece.value);
    size += piece.value.length;
    const { rows, people } = roster.progress;
    progress.reading(rows, people, size);
  }
  return form;
}

function tableOf(
  roster: Roster,
  beginning: Buffer,
  whole: boolean,
  { name, values, succeeded }: { name: string; values: Values; succeeded: Succeeded },
): { form: Form; columns: Columns } {
  const sniffed = succeeded(roster.sniff(beginning.subarray(0, beginningSize), whole && beginning.length <= beginningSize));
  const encoding = oneOf('encoding', values.encoding, encodings) ?? sniffed.encoding;
  const delimiter = delimiterOf(values.delimiter) ?? sniffed.delimiter;
  const dayOrder = oneOf('day-order', values['day-order'], ['day_month', 'month_day']);
  const form: Form = {
    encoding,
    delimiter,
    header: values['no-header'] !== true,
    ...(dayOrder === undefined ? {} : { day_order: dayOrder }),
  };
  let { rows } = sniffed;
  if (encoding !== sniffed.encoding || delimiter !== sniffed.delimiter) {
    rows = succeeded(roster.sniff(asTabs(beginning.subarray(0, beginningSize), encoding, delimiter), whole)).rows;
  }
  const [header] = rows;
  if (header === undefined) {
    throw new Failed(`${name}: the table is empty`);
  }
  return { form, columns: columnsOf(form.header === true ? header : [], values.columns, name) };
}

/** The same cells with a delimiter that is known by itself; in a header other signs do not matter. */
function asTabs(beginning: Buffer, encoding: string, delimiter: string): Buffer {
  const text = new TextDecoder(encoding).decode(beginning, { stream: true });
  return Buffer.from(text.replace(/[,;\t]/g, (sign) => (sign === delimiter ? sign : ' ')).replaceAll(delimiter, '\t'));
}

function delimiterOf(value: Values[string]): string | undefined {
  const sign = value === 'tab' ? '\t' : value;
  if (sign !== undefined && (String(sign).length !== 1 || /["\r\n]|[^\t -~]/.test(String(sign)))) {
    throw new UsageError(`--delimiter ${String(value)}: write one sign, such as ; or the word tab`);
  }
  return sign as string | undefined;
}

function columnsOf(header: string[], given: Values[string], name: string): Columns {
  const recognised = recognise(header);
  const columns: Partial<Record<Column, number>> = recognised.kind === 'associations' ? { ...recognised.columns } : {};
  const keys = header.map(keyOf);
  for (const pair of given === undefined ? [] : String(given).split(',')) {
    const [column = '', wanted = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (!columnNames.includes(column as Column)) {
      throw new UsageError(`--columns ${pair}: there are ${columnNames.join(', ')}`);
    }
    const index = keys.indexOf(keyOf(wanted));
    if (index === -1 && !/^[1-9]\d{0,3}$/.test(wanted)) {
      throw new UsageError(`--columns ${pair}: ${name} has no such column${header.length === 0 ? '; without a header write its number' : `, only ${header.join(', ')}`}`);
    }
    columns[column as Column] = index === -1 ? Number(wanted) - 1 : index;
  }
  const { person, organization, started, next_association_date } = columns;
  if (person === undefined || (organization ?? started ?? next_association_date) === undefined) {
    const what =
      recognised.kind === undefined || recognised.kind === 'associations'
        ? `cannot be known as a table of links by its columns: ${header.join(', ')}`
        : `is no table of links, but looks like a ${recognised.kind.replace('_', ' ')} table`;
    throw new Failed(`${name} ${what}\nSay which column holds the person and which their links: --columns person=…,started=…`);
  }
  return columns as Columns;
}
