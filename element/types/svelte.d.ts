import type { HTMLAttributes } from 'svelte/elements';
import type { PartnerCheckElement } from '../dist/element/element.js';
import type { PartnerCheckElementProps } from '../dist/jsx.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'partner-check': PartnerCheckElementProps &
      Omit<HTMLAttributes<PartnerCheckElement>, keyof PartnerCheckElementProps>;
  }
}
