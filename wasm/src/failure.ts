import type { Failure } from './answers.js';
import type { Fault } from './contract.js';

/** Of the face itself, in the shape of those of the core. */
export function failure(
  code: 'engine.failed' | 'engine.out_of_memory' | 'request.not_json' | 'roster.out_of_order' | 'roster.stale',
  { path = '', ...details }: Partial<Pick<Fault, 'path' | 'details'>> = {},
): Failure {
  return {
    type: 'failure',
    errors: [{ code, path, message: `error.${code}`, help: `error.${code}.help`, ...details }],
  };
}
