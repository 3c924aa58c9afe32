import type { EmitFn, HTMLAttributes } from 'vue';
import type { PartnerCheckElement, PartnerCheckEventMap } from '../dist/element/element.js';
import type { PartnerCheckElementProps, PartnerCheckRosterElementProps } from '../dist/jsx.js';
import type { PartnerCheckRosterElement, PartnerCheckRosterEventMap } from '../dist/roster/roster-element.js';

type Attributes<Props, Events> = Omit<Props, `on${keyof Events & string}`>;
type Emits<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type Component<Element, Props, Events> = new () => Element & {
  $props: Attributes<Props, Events> & Omit<HTMLAttributes, keyof Attributes<Props, Events>>;
  $emit: EmitFn<Emits<Events>>;
};

declare module 'vue' {
  interface GlobalComponents {
    'partner-check': Component<PartnerCheckElement, PartnerCheckElementProps, PartnerCheckEventMap>;
    'partner-check-roster': Component<
      PartnerCheckRosterElement,
      PartnerCheckRosterElementProps,
      PartnerCheckRosterEventMap
    >;
  }
}
