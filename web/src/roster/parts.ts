// The elements that the roster is made of; each is defined once, also where somebody else came first.
import { BothPeople } from './both/both-people.js';
import { NextDays } from './next-days.js';
import { OnePerson } from './one-person.js';
import { People } from './people.js';
import { Holders } from './skills/holders.js';
import { Steps } from './skills/steps.js';

export function defineParts(): void {
  for (const [name, part] of Object.entries({
    'partner-check-person': OnePerson,
    'partner-check-people': People,
    'partner-check-both': BothPeople,
    'partner-check-next-days': NextDays,
    'partner-check-holders': Holders,
    'partner-check-steps': Steps,
  })) {
    if (customElements.get(name) === undefined) {
      customElements.define(name, part);
    }
  }
}
