/// <reference path="./saxen.d.ts" />
// A workbook unpacked, and what its makers hid in it, which the reader of workbooks does not say.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'saxen';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelationship = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
/** Of a sheet. */
const mostColumns = 16_384;

export interface Unpacked {
  /** The same, not compressed: from a compressed one the reader would start workers of a text, which no policy allows. */
  archive: ArrayBuffer;
  isHidden(sheet: string): boolean;
  /** Numbers of rows and of columns, from 1. */
  hiddenIn(sheet: string): { rows: number[]; columns: number[] };
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
    hiddenIn(sheet) {
      const rows: number[] = [];
      const columns: number[] = [];
      let row = 0;
      // They stand in order: what is named twice counts once, so that there is an end.
      let column = 0;
      forEachTag(files[places.get(sheets.get(sheet)?.id ?? '') ?? ''], (name, { r, min, max, hidden }) => {
        if (name === 'row') {
          row = r === undefined ? row + 1 : Number(r);
          if (isTrue(hidden)) {
            rows.push(row);
          }
        } else if (name === 'col' && isTrue(hidden)) {
          for (column = Math.max(column, Number(min) - 1); column < Math.min(Number(max), mostColumns); ) {
            column += 1;
            columns.push(column);
          }
        }
      });
      return { rows, columns };
    },
  };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

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
