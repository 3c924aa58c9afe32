// What a command is, how its arguments are read, and how it is explained.
import { parseArgs } from 'node:util';
import { meant } from './nearest.js';

export interface Option {
  /** What stands for the value; a switch has none. */
  value?: string;
  multiple?: true;
  short?: string;
  help: string;
}
/** One for each option that was given; a list where it may be given more than once. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

export interface Command {
  usage: string[];
  about: string;
  options: Record<string, Option>;
  /** More options, each group under its heading. */
  groups?: Record<string, Record<string, Option>>;
  /** More to say, behind the options. */
  notes?: string;
  run(values: Values, files: string[], interrupted: AbortSignal): Promise<number>;
}

export const exitCodes = {
  done: 0,
  /** An answer is one of those that --fail-on names. */
  decidedOtherwise: 1,
  /** Wrong usage, or something could not be read or written. */
  failed: 2,
  /** All was read, and some requests or rows were wrong. */
  partly: 3,
  interrupted: 130,
  brokenPipe: 141,
} as const;

/** Said on standard error; ends the run. */
export class Failed extends Error {
  readonly code: number = exitCodes.failed;
}
export class UsageError extends Failed {}
/** The message says what was not done. */
export class Interrupted extends Failed {
  override readonly code = exitCodes.interrupted;
}

export const commonOptions = {
  help: { short: 'h', help: 'Say this, and nothing else.' },
  version: { help: 'Say the version, and nothing else.' },
} satisfies Record<string, Option>;

/** @throws UsageError */
export function parse(command: Command, args: string[]): { values: Values; files: string[] } {
  const options = Object.fromEntries(
    groupsOf(command)
      .flatMap(([, options]) => Object.entries(options))
      .map(([name, { value, multiple, short }]) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          multiple: multiple === true,
          ...(short === undefined ? {} : { short }),
        },
      ]),
  );
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Values, files: positionals };
  } catch (error) {
    // Node's advice how to pass a file that looks like an option follows the first sentence.
    const [said = ''] = (error as Error).message.split('. ');
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(said) ?? [];
    const names = Object.keys(options);
    const one =
      unknown === undefined
        ? ''
        : meant(
            `--${unknown}`,
            names.map((name) => `--${name}`),
          );
    throw new UsageError(`${said}${one}`);
  }
}

export function explain(command: Command): string {
  const groups = groupsOf(command).map(([heading, options]) => ({
    heading,
    rows: Object.entries(options).map(([name, option]) => [nameOf(name, option), option.help] as const),
  }));
  const width = Math.max(...groups.flatMap(({ rows }) => rows.map(([name]) => name.length)));
  return [
    ...command.usage.map((usage, index) => `${index === 0 ? 'Usage:' : '      '} partnercheck ${usage}`),
    '',
    command.about,
    '',
    ...groups.flatMap(({ heading, rows }) => [
      ...(heading === '' ? [] : [`${heading}:`]),
      ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help.replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`),
      '',
    ]),
    ...(command.notes === undefined ? [] : [command.notes, '']),
  ].join('\n');
}

export function groupsOf({ options, groups }: Command): [string, Record<string, Option>][] {
  return [['', { ...options, ...commonOptions }], ...Object.entries(groups ?? {})];
}

export function nameOf(name: string, { short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** @throws UsageError when it is none of those allowed. */
export function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T | undefined {
  return value === undefined ? undefined : found(name, String(value), allowed);
}

function found<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const one = allowed.find((each) => each === value);
  if (one === undefined) {
    throw new UsageError(`--${name} ${value}: there are ${allowed.join(', ')}${meant(value, allowed)}`);
  }
  return one;
}

/** @throws UsageError when one of the names between the commas is none of those allowed. */
export function someOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T[] | undefined {
  return value === undefined
    ? undefined
    : String(value)
        .split(',')
        .map((one) => found(name, one.trim(), allowed));
}

/** @throws UsageError */
export function numberOf(name: string, value: unknown): number | undefined {
  if (value !== undefined && !/^\d{1,9}$/.test(String(value))) {
    throw new UsageError(`--${name} ${String(value)}: write a number`);
  }
  return value === undefined ? undefined : Number(value);
}
