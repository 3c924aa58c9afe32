// What embed.html and its portal say to each other; a message holds its version, its type and its value.
import type { ErrorDetail, PartialRequest, ReadyDetail, ResultDetail } from '../element/events.js';
import type { RosterErrorDetail, RosterResultDetail } from '../roster/events.js';

/** The version of what the two sides say to each other. */
export const protocol = 1;
/** The name under which they find each other. */
export const channel = 'partner-check';

export interface FrameTheme {
  scheme?: 'light' | 'dark' | 'auto';
  /** The custom properties of `<partner-check>`, each a colour, a length or a list of fonts. */
  properties?: Record<string, string>;
}

/** What a portal may ask of the frame, with its value. What is refused changes nothing; a frame of tables takes no question. */
export interface FrameAsks {
  /** Comes first, and is answered with what `ready` tells. */
  open: undefined;
  /** Fills the form and asks; null empties it. */
  setRequest: PartialRequest | string | null;
  /** A language tag; the nearest language that there is gets chosen. */
  setLang: string;
  /** YYYY-MM-DD. */
  setToday: string;
  /** The id of a ruleset. */
  setRuleset: string;
  /** The name of an action. */
  setAction: string;
  setTheme: FrameTheme;
  /** A host's own ruleset, for `setRuleset`. */
  loadRuleset: object | string;
  focus: undefined;
}

/** What the frame tells its portal. */
export interface FrameTells {
  /** Whenever the frame was loaded: it can be asked, and stands at its beginning. */
  ready: ReadyDetail;
  result: ResultDetail;
  /** Of a frame of tables: everybody was decided. Numbers only. */
  rosterResult: RosterResultDetail;
  /** It could not start, or what was asked cannot be answered. A "no" is a result, and no error. */
  error: ErrorDetail | RosterErrorDetail;
  /** How high the content is, in pixels. */
  height: number;
}

export type FrameMessage<Kinds> = {
  [Type in keyof Kinds]: { protocol: number; type: Type; value: Kinds[Type] };
}[keyof Kinds];

/** Without what every object has, so that no message can name it. */
export function bare<T extends object>(methods: T): T {
  return Object.assign(Object.create(null) as T, methods);
}
