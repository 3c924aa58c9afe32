import { edition } from '../../offline/edition.js';

/** From the file beside the page, or out of the one file. @throws when it cannot be fetched. */
export async function licencesOfOthers(): Promise<string> {
  if (edition === 'one-file') {
    return document.querySelector<HTMLTemplateElement>('#licenses')?.content.textContent ?? '';
  }
  const response = await fetch('./licenses.txt');
  if (!response.ok) {
    throw new Error(`licenses.txt: ${response.status}`);
  }
  return response.text();
}
