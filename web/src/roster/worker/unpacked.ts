/// <reference path="./saxen.d.ts" />
// A workbook unpacked, and what its makers hid in it, which the reader of workbooks does not say.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'saxen';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelationship = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

export interface Unpacked {
  /** The same, not compressed: from a compressed one the reader would start workers of a text, which no policy allows. */
  archive: ArrayBuffer;
  isHidden(sheet: string): boolean;
  /** Numbers of rows, from 1. */
  hiddenRows(sheet: string): number[];
}

/** @throws where it is no archive, or not of texts in XML. */
export function unpacked(file: ArrayBuffer): Unpacked {
  const files = unzipSync(new Uint8Array(file), { filter: ({ name }) => /\.xml(\.rels)?$/.test(name) });
  const sheets = new Map<string, { id: string; isHidden: boolean }>();
  forEachTag(files['xl/workbook.xml'], (name, { name: sheet = '', state, ...others }) => {
    if (name === 'sheet') {
      const [, id = ''] = Object.entries(others).find(([key]) => key.endsWith(':id') && key !== 'xml:id') ?? [];
      sheets.set(sheet, { id, isHidden: state === 'hidden' || state === 'veryHidden' });
    }
  });
  const places = new Map<string, string>();
  forEachTag(files['xl/_rels/workbook.xml.rels'], (name, { Id: id = '', Type: type, Target: target = '' }) => {
    if (
      name === 'Relationship' &&
      (type === `${relationship}/worksheet` || type === `${strictRelationship}/worksheet`)
    ) {
      places.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    }
  });
  return {
    archive: zipSync(files, { level: 0 }).buffer,
    isHidden: (sheet) => sheets.get(sheet)?.isHidden === true,
    hiddenRows(sheet) {
      const rows: number[] = [];
      let last = 0;
      forEachTag(files[places.get(sheets.get(sheet)?.id ?? '') ?? ''], (name, { r, hidden }) => {
        if (name === 'row') {
          last = r === undefined ? last + 1 : Number(r);
          if (hidden === '1' || hidden === 'true') {
            rows.push(last);
          }
        }
      });
      return rows;
    },
  };
}

/** Of a file that is missing nothing is told; the reader says what is wrong then. */
function forEachTag(
  file: Uint8Array | undefined,
  tell: (name: string, attributes: Partial<Record<string, string>>) => void,
): void {
  if (file === undefined) {
    return;
  }
  new Parser()
    // A prefix is only a name of a namespace.
    .on('openTag', (name, attributes) => tell(name.slice(name.indexOf(':') + 1), attributes()))
    .on('error', (error) => {
      throw error;
    })
    .parse(strFromU8(file));
}
