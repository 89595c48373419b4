import { crc32, deflateRawSync } from "node:zlib";

/** One file of a zip; `unpacked` is what the list says it becomes, where that is a lie. */
export type ZipEntry = { readonly name: string; readonly body: Buffer; readonly unpacked?: number };

/** A zip as any program would write it, but for the lies it is asked to tell. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, body, unpacked } of entries) {
    const title = Buffer.from(name);
    const packed = deflateRawSync(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(body), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(body), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(unpacked ?? body.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, title, packed);
    list.push(entry, title);
    offset += local.length + title.length + packed.length;
  }
  const whole = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(whole.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, whole, end]);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const entry = (name: string, xml: string): ZipEntry => ({
  name,
  body: Buffer.from(`<?xml version="1.0"?>${xml}`),
});

/** The files of a workbook whose sheets hold this XML of rows; its cells may use the styles of `formats`, from 1. */
export function rawXlsx(
  sheets: Readonly<Record<string, string>>,
  {
    formats = [],
    date1904 = false,
  }: { readonly formats?: readonly number[]; readonly date1904?: boolean } = {},
): ZipEntry[] {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join("");
  const rels = names
    .map((_, at) => `<Relationship Id="s${at}" Type="${RELS}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
    .join("");
  const xfs = [0, ...formats].map((id) => `<xf numFmtId="${id}"/>`).join("");
  return [
    entry("[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"/>`),
    entry(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    entry(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr date1904="${Number(date1904)}"/><sheets>${list}</sheets></workbook>`,
    ),
    entry(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${rels}<Relationship Id="y" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    entry("xl/styles.xml", `<styleSheet xmlns="${MAIN}"><cellXfs>${xfs}</cellXfs></styleSheet>`),
    ...Object.values(sheets).map((rows, at) =>
      entry(
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    ),
  ];
}

/** A cell with text. */
export const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
