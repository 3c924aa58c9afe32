// A table of links and a table of skills, once both have been read: the engine brings their people together.
import type { BothRow, BothRowsRequest, Brought, RosterRow } from 'partnercheck/roster';
import { Asking } from '../asking.js';
import type { Subject } from '../table-form.js';
import { RosterError } from '../worker-messages.js';

export type InTables = NonNullable<BothRowsRequest['in']>;

/** How a table is called, and the day for which it was asked. */
export interface ReadTable {
  name: string;
  today: string;
}

/** Of those who could take over from somebody. */
const mostOffered = 200;

export class Both extends Asking {
  private readonly read = new Map<Subject, ReadTable>();
  totals: Brought['totals'] | undefined;
  in: InTables = 'both';
  /** Rows of another view are void. */
  edition = 0;
  /** Who stands in the table of links only. */
  others: readonly RosterRow[] = [];
  status = '';

  /** Undefined: it was not read, or is being read anew. */
  table(subject: Subject): ReadTable | undefined {
    return this.read.get(subject);
  }

  forget(...subjects: Subject[]): void {
    subjects.forEach((subject) => this.read.delete(subject));
    this.totals = undefined;
    this.others = [];
  }

  async take(subject: Subject, table: ReadTable): Promise<void> {
    this.read.set(subject, table);
    if (this.read.size < 2) {
      return;
    }
    await this.doing(async () => {
      const brought = await this.worker.ask('bringTogether', []);
      if (brought.type === 'failure') {
        throw new RosterError('failed');
      }
      const others = await this.worker.ask('bothRows', [{ in: 'links' }, 0, mostOffered]);
      this.others = others.flatMap(({ link }) => (link === undefined ? [] : [link]));
      this.totals = brought.totals;
      this.status = '';
      this.edition += 1;
    });
  }

  choose(tables: InTables): void {
    this.in = tables;
    this.status = '';
    this.edition += 1;
    this.changed();
  }

  readonly rows = (from: number, count: number): Promise<BothRow[]> =>
    this.worker.ask('bothRows', [{ in: this.in }, from, count]);

  file(header: string[], words: Record<string, string>): Promise<Blob> {
    return this.worker.ask('writeBoth', [{ in: this.in }, header, words]);
  }

  /** Whom one of the tables names by this number or address; undefined also where there are not both. */
  async find(person: string): Promise<BothRow | undefined> {
    if (this.totals === undefined) {
      return undefined;
    }
    const key = person.toLowerCase();
    const found = await this.worker.ask('bothRows', [{ text: person }, 0, mostOffered]);
    return found.find(({ link, skill }) =>
      [link?.person, link?.email, skill?.person, skill?.email].some((each) => each?.toLowerCase() === key),
    );
  }
}
