// A workbook of two sheets; the second has days as numbers with a style, as workbooks do. `hidden`: names of sheets and
// numbers of rows of the second one, or letters of columns of it, that its makers hid.
import { strToU8, zipSync } from 'fflate';

const colsOf = (hidden) => {
  const places = [...'ABC'].flatMap((name, index) => (hidden.includes(name) ? [index + 1] : []));
  const col = (place) => `<col min="${place}" max="${place === 3 ? 16_384 : place}" width="9" hidden="1"/>`;
  return places.length === 0 ? '' : `<cols>${places.map(col).join('')}</cols>`;
};

export function workbook(hidden = []) {
  const sheet = (rows, hiddenRows = []) =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${colsOf(hiddenRows)}<sheetData>${rows
      .map(
        (cellsOfRow, row) =>
          `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ''}>${cellsOfRow.map((cell, index) => cellOf(cell, `${'ABCDEF'[index]}${row + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const cellOf = (cell, place) => {
    if (cell instanceof Date) {
      return `<c r="${place}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
    }
    return typeof cell === 'number'
      ? `<c r="${place}"><v>${cell}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  };
  const main = 'http://schemas.openxmlformats.org';
  const files = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${main}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}/spreadsheetml/2006/main" xmlns:r="${main}/officeDocument/2006/relationships"><sheets>${[
      'Notes',
      'People',
    ]
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${main}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet([['Made by', 'somebody']]),
    'xl/worksheets/sheet2.xml': sheet(
      [
        ['MCID', 'Organization', 'Started'],
        [990000001, 'Contoso, Ltd', new Date('2021-05-01')],
        [990000002, 'Contoso', 'soon'],
      ],
      hidden,
    ),
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}
