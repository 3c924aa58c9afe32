// What was wrong, where, and what to do.
import type { Failure } from '../answers.js';
import type { Fault } from '../contract.js';
import type { Words } from '../text.js';
import { Failed } from './command.js';
import { csvRow } from './csv.js';

/** What was wrong and what to do, behind the place in the file. */
export function faultLines(
  words: Words,
  { errors }: { errors: readonly Fault[] },
  at: { name: string; number?: number },
): string[] {
  return errors.map((error) => {
    const { message, help } = words.error(error);
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

/** As CSV, to be mended one after the other. */
export function errorTable(words: Words, faults: readonly Fault[], delimiter: string): string {
  const rows = faults.map((fault) => {
    const { message, help } = words.error(fault);
    return csvRow([fault.line, fault.column, message, help], delimiter);
  });
  return csvRow(['line', 'column', 'what', 'remedy'], delimiter) + rows.join('');
}
