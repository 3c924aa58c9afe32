// What axe finds of WCAG 2.2 AA in a page.
import AxeBuilder from '@axe-core/playwright';

/**
 * "rule: elements" for each violation. In one document: frames of other origins need axe of their own. Only violations
 * are worked out to the end; that is most of the time.
 */
export async function violations(page, { withColors = true } = {}) {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules(withColors ? [] : ['color-contrast'])
    .setLegacyMode()
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`);
}
