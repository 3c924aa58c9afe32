// The texts of the tools, fetched with them.
import { area, type Texts, type Translate } from '../library/texts.js';
import type english from './locales/en-US.json';

export type ShareKey = keyof typeof english;

export type ShareTexts = Texts<ShareKey>;
export type ShareTranslate = Translate<ShareKey>;

export const shareTexts = area<ShareKey>(import.meta.glob('./locales/*.json'));
