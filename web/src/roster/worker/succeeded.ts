import type { Answer } from 'partnercheck';
import { RosterError } from '../worker-messages.js';

/** For a call that can fail only where the engine does. @throws RosterError */
export function succeeded<A extends object>(answer: Answer<A>): A {
  if (answer.type === 'failure') {
    const isOutOfMemory = answer.errors.some(({ code }) => code === 'engine.out_of_memory');
    throw new RosterError(isOutOfMemory ? 'crashed' : 'failed');
  }
  return answer;
}
