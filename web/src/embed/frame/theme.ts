// How a portal may make the checker look: colours, lengths and fonts by the documented custom properties, nothing else.
import type { FrameTheme } from './protocol.js';

const schemes = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

/** Which property of CSS tells whether a value is right for the custom property. */
export type ThemeProperties = Readonly<Record<string, 'color' | 'padding' | 'font-family'>>;

const kinds = { color: 'a color', padding: 'a length', 'font-family': 'a list of fonts' } as const;
const longest = 200;

/** Takes it whole, or throws and changes nothing. */
export function applyTheme(element: HTMLElement, theme: unknown, known: ThemeProperties): void {
  const { scheme, properties } = readTheme(theme, known);
  if (scheme !== undefined) {
    document.documentElement.style.colorScheme = schemes[scheme];
  }
  for (const [name, value] of Object.entries(properties ?? {})) {
    element.style.setProperty(name, value);
  }
}

function readTheme(theme: unknown, known: ThemeProperties): FrameTheme {
  if (typeof theme !== 'object' || theme === null) {
    throw new Error('a theme is { scheme, properties }');
  }
  const { scheme, properties = {}, ...rest } = theme as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    throw new Error(`a theme has scheme and properties, and no ${unknown.slice(0, longest)}`);
  }
  if (scheme !== undefined && !isScheme(scheme)) {
    throw new Error(`scheme is one of ${Object.keys(schemes).join(', ')}`);
  }
  if (typeof properties !== 'object' || properties === null) {
    throw new Error('properties of a theme are names and texts');
  }
  for (const [name, value] of Object.entries(properties)) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) {
      throw new Error(`${name.slice(0, longest)} is none of ${Object.keys(known).join(', ')}`);
    }
    // What refers to other things, or to other addresses, is no value by itself.
    if (
      typeof value !== 'string' ||
      value.length > longest ||
      /\b(?:var|env|attr|url)\(/i.test(value) ||
      !CSS.supports(kind, value)
    ) {
      throw new Error(`${name} takes ${kinds[kind]}`);
    }
  }
  return { ...(scheme === undefined ? {} : { scheme }), properties: properties as Record<string, string> };
}

function isScheme(value: unknown): value is keyof typeof schemes {
  return typeof value === 'string' && Object.hasOwn(schemes, value);
}
