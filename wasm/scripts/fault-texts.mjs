// The English texts of faults, taken apart for src/fault-text.ts.
import { IntlMessageFormat } from 'intl-messageformat';

// As the parser of messages numbers the kinds of parts.
const [literal, argument, date, plural, count] = [0, 1, 3, 6, 7];

function partOf({ type, value, style, options }) {
  switch (type) {
    case literal:
      return value;
    case argument:
      return [value];
    case count:
      return 0;
    case date:
      if (style === 'day') {
        return [value, 'day'];
      }
      break;
    case plural:
      if (Object.keys(options).join() === 'one,other') {
        return [value, options.one.value.map(partOf), options.other.value.map(partOf)];
      }
      break;
  }
  throw new Error(`src/fault-text.ts does not know ${JSON.stringify({ type, value, style, options })}`);
}

/** The module that holds them. `all`: the English texts of all areas, by their keys. */
export function faultTexts(all) {
  const parts = (text) => new IntlMessageFormat(text, 'en-US', undefined, { ignoreTag: true }).getAst().map(partOf);
  const those = (prefix, value, key = (name) => name) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, text]) => [key(name), value(text)]),
    );
  const texts = those('error.', parts);
  const types = those(
    'choice.type.',
    (text) => text,
    (name) => name.slice('choice.type.'.length),
  );
  return `export default ${JSON.stringify({ texts, types })};\n`;
}
