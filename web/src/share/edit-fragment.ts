import { toFragment } from './fragment.js';

/**
 * By which the page of all rules opens its editor: with a ruleset that is being written, a case to try it on, or both.
 * @throws FragmentError when it is too long for a link.
 */
export async function editFragment(content: { draft?: object; request?: object }): Promise<string> {
  return `#edit=${await toFragment(JSON.stringify(content))}`;
}
