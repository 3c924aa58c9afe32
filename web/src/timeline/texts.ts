// The texts of the timeline and of the other days, fetched with what shows them.
import { area, type Texts } from '../library/texts.js';
import type english from './locales/en-US.json';

type Key = keyof typeof english;

export type TimelineTexts = Texts<Key>;

export const timelineTexts = area<Key>(import.meta.glob('./locales/*.json'));
