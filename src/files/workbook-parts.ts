import { toPlainXml } from "./plain-xml.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org";
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "application/vnd.openxmlformats-package";

/** The opening of every sheet's part: printed, all its columns are on one page's width. */
export const SHEET_HEAD = `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;

/** What follows a sheet's filter: A4 across, as many pages as it takes. */
export const SHEET_PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
// In the order of LOOKS: as it is (long words in several lines), a day, the head. 164 is the first number that is free for formats of one's own.
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0" applyAlignment="1">${WRAPPED}</xf><xf fontId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf><xf fontId="1" applyFont="1" applyAlignment="1">${WRAPPED}</xf></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * The parts of a workbook besides its sheets (ECMA-376, SpreadsheetML), for sheets of these names whose cells call words
 * by their place among `saidOften`.
 */
export function toWorkbookParts(
  names: readonly string[],
  saidOften: readonly string[],
): { readonly name: string; readonly text: string }[] {
  const each = (write: (name: string, at: number) => string): string =>
    names.map((name, index) => write(name, index + 1)).join("");
  const styles = names.length + 1;
  return [
    {
      name: "[Content_Types].xml",
      text: `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${each((_, at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((name, at) => `<sheet name="${toPlainXml(name)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets><definedNames>${each((name, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at - 1}">'${toPlainXml(name)}'!$1:$1</definedName>`)}</definedNames></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${each((_, at) => `<Relationship Id="rId${at}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId${styles}" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId${styles + 1}" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", text: STYLES },
    {
      name: "xl/sharedStrings.xml",
      text: `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${saidOften.length}">${saidOften.join("")}</sst>`,
    },
  ];
}
