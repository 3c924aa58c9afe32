// By which words people look for a situation.
import { area } from '../../library/texts.js';
import type english from './locales/en-US.json';

export const searchTexts = area<keyof typeof english & string>(import.meta.glob('./locales/*.json'));
