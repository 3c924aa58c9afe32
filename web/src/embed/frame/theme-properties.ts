import type { ThemeProperties } from './theme.js';

/** Those that the element documents (tests/web/portals.test.mjs). */
export const themeProperties: ThemeProperties = {
  '--partner-check-font': 'font-family',
  '--partner-check-text': 'color',
  '--partner-check-muted': 'color',
  '--partner-check-line': 'color',
  '--partner-check-edge': 'color',
  '--partner-check-surface': 'color',
  '--partner-check-well': 'color',
  '--partner-check-accent': 'color',
  '--partner-check-on-accent': 'color',
  '--partner-check-focus': 'color',
  '--partner-check-wrong': 'color',
  '--partner-check-allowed': 'color',
  '--partner-check-allowed-tint': 'color',
  '--partner-check-deferred': 'color',
  '--partner-check-deferred-tint': 'color',
  '--partner-check-denied': 'color',
  '--partner-check-denied-tint': 'color',
  '--partner-check-needs-info': 'color',
  '--partner-check-needs-info-tint': 'color',
  '--partner-check-radius': 'padding',
  '--partner-check-padding': 'padding',
  '--partner-check-gap': 'padding',
};
