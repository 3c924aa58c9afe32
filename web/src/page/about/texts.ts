// The texts about sources and licences, fetched with them.
import { area, type Texts } from '../../library/texts.js';
import type english from './locales/en-US.json';

export type AboutTexts = Texts<keyof typeof english>;

export const aboutTexts = area<keyof typeof english>(import.meta.glob('./locales/*.json'));
