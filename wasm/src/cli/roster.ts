// partnercheck roster: a table of links or of skills in, an answer for each person or skill out.
import { loadRoster, loadRosterWords } from '../roster/index.js';
import type { Words } from '../text.js';
import { Interrupted, numberOf, oneOf, UsageError, type Command, type Values } from './command.js';
import { errorRows, faultLines, successOf } from './faults.js';
import { openInput, type Input } from './input.js';
import { localeOf, questionOptions, rulesetTexts } from './options.js';
import { say, write, writeTo } from './output.js';
import { Progress } from './progress.js';
import type { Asked, Found } from './roster-asked.js';
import { askBoth, bothOptions, otherTableOf, valuesOfOther } from './roster-both.js';
import { askLinks, linkOptions } from './roster-links.js';
import { readInParts, type Parts } from './roster-parts.js';
import { rowFormats } from './roster-rows.js';
import { askSkills, skillOptions } from './roster-skills.js';
import { columnNames, encodings, feed, openTable, type Table } from './roster-table.js';
import { totalLines } from './totals.js';

const formats = [...rowFormats, 'totals'] as const;
const optionsOf = { links: linkOptions, skills: skillOptions };
const faultsSaid = 10;
const mostJobs = 256;

export const rosterCommand: Command = {
  usage: [
    'roster --organization NAME [options] [LINKS]',
    'roster [options] [SKILLS]',
    'roster --organization NAME [options] [LINKS] --with SKILLS',
    'roster merge [TOTALS...]',
  ],
  about: `Decides for everybody in a table of links (an association history) whether, and from which day, they may be linked
to an organization. Of a table of skills (a skills report, an export of trainings) it says how many hold each of them, and
until when. The names of the columns say which it is. Reads standard input where no file is named, or where it is -.`,
  options: {
    ...questionOptions,
    columns: {
      value: 'LIST',
      help: `Which column holds what, such as person=MCID,started=Start, by name or by number from 1;
adds to what the names of the columns say. There are, of links,
${columnNames.links.slice(0, 5).join(', ')},
${columnNames.links.slice(5).join(', ')};
of skills, ${columnNames.skills.join(', ')}.`,
    },
    delimiter: { value: 'SIGN', help: 'Between cells: one character, or tab. Without it the file shows it.' },
    encoding: { value: 'NAME', help: `${encodings.join(', ')}; without it the file shows it.` },
    'day-order': {
      value: 'ORDER',
      help: `Where days are written like 2/3/2021: day_month or month_day. Without it a day such as 20/3/2021 anywhere in the
file shows it; it is never guessed.`,
    },
    'short-years': {
      value: 'PLACE',
      help: 'Where years of two digits stand, as in 20-07-21: first or last. Without it such a day is not read.',
    },
    'no-header': { help: 'The first row is a person already.' },
    'rows-above': {
      value: 'NUMBER',
      help: 'So many rows stand above the names of the columns; without it the file shows it.',
    },
    format: {
      value: 'FORMAT',
      short: 'f',
      help: `${formats.join(', ')}. Without it a table on a terminal, otherwise csv.`,
    },
    totals: { value: 'FILE', help: 'Write the totals there, as --format totals does.' },
    errors: { value: 'FILE', help: 'Write the rows that could not be read there, as CSV: line, column, what, remedy.' },
    progress: { help: 'Say on standard error how far it is, also where that is no terminal.' },
  },
  groups: { 'Of a table of links': linkOptions, 'Of a table of skills': skillOptions, 'Of both': bothOptions },
  notes: `CSV is written with the delimiter of the file. A text that a spreadsheet would compute gets an apostrophe in front.
Memory grows with the number of people, not with the number of rows; of skills with what they hold.
Totals are one line of JSON for each ruleset; those of all shards, given to roster merge, are those of the whole table.
A skill counts through the day on which it expires, so that it is lost on the day after.

Exit code: 0 all are decided; 1 see --fail-on; 2 wrong usage, or something cannot be read or written;
3 some rows could not be read (standard error says which): their people are not_decided, their skills do not count;
130 interrupted.`,

  async run(values, files, interrupted) {
    if (files.length > 1) {
      throw new UsageError(`one table at a time, not ${files.join(' and ')}`);
    }
    const format = oneOf('format', values.format, formats) ?? (process.stdout.isTTY ? 'table' : 'csv');
    const locale = localeOf(values);
    const [roster, words] = await Promise.all([loadRoster(), loadRosterWords(locale)]);
    const succeeded = successOf(words);
    const rulesets = await rulesetTexts(values);
    for (const { name, text } of rulesets) {
      succeeded(roster.loadRuleset(text), name);
    }
    const other = otherTableOf(values);
    const input = await openInput(files[0] ?? '-', interrupted);
    const progress = new Progress(values.progress === true || process.stderr.isTTY, input.size);
    let unfinished = 'interrupted: nothing is decided';
    let parts: Parts | undefined;
    const read = async (from: Input, said: Values) => {
      const table = await openTable(roster, from, said, succeeded);
      if (other === undefined) {
        checkOptions(said, table);
      }
      const asking = { roster, words, values: said, succeeded, name: table.name, form: table.form };
      const asked: Asked =
        table.subject === 'links' ? askLinks(asking, table.columns) : askSkills(asking, table.columns);
      const jobs = jobsOf(said);
      // Who is in both tables is asked of this one process.
      const inParts = other === undefined && table.subject === 'links' && table.hasLines && isOfParts(said, format);
      if (jobs > 1 && inParts) {
        const task = {
          file: files[0] as string,
          name: table.name,
          values: said,
          form: table.form,
          columns: table.columns,
          rulesets: rulesets.map(({ text }) => text),
          locale,
          format: format === 'totals' || values.group === true ? undefined : format,
        };
        parts = await readInParts(task, jobs, { asking, progress, interrupted });
      }
      let found = parts?.found;
      if (found === undefined) {
        const started = asked();
        await feed(started.table, table, progress, succeeded);
        found = started.finish();
      }
      progress.end();
      const tell = (note: string): void => say(`${table.name}: ${note}`);
      [...table.notes, ...leftOutNotes(found.leftOut)].forEach(tell);
      sayFaults(words, table.name, found);
      found.notes.forEach(tell);
      return { asking, table, found };
    };
    try {
      const first = await read(input, values);
      let { found } = first;
      const { table } = first;
      if (other !== undefined) {
        const second = await read(await openInput(other, interrupted), valuesOfOther(values));
        const { links, skills } = { ...found, ...second.found };
        if (links === undefined || skills === undefined) {
          throw new UsageError(`${table.name} is ${table.kind} and ${other} is, too: --with is for the other kind`);
        }
        found = askBoth(first.asking, { links, skills }, [found, second.found]);
        found.notes.forEach((note) => say(note));
      }
      const lines = totalLines(found.totals);
      if (values.totals !== undefined) {
        await writeTo(String(values.totals), lines);
      }
      if (values.errors !== undefined) {
        const { delimiter } = table.form;
        const { bytes } = succeeded(roster.csvOf(errorRows(words, found.faults), { delimiter }));
        await writeTo(String(values.errors), bytes);
      }
      if (values['mail-merge'] !== undefined && found.mails !== undefined) {
        await writeTo(String(values['mail-merge']), found.mails);
      }
      if (format === 'totals') {
        await write(lines);
      } else {
        const { rows, header, pieces } = found.sheets(format);
        let written = 0;
        unfinished = `interrupted: 0 of ${rows} rows are written`;
        await write(header);
        for await (const piece of pieces) {
          interrupted.throwIfAborted();
          await write(piece.text);
          written += piece.rows;
          unfinished = `interrupted: ${written} of ${rows} rows are written`;
          progress.writing(written, rows);
          await turn();
        }
        progress.end();
      }
      return found.exitCode;
    } catch (error) {
      progress.end();
      throw interrupted.aborted ? new Interrupted(unfinished) : error;
    } finally {
      await parts?.stop();
    }
  },
};

/** @throws UsageError when some of them are about another kind of table. */
function checkOptions(values: Values, { name, subject, kind }: Table): void {
  const other = subject === 'links' ? 'skills' : 'links';
  const wrong = Object.keys(optionsOf[other]).filter((option) => values[option] !== undefined);
  if (wrong.length > 0) {
    throw new UsageError(
      `${wrong.map((option) => `--${option}`).join(', ')}: for a table of ${other}, and ${name} is ${kind}`,
    );
  }
}

function sayFaults(words: Words, name: string, { faults, totals: [totals] }: Found): void {
  const all = Object.values(totals.faults).reduce((sum, count) => sum + count, 0);
  faultLines(words, { errors: faults.slice(0, faultsSaid) }, { name }).forEach(say);
  if (all > faultsSaid) {
    say(
      `${name}: ${all} faults in all; --errors FILE writes ${all > faults.length ? `the first ${faults.length}` : 'them'} down`,
    );
  }
}

function leftOutNotes(rows: Found['leftOut']): string[] {
  const lines = rows.slice(0, faultsSaid).map(({ line }) => line);
  return rows.length === 0
    ? []
    : [
        `${rows.length === 1 ? 'a row that adds others up is' : `${rows.length} rows that add others up are`} left out: line ${lines.join(', ')}${rows.length > lines.length ? ', …' : ''}`,
      ];
}

/** @throws UsageError */
function jobsOf(values: Values): number {
  const jobs = numberOf('jobs', values.jobs) ?? 1;
  if (jobs < 1 || jobs > mostJobs) {
    throw new UsageError(`--jobs ${jobs}: from 1 to ${mostJobs}`);
  }
  return jobs;
}

/** Whether what is asked of each part, one behind the other, is what is asked of the whole. */
function isOfParts(values: Values, format: string): boolean {
  const { sort, descending, shard, group, 'mail-merge': mails } = values;
  const isTable = format === 'table' && group !== true;
  return [sort, descending, shard, mails].every((value) => value === undefined) && !isTable;
}

/** Lets signals in between. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
