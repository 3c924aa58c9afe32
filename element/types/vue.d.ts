import type { EmitFn, HTMLAttributes } from 'vue';
import type { PartnerCheckElement, PartnerCheckEventMap } from '../dist/element/element.js';
import type { PartnerCheckElementProps } from '../dist/jsx.js';

type Attributes = Omit<PartnerCheckElementProps, `on${keyof PartnerCheckEventMap}`>;
type Emits = { [Name in keyof PartnerCheckEventMap]: (event: PartnerCheckEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'partner-check': new () => PartnerCheckElement & {
      $props: Attributes & Omit<HTMLAttributes, keyof Attributes>;
      $emit: EmitFn<Emits>;
    };
  }
}
