// What axe finds of WCAG 2.2 AA in a page.
import axe from 'axe-core';

/**
 * "rule: elements" for each violation. In one document: frames of other origins need axe of their own. Only violations
 * are worked out to the end; that is most of the time. Axe is brought once a document: to read it takes as long as to run it.
 */
export async function violations(page, { withColors = true } = {}) {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate('"axe" in window'))) {
      await frame.evaluate(`${axe.source}; axe.configure({ allowedOrigins: ['<same_origin>'] });`);
    }
  }
  const found = await page.evaluate(
    async (rules) => {
      const { violations: all } = await window.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        rules,
      });
      return all.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => node.target.flat().join(' ')) }));
    },
    { 'color-contrast': { enabled: withColors } },
  );
  return found.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}
