// For pages that are ours alone: it changes the library for everybody who uses it.
import { IntlMessageFormat } from 'intl-messageformat';

// The first time a browser is asked which locales it supports it reads all of them, 30 ms on a phone's way to the first
// answer. Every browser has our four.
IntlMessageFormat.resolveLocale = (wanted) =>
  new Intl.Locale(typeof wanted === 'string' ? wanted : (wanted[0] ?? 'en-US'));
