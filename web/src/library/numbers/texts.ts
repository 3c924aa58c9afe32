// What the numbers of the documents are called, and their units. Fetched with whatever shows numbers.
import { area, type Texts } from '../texts.js';
import type english from './locales/en-US.json';

export type NumberKey = keyof typeof english;
export type NumberTexts = Texts<NumberKey>;

export const numberTexts = area<NumberKey>(import.meta.glob('./locales/*.json'));
