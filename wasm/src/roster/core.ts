// One instance of the roster's core, made from a compiled module. Its glue is Emscripten's; nothing else touches it.
import { instantiate } from '../compile.js';
// @ts-expect-error The glue comes with the build and has no types of its own.
import glue from '../partnercheck-roster.mjs';

/** What a table is of. */
export type RosterKind = 'links' | 'skills';
type TableFunctions = {
  start(request: string): string;
  prepare(size: number): Uint8Array | undefined;
  commit(size: number): void;
  rows_read(): number;
  people_read(): number;
  rows_faulty(): number;
  finish(): string;
  view(request: string): string;
  rows(from: number, count: number): string;
};

export type RosterCore = { [Name in keyof TableFunctions as `${RosterKind}_${Name}`]: TableFunctions[Name] } & {
  seed(high: number, low: number): void;
  load_ruleset(text: string): string;
  sniff_start(request: string): string;
  sniff_prepare(size: number): Uint8Array | undefined;
  sniff_commit(size: number): void;
  sniff_finish(whole: boolean): string;
  links_compare(request: string): string;
  both_bring(): string;
  both_view(request: string): string;
  both_rows(from: number, count: number): string;
  links_statuses(): Uint8Array;
  links_untils(): Int32Array;
  links_earliests(): Int32Array;
  links_latests(): Int32Array;
  links_marks(): Float64Array;
  links_part_prepare(size: number): Uint8Array;
  links_begin_part(): boolean;
  links_part(last: boolean): boolean;
  links_part_view(): Uint8Array<ArrayBuffer>;
  links_join(): boolean;
  links_csv(request: string, from: number, count: number): string;
  csv_start(delimiter: string): void;
  csv_text(cell: string): void;
  csv_raw(cell: string): void;
  csv_end_row(): void;
  csv_finish(): void;
  csv_bytes(): Uint8Array<ArrayBuffer>;
  skills_forecast(request: string): string;
  columns_prepare(people: number, perPerson: number): Int32Array;
  decide_columns(request: string, perPerson: number): string;
  statuses_of_columns(): Uint8Array;
  untils_of_columns(): Int32Array;
  earliests_of_columns(): Int32Array;
  latests_of_columns(): Int32Array;
};

export default async function createRosterCore(module: WebAssembly.Module): Promise<RosterCore> {
  const core = await instantiate<RosterCore>(glue, module);
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  core.seed(high, low);
  return core;
}
