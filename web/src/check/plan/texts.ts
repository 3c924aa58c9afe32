// The texts of plans, fetched with the first one.
import { area, type Texts } from '../../library/texts.js';
import type english from './locales/en-US.json';

type Key = keyof typeof english;

export type PlanTexts = Texts<Key>;

export const planTexts = area<Key>(import.meta.glob('./locales/*.json'));
