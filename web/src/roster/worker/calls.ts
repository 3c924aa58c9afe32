// What the roster asks of its table: it is held here, with the engine. In a worker the page never waits for it.
import { LoadError, type LoadOptions } from 'partnercheck';
import {
  loadRoster,
  type BothRowsRequest,
  type FinishAnswer,
  type Roster,
  type RosterRequest,
  type RosterTable,
  type SkillRowsRequest,
  type SkillsAnswer,
  type SkillsRequest,
  type Sniffed,
  type SniffRequest,
  type StartAnswer,
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

/** The page has words of its own. */
const withoutTexts = { faultTexts: false };

export interface Surroundings {
  /** Between two reports, in milliseconds, and what is waited for behind each. */
  pause: number;
  turn(): Promise<void> | undefined;
  /** Another worker that answers as this one, where there can be any. */
  startHelper?(): Worker;
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
  let asked: RosterRequest | undefined;
  let shown: ViewRequest = {};
  let shownSkills: SkillRowsRequest | undefined;
  let shownBoth: BothRowsRequest | undefined;

  function callsOf(onProgress: (progress: Progress) => Promise<void> | undefined): AsyncCalls {
    /** `readParts` says whether all is read; if not, it is read here. */
    async function readTable<A extends FinishAnswer | SkillsAnswer>(
      roster: Roster,
      start: () => StartAnswer,
      finish: () => A,
      readParts?: (table: RosterTable, onPart: (part: number) => Promise<void>) => Promise<boolean>,
    ) {
      const started = performance.now();
      const progress = (part: number): Progress => ({
        rows: roster.progress.rows,
        part,
        milliseconds: performance.now() - started,
      });
      const accepted = start();
      if (accepted.type === 'failure') {
        return { answer: accepted, progress: progress(0) };
      }
      let told = started;
      const onPart = async (part: number): Promise<void> => {
        if (performance.now() - told > pause) {
          await onProgress(progress(part));
          told = performance.now();
        }
      };
      if (!(await readParts?.(accepted.table, onPart))) {
        const { table: whole } = readParts === undefined ? accepted : succeeded(start());
        for await (const { bytes, part } of openedTable().pieces()) {
          succeeded(whole.feed(bytes));
          await onPart(part);
        }
      }
      return { answer: withCells(finish(), openedTable()), progress: progress(1) };
    }

    /** From the first byte to the last: what shows how the table is written may stand anywhere. */
    async function look(found: Table, known: SniffRequest): Promise<Sniffed> {
      const roster = await loadedEngine();
      const started = performance.now();
      succeeded(roster.startSniffing(known));
      let told = started;
      let length = 0;
      for await (const { bytes, part } of found.pieces()) {
        succeeded(roster.sniffMore(bytes));
        length += bytes.length;
        if (found.isSample === true && length > beginning) {
          return succeeded(roster.finishSniffing(false));
        }
        if (performance.now() - told > pause) {
          await onProgress({ rows: 0, part, milliseconds: performance.now() - started });
          told = performance.now();
        }
      }
      return succeeded(roster.finishSniffing());
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
        return format === 'csv' ? writtenCsv(openedTable()) : writtenWorkbook(openedTable(), delimiter);
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
        const read = await readTable(
          roster,
          () => roster.start(request),
          () => roster.finish(),
          partsOf(request),
        );
        roster.view(shown);
        return read;
      },

      async view(request) {
        shown = request;
        return (await loadedEngine()).view(request);
      },

      async rows(from, count) {
        return (await loadedEngine()).rows(from, count);
      },

      async rowsOf(view, from, count) {
        const roster = await loadedEngine();
        return aside(roster, () => {
          roster.view(view);
          return succeeded(roster.rows(from, count)).rows;
        });
      },

      async compare(request, own) {
        const roster = await loadedEngine();
        if (own !== undefined) {
          succeeded(roster.loadRuleset(own));
        }
        return roster.compare(request);
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
        for await (const { bytes } of openedTable().pieces()) {
          succeeded(roster.feed(bytes));
        }
        return roster.finishPerson();
      },

      async writeCsv(request) {
        return csvFile(await loadedEngine(), request);
      },

      async writeJson(totals) {
        return jsonFile(await loadedEngine(), totals);
      },

      async writeCalendar({ locale, request, description, days }) {
        return calendarFile({ request, hasOwnDay: false, locale, description, days });
      },

      async runSkills(request) {
        const roster = await loadedEngine();
        shownSkills = undefined;
        return readTable(
          roster,
          () => roster.startSkills(asRead(request)),
          () => roster.finishSkills(),
        );
      },

      async forecast(question) {
        return (await loadedEngine()).forecast(question);
      },

      async shortfalls(questions) {
        const roster = await loadedEngine();
        return questions.flatMap((question) => {
          const { lost_on: day } = succeeded(roster.forecast(question));
          return day === undefined ? [] : [[question.skill, day] as [string, string]];
        });
      },

      async viewSkills(request) {
        shownSkills = request;
        return (await loadedEngine()).viewSkills(request);
      },

      async skillRows(request, from, count) {
        const roster = await loadedEngine();
        showSkills(roster, request);
        return succeeded(roster.skillRows(from, count)).rows;
      },

      async bringTogether() {
        shownBoth = undefined;
        return (await loadedEngine()).bringTogether();
      },

      async bothRows(request, from, count) {
        const roster = await loadedEngine();
        showBoth(roster, request);
        return succeeded(roster.bothRows(from, count)).rows;
      },

      async writeBoth(request, header, words) {
        const roster = await loadedEngine();
        showBoth(roster, request);
        return bothFile(roster, header, words);
      },

      async writeOldSystem(header, ends) {
        const roster = await loadedEngine();
        showSkills(roster, { old_system_only: true });
        return oldSystemFile(roster, header, ends);
      },

      async writeTable(rows) {
        return tableFile(await loadedEngine(), rows);
      },

      async writeRows(rows) {
        return succeeded((await loadedEngine()).csvOf(rows)).bytes;
      },
    };
  }

  /** Other views than the one that the page shows, which is put back. */
  function aside<T>(roster: Roster, look: () => T): T {
    try {
      return look();
    } finally {
      roster.view(shown);
    }
  }

  /** Two lists of people stand on the page; the engine has one view. */
  function showSkills(roster: Roster, request: SkillRowsRequest): void {
    if (JSON.stringify(shownSkills) !== JSON.stringify(request)) {
      shownSkills = request;
      succeeded(roster.viewSkills(request));
    }
  }

  function showBoth(roster: Roster, request: BothRowsRequest): void {
    if (JSON.stringify(shownBoth) !== JSON.stringify(request)) {
      succeeded(roster.viewBoth(request));
      shownBoth = request;
    }
  }

  /** Undefined where it is read by one. */
  function partsOf(request: RosterRequest) {
    const whole = openedTable();
    const { file } = whole;
    const others = helpers?.ready ?? [];
    if (file === undefined || !isBig(file) || others.length === 0 || inOne === whole) {
      return undefined;
    }
    return async (read: RosterTable, onPart: (part: number) => Promise<void>): Promise<boolean> => {
      const isRead = await readInParts(read, file, request, others, onPart);
      inOne = isRead ? undefined : whole;
      return isRead;
    };
  }

  function loadedEngine(): Promise<Roster> {
    engine ??= loadRoster(source);
    // The next call tries again.
    engine.catch(() => (engine = undefined));
    return engine;
  }

  function openedTable(): Table {
    if (table === undefined) {
      throw new RosterError('failed');
    }
    return table;
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

function codeOf(failure: unknown): RosterErrorCode {
  return failure instanceof RosterError ? failure.code : failure instanceof LoadError ? 'not_loaded' : 'failed';
}
