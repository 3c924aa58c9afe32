import type { Catalogue } from 'partnercheck';
import { fieldsOf, type Field } from './fields.js';

/** All questions of the catalogue, as they stand in an action. */
export function everyField(catalogue: Catalogue, type: string): Field[] {
  const action = catalogue.actions.find((each) => each.type === type) ?? catalogue.actions[0];
  return action === undefined ? [] : fieldsOf(catalogue, { ...action, facts: catalogue.facts.map(({ path }) => path) });
}
