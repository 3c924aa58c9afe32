// What the roster asks of its table: it is held here, with the engine. In a worker the page never waits for it.
import { LoadError, type LoadOptions } from 'partnercheck';
import {
  loadRoster,
  type BothRowsRequest,
  type BothTables,
  type FinishAnswer,
  type LinksTable,
  type Roster,
  type RosterRequest,
  type SkillRowsRequest,
  type SkillsAnswer,
  type SkillsRequest,
  type SkillsTable,
  type Sniffed,
  type SniffRequest,
  type ViewRequest,
} from 'partnercheck/roster';
import { calendarFile } from '../../share/calendar.js';
import {
  RosterError,
  type Calls,
  type Order,
  type Progress,
  type Report,
  type RosterErrorCode,
} from '../worker-messages.js';
import { bothFile, csvFile, jsonFile, oldSystemFile, tableFile, writtenCsv } from './files.js';
import { mendedTable } from './mended.js';
import { Helpers } from './helpers.js';
import { isBig, readInParts } from './parts.js';
import { piecesOf, type Table } from './pieces.js';
import { succeeded } from './succeeded.js';
import { openTable } from './table.js';

/** Fetched with the first workbook that is written. */
async function writtenWorkbook(table: Table, delimiter: string): Promise<Blob> {
  const { workbookOf } = await import('./written-workbook.js');
  return workbookOf(await writtenCsv(table).then((csv) => csv.text()), delimiter);
}

/** From so many bytes the form of a sample is told. */
const beginning = 64 << 10;

/** Of those that somebody may choose, what the engine reads itself, and says which bytes are nothing in it. */
const ownEncodings = ['windows-1252'] as const;

type AsyncCalls = { [C in keyof Calls]: (...args: Parameters<Calls[C]>) => Promise<ReturnType<Calls[C]>> };

/** Of a question that is refused. */
const nothing: Progress = { rows: 0, part: 0, milliseconds: 0 };

/** The page has words of its own. */
const withoutTexts = { faultTexts: false };

export interface Surroundings {
  /** Between two reports, in milliseconds, and what is waited for behind each. */
  pause: number;
  turn(): Promise<void> | undefined;
  /** Another worker that answers as this one, where there can be any. */
  startHelper?(): Worker;
}

type Started<A> = Pick<LinksTable | SkillsTable, 'feed' | 'progress'> & { finish(): A };

/** A table that other workers read, too. */
interface Parts<A> {
  /** Whether all is read; if not, it is started anew and read as one. */
  read(onPart: (part: number) => Promise<void>): Promise<boolean>;
  startAnew(): Started<A>;
}

/** Answers orders, in whatever order they come; a report of progress that throws ends what is under way. */
export function answering(
  tell: (report: Report, moved: ArrayBuffer[]) => void,
  { pause, turn, startHelper }: Surroundings,
): (order: Order) => void {
  let source: LoadOptions = withoutTexts;
  const helpers = startHelper && new Helpers(startHelper, () => source);
  /** Cannot be read by several: found out once for each table. */
  let inOne: Table | undefined;
  let engine: Promise<Roster> | undefined;
  /** A second one: reading one person again must not make the first forget everybody. */
  let single: Promise<Roster> | undefined;
  let table: Table | undefined;
  /** As it was opened, and as it is mended. */
  let opened: Table | undefined;
  /** The last ones that were run. */
  let links: LinksTable | undefined;
  let skills: SkillsTable | undefined;
  let both: BothTables | undefined;
  let asked: RosterRequest | undefined;
  let shown: ViewRequest = {};
  let shownSkills: SkillRowsRequest | undefined;
  let shownBoth: BothRowsRequest | undefined;

  function callsOf(onProgress: (progress: Progress) => Promise<void> | undefined): AsyncCalls {
    async function readTable<A extends FinishAnswer | SkillsAnswer>(reading: Started<A>, parts?: Parts<A>) {
      let whole = reading;
      const started = performance.now();
      const progress = (part: number): Progress => ({
        rows: whole.progress.rows,
        part,
        milliseconds: performance.now() - started,
      });
      let told = started;
      const onPart = async (part: number): Promise<void> => {
        if (performance.now() - told > pause) {
          await onProgress(progress(part));
          told = performance.now();
        }
      };
      if (parts === undefined || !(await parts.read(onPart))) {
        whole = parts?.startAnew() ?? reading;
        for await (const { bytes, part } of present(table).pieces()) {
          succeeded(whole.feed(bytes));
          await onPart(part);
        }
      }
      return { answer: withCells(whole.finish(), present(table)), progress: progress(1) };
    }

    /** From the first byte to the last: what shows how the table is written may stand anywhere. */
    async function look(found: Table, known: SniffRequest): Promise<Sniffed> {
      const roster = await loadedEngine();
      const started = performance.now();
      const { sniffing } = succeeded(roster.startSniffing(known));
      let told = started;
      let length = 0;
      for await (const { bytes, part } of found.pieces()) {
        succeeded(sniffing.feed(bytes));
        length += bytes.length;
        if (found.isSample === true && length > beginning) {
          return succeeded(sniffing.finish(false));
        }
        if (performance.now() - told > pause) {
          await onProgress({ rows: 0, part, milliseconds: performance.now() - started });
          told = performance.now();
        }
      }
      return succeeded(sniffing.finish());
    }

    return {
      async use(place) {
        source = { ...place, ...withoutTexts };
      },

      async open(chosen, reading) {
        const own = ownEncodings.find((encoding) => encoding === reading.encoding);
        let found = await openTable(chosen, { ...reading, encoding: own ? undefined : reading.encoding }, loadedEngine);
        let sniffed = await look(found, reading.encoding === undefined ? {} : { encoding: own ?? 'utf-8' });
        let encoding: string = reading.encoding ?? sniffed.encoding;
        if (sniffed.encoding === 'big5') {
          encoding = 'big5';
          found = await openTable(chosen, { ...reading, encoding }, loadedEngine);
          sniffed = await look(found, { encoding: 'utf-8' });
        }
        opened = found;
        table = found;
        if (found.file !== undefined && isBig(found.file)) {
          helpers?.call();
        }
        return { sniffed, encoding, sheet: found.sheet, sheets: found.sheets, hidden: found.hidden };
      },

      async mend(mends, written) {
        table = mends.length === 0 || opened === undefined ? opened : mendedTable(opened, mends, written);
      },

      async writeMended(format, delimiter) {
        return format === 'csv' ? writtenCsv(present(table)) : writtenWorkbook(present(table), delimiter);
      },

      async prepare() {
        await loadedEngine();
      },

      async readPart(request, start, range, last) {
        const accepted = (await loadedEngine()).start(request);
        if (accepted.type === 'failure' || !accepted.table.beginPart(start)) {
          return undefined;
        }
        for await (const { bytes } of piecesOf(range)) {
          succeeded(accepted.table.feed(bytes));
        }
        return accepted.table.part(last);
      },

      async run(question) {
        const roster = await loadedEngine();
        const request = asRead(question);
        asked = request;
        shown = {};
        const accepted = roster.start(request);
        if (accepted.type === 'failure') {
          return { answer: accepted, progress: nothing };
        }
        links = accepted.table;
        const read = await readTable(links, partsOf(links, request, roster));
        links.view(shown);
        return read;
      },

      async view(request) {
        shown = request;
        return present(links).view(request);
      },

      async rows(from, count) {
        return present(links).rows(from, count);
      },

      async rowsOf(view, from, count) {
        const people = present(links);
        try {
          people.view(view);
          return succeeded(people.rows(from, count)).rows;
        } finally {
          people.view(shown);
        }
      },

      async compare(request, own) {
        if (own !== undefined) {
          succeeded((await loadedEngine()).loadRuleset(own));
        }
        return present(links).compare(request);
      },

      async person(name) {
        single ??= loadRoster(source);
        // The next call tries again.
        single.catch(() => (single = undefined));
        const roster = await single;
        const accepted = roster.start({ ...(asked as RosterRequest), person: name });
        if (accepted.type === 'failure') {
          return accepted;
        }
        for await (const { bytes } of present(table).pieces()) {
          succeeded(accepted.table.feed(bytes));
        }
        return accepted.table.finishPerson();
      },

      async writeCsv(request) {
        return csvFile(present(links), request);
      },

      async writeJson(totals) {
        return jsonFile(present(links), totals);
      },

      async writeCalendar({ locale, request, description, days }) {
        return calendarFile({ request, hasOwnDay: false, locale, description, days });
      },

      async runSkills(request) {
        const roster = await loadedEngine();
        shownSkills = undefined;
        const accepted = roster.startSkills(asRead(request));
        if (accepted.type === 'failure') {
          return { answer: accepted, progress: nothing };
        }
        skills = accepted.table;
        return readTable(skills);
      },

      async forecast(question) {
        return present(skills).forecast(question);
      },

      async shortfalls(questions) {
        const report = present(skills);
        return questions.flatMap((question) => {
          const { lost_on: day } = succeeded(report.forecast(question));
          return day === undefined ? [] : [[question.skill, day] as [string, string]];
        });
      },

      async viewSkills(request) {
        shownSkills = request;
        return present(skills).view(request);
      },

      async skillRows(request, from, count) {
        return succeeded(skillsShown(request).rows(from, count)).rows;
      },

      async bringTogether() {
        shownBoth = undefined;
        const answer = (await loadedEngine()).bringTogether(present(links), present(skills));
        both = answer.type === 'failure' ? undefined : answer.both;
        return answer;
      },

      async bothRows(request, from, count) {
        return succeeded(bothShown(request).rows(from, count)).rows;
      },

      async writeBoth(request, header, words) {
        return bothFile(await loadedEngine(), bothShown(request), header, words);
      },

      async writeOldSystem(header, ends) {
        return oldSystemFile(await loadedEngine(), skillsShown({ old_system_only: true }), header, ends);
      },

      async writeTable(rows) {
        return tableFile(await loadedEngine(), rows);
      },

      async writeRows(rows) {
        return succeeded((await loadedEngine()).csvOf(rows)).bytes;
      },
    };
  }

  /** Two lists of people stand on the page; the engine has one view. */
  function skillsShown(request: SkillRowsRequest): SkillsTable {
    const report = present(skills);
    if (JSON.stringify(shownSkills) !== JSON.stringify(request)) {
      shownSkills = request;
      succeeded(report.view(request));
    }
    return report;
  }

  function bothShown(request: BothRowsRequest): BothTables {
    const tables = present(both);
    if (JSON.stringify(shownBoth) !== JSON.stringify(request)) {
      succeeded(tables.view(request));
      shownBoth = request;
    }
    return tables;
  }

  /** Undefined where it is read by one. */
  function partsOf(started: LinksTable, request: RosterRequest, roster: Roster): Parts<FinishAnswer> | undefined {
    const whole = present(table);
    const { file } = whole;
    const others = helpers?.ready ?? [];
    if (file === undefined || !isBig(file) || others.length === 0 || inOne === whole) {
      return undefined;
    }
    return {
      async read(onPart) {
        const isRead = await readInParts(started, file, request, others, onPart);
        inOne = isRead ? undefined : whole;
        return isRead;
      },
      startAnew() {
        links = succeeded(roster.start(request)).table;
        return links;
      },
    };
  }

  function loadedEngine(): Promise<Roster> {
    engine ??= loadRoster(source);
    // The next call tries again.
    engine.catch(() => (engine = undefined));
    return engine;
  }

  /** A table that is mended comes in UTF-8. */
  function asRead<R extends RosterRequest | SkillsRequest>(request: R): R {
    return table === opened ? request : { ...request, form: { ...request.form, encoding: 'utf-8' } };
  }

  return ({ id, call, args }) => {
    const calls = callsOf((progress) => {
      tell({ id, type: 'progress', progress }, []);
      return turn();
    });
    const run = calls[call] as (...args: unknown[]) => Promise<unknown>;
    run(...args)
      .then((result) =>
        tell({ id, type: 'result', result }, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []),
      )
      // Also of a result that cannot be sent.
      .catch((failure: unknown) => tell({ id, type: 'error', code: codeOf(failure) }, []));
  };
}

/** In a workbook a cell has a name. */
function withCells<A extends FinishAnswer | SkillsAnswer>(answer: A, { cellAt }: Table): A {
  return answer.type === 'failure' || cellAt === undefined
    ? answer
    : {
        ...answer,
        faults: answer.faults.map((fault) => ({ ...fault, cell: cellAt(fault.line ?? 1, fault.column ?? 1) })),
      };
}

/** @throws RosterError when the page asks before there is any. */
function present<T>(thing: T | undefined): T {
  if (thing === undefined) {
    throw new RosterError('failed');
  }
  return thing;
}

function codeOf(failure: unknown): RosterErrorCode {
  return failure instanceof RosterError ? failure.code : failure instanceof LoadError ? 'not_loaded' : 'failed';
}
