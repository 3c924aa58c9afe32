// partnercheck roster: a table of links in, one decision for each person out.
import { loadRoster, loadRosterWords, statuses as outcomes, type Totals } from '../roster/index.js';
import type { Fault } from '../contract.js';
import type { Words } from '../text.js';
import { Interrupted, oneOf, someOf, UsageError, type Command } from './command.js';
import { errorTable, faultLines, successOf } from './faults.js';
import { openInput } from './input.js';
import { localeOf, questionOptions, rulesetTexts } from './options.js';
import { say, write, writeTo } from './output.js';
import { Progress } from './progress.js';
import { questionOf, sorts, viewOf } from './roster-question.js';
import { writerOf } from './roster-rows.js';
import { columnNames, encodings, feed } from './roster-table.js';
import { exitCodeOf, totalLines } from './totals.js';

const formats = ['csv', 'ndjson', 'table', 'totals'] as const;
const rowsAtOnce = 2_000;
const faultsSaid = 10;

export const rosterCommand: Command = {
  usage: ['roster --organization NAME [options] [FILE]', 'roster merge [TOTALS...]'],
  about: `Decides for everybody in a table of links (an association history) whether, and from which day, they may be linked
to an organization. Reads standard input where no FILE is named, or where it is -.`,
  options: {
    organization: { value: 'NAME', short: 'o', help: 'To which organization everybody would be linked.' },
    ...questionOptions,
    account: { value: 'KIND', help: 'Of everybody: a Partner Center account of the organization, work or personal; or none.' },
    certifications: { value: 'NUMBER', help: 'Of everybody: active certifications in the profile.' },
    facts: { value: 'JSON', help: 'Other facts of everybody, as in the facts of a request.' },
    relation: { value: 'WHO', help: 'Who makes the links: owner (each person their own; so without it), admin, other.' },
    columns: {
      value: 'LIST',
      help: `Which column holds what, such as person=MCID,started=Start, by name or by number from 1;\nadds to what the names of the columns say. There are\n${columnNames.slice(0, 4).join(', ')},\n${columnNames.slice(4).join(', ')}.`,
    },
    delimiter: { value: 'SIGN', help: 'Between cells: one character, or tab. Without it the file shows it.' },
    encoding: { value: 'NAME', help: `${encodings.join(', ')}; without it the file shows it.` },
    'day-order': { value: 'ORDER', help: 'Where days are written like 2/3/2021: day_month or month_day. Never guessed.' },
    'no-header': { help: 'The first row is a person already.' },
    format: { value: 'FORMAT', short: 'f', help: `${formats.join(', ')}. Without it a table on a terminal, otherwise csv.` },
    status: { value: 'LIST', help: `Only these, with commas between them: ${outcomes.join(', ')}.` },
    changed: { help: 'Only those for whom the ruleset of --compare decides otherwise.' },
    sort: { value: 'BY', help: `${sorts.join(', ')}; without it in the order of their first rows.` },
    descending: { help: 'The last first.' },
    compare: { value: 'ID', help: 'Decide by a second ruleset, too.' },
    shard: { value: 'K/N', help: 'Only part K of N of the people, such as 3/8. The parts are disjoint and together everybody.' },
    totals: { value: 'FILE', help: 'Write the totals there, as --format totals does.' },
    errors: { value: 'FILE', help: 'Write the rows that could not be read there, as CSV: line, column, what, remedy.' },
    'fail-on': { value: 'LIST', help: 'Exit with 1 when somebody is one of these (see --status).' },
    progress: { help: 'Say on standard error how far it is, also where that is no terminal.' },
  },
  notes: `CSV is written with the delimiter of the file. A text that a spreadsheet would compute gets an apostrophe in front.
Memory grows with the number of people, not with the number of rows.
Totals are one line of JSON for each ruleset; those of all shards, given to roster merge, are those of the whole table.

Exit code: 0 all are decided; 1 see --fail-on; 2 wrong usage, or something cannot be read or written;
3 some rows could not be read (standard error says which), so that their people are not_decided; 130 interrupted.`,

  async run(values, files, interrupted) {
    if (values.organization === undefined) {
      throw new UsageError('say to which organization: --organization NAME');
    }
    if (files.length > 1) {
      throw new UsageError(`one table at a time, not ${files.join(' and ')}`);
    }
    if (values.changed === true && values.compare === undefined) {
      throw new UsageError('--changed needs --compare');
    }
    const format = oneOf('format', values.format, formats) ?? (process.stdout.isTTY ? 'table' : 'csv');
    const failOn = someOf('fail-on', values['fail-on'], outcomes) ?? [];
    const question = questionOf(values);
    const view = viewOf(values);
    const [roster, words] = await Promise.all([loadRoster(), loadRosterWords(localeOf(values))]);
    const succeeded = successOf(words);
    for (const { name, text } of await rulesetTexts(values)) {
      succeeded(roster.loadRuleset(text), name);
    }
    const input = await openInput(files[0] ?? '-', interrupted);
    const progress = new Progress(values.progress === true || process.stderr.isTTY, input.size);
    let unfinished = 'interrupted: nothing is decided';
    try {
      const form = await feed(roster, input, { question, values, succeeded, progress });
      const { totals, faults } = succeeded(roster.finish());
      const compared = values.compare === undefined ? undefined : succeeded(roster.compare({ ruleset: String(values.compare) }));
      progress.end();
      const lines = totalLines(compared === undefined ? [totals] : [totals, compared.totals]);
      if (values.totals !== undefined) {
        await writeTo(String(values.totals), lines);
      }
      if (values.errors !== undefined) {
        await writeTo(String(values.errors), errorTable(words, faults, form.delimiter ?? ','));
      }
      sayFaults(words, input.name, faults, totals);
      if (format === 'totals') {
        await write(lines);
      } else {
        const { people } = succeeded(roster.view(view));
        const rows = writerOf(format, { words, delimiter: form.delimiter ?? ',', compared: compared !== undefined });
        await write(rows.header);
        for (let from = 0; from < people; from += rowsAtOnce) {
          unfinished = `interrupted: ${from} of ${people} people are written`;
          interrupted.throwIfAborted();
          await write(rows.rows(succeeded(roster.rows(from, rowsAtOnce)).rows));
          progress.writing(from, people);
          await turn();
        }
        progress.end();
      }
      return exitCodeOf(totals, failOn);
    } catch (error) {
      progress.end();
      throw interrupted.aborted ? new Interrupted(unfinished) : error;
    }
  },
};

function sayFaults(words: Words, name: string, faults: readonly Fault[], totals: Totals): void {
  const all = Object.values(totals.faults).reduce((sum, count) => sum + count, 0);
  faultLines(words, { errors: faults.slice(0, faultsSaid) }, { name }).forEach(say);
  if (all > faultsSaid) {
    say(`${name}: ${all} faults in all; --errors FILE writes ${all > faults.length ? `the first ${faults.length}` : 'them'} down`);
  }
}

/** Lets signals in between. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
