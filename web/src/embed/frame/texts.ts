// The texts of the page in a frame.
import { area } from '../../library/texts.js';
import type english from './locales/en-US.json';

export const frameTexts = area<keyof typeof english>(import.meta.glob('./locales/*.json'));
