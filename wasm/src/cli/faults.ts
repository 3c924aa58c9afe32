// What was wrong, where, and what to do.
import type { Failure } from '../answers.js';
import type { Fault } from '../contract.js';
import type { CsvCell } from '../roster/index.js';
import type { Words } from '../text.js';
import { Failed } from './command.js';

/** With the option that is the remedy here, where there is one. */
function inWords(words: Words, fault: Fault): { message: string; help: string } {
  const { message, help } = words.error(fault);
  return {
    message,
    help: fault.code === 'cell.date_ambiguous' ? `${help} (--day-order day_month, --day-order month_day)` : help,
  };
}

/** What was wrong and what to do, behind the place in the file. */
export function faultLines(
  words: Words,
  { errors }: { errors: readonly Fault[] },
  at: { name: string; number?: number },
): string[] {
  return errors.map((error) => {
    const { message, help } = inWords(words, error);
    const place = [at.name, error.line ?? at.number, error.line === undefined ? undefined : error.column];
    return [
      place.filter((part) => part !== undefined).join(':'),
      ...(error.path === '' ? [] : [error.path]),
      `${message} ${help}`,
    ].join(': ');
  });
}

export type Succeeded = <T extends { type: 'success' }>(answer: T | Failure, name?: string) => T;

/** @throws Failed with what was wrong. */
export function successOf(words: Words): Succeeded {
  return (answer, name = 'roster') => {
    if (answer.type === 'failure') {
      throw new Failed(faultLines(words, answer, { name }).join('\n'));
    }
    return answer as Exclude<typeof answer, Failure>;
  };
}

/** For CSV, to be mended one after the other. */
export function errorRows(words: Words, faults: readonly Fault[]): CsvCell[][] {
  return [
    ['line', 'column', 'what', 'remedy'],
    ...faults.map((fault) => {
      const { message, help } = inWords(words, fault);
      return [fault.line, fault.column, message, help];
    }),
  ];
}
