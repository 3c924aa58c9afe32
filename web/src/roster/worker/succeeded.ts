import type { Answer } from 'partnercheck';
import { Trouble } from '../messages.js';

/** For a call that can fail only where the engine does. @throws Trouble */
export function succeeded<A extends object>(answer: Answer<A>): A {
  if (answer.type === 'failure') {
    throw new Trouble('failed');
  }
  return answer;
}
