// Reads a number as people write it in their language: 1,234.5 or 1 234,5 or 1.234,5.

/** Undefined when the text is not certainly a number; the core then says so. */
export function readNumber(text: string, locale: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/[\s']/g, '');
  if (/^[-−]?\d+$/.test(plain)) {
    return Number(plain.replace('−', '-'));
  }
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const separator = (type: string, otherwise: string): string =>
    parts
      .find((part) => part.type === type)
      ?.value.normalize('NFKC')
      .trim() || otherwise;
  const decimal = separator('decimal', '.');
  const group = separator('group', '');
  const grouped = group === '' ? undefined : new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const bare = new RegExp(`^-?\\d+\\${decimal}\\d+$`);
  if (grouped?.test(plain) === true) {
    return Number(plain.replaceAll(group, '').replace(decimal, '.'));
  }
  return bare.test(plain) ? Number(plain.replace(decimal, '.')) : undefined;
}
