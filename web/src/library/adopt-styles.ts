import type { CSSResult } from 'lit';

/** Gives the shadow tree that a view is in the styles that only this view needs, once; where there are such, unlike in test runners. */
export function adoptStyles(root: Node, { styleSheet }: CSSResult): void {
  if (styleSheet !== undefined && root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
}
