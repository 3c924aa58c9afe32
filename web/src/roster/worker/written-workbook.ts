// A table as an .xlsx workbook. Texts stay texts: none is run as a formula, and no number loses its zeros.
import Papa from 'papaparse';
import writeWorkbook from 'write-excel-file/universal';

export async function workbookOf(csv: string, delimiter: string): Promise<Blob> {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter, skipEmptyLines: 'greedy' });
  const rows = data.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
  return writeWorkbook(rows).toBlob();
}
