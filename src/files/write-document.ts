import type { DocumentBlock } from "#src/domain/document.ts";
import { toPlainXml } from "./plain-xml.ts";
import { writeZip } from "./write-zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org";
const TYPES = `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** Twentieths of a point to a millimetre; sizes of letters are in half points. */
const TWIPS_PER_MM = 56.7;
const PAGE = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;

/**
 * Writes an A4 document that word processors open and print (ECMA-376, WordprocessingML). Words stay words, whatever
 * they hold; margins are those of official papers (GB/T 9704).
 */
export function writeDocument(blocks: readonly DocumentBlock[]): Uint8Array {
  const body = blocks.map(toXml).join("");
  const document = `${HEAD}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}${PAGE}</w:body></w:document>`;
  return writeZip([
    { name: "[Content_Types].xml", text: TYPES },
    { name: "_rels/.rels", text: RELATIONS },
    { name: "word/document.xml", text: document },
  ]);
}

// What a paragraph says of itself stands in the order of the schema: spacing, indent, side.
const PARAGRAPHS = {
  title: { place: '<w:spacing w:after="480"/><w:jc w:val="center"/>', size: 44, bold: true, font: "黑体" },
  text: { place: '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/>', size: 32 },
  right: { place: '<w:spacing w:before="360"/><w:jc w:val="right"/>', size: 32 },
  cell: { place: '<w:jc w:val="center"/>', size: 24 },
  head: { place: '<w:jc w:val="center"/>', size: 24, bold: true },
} as const;

function toXml(block: DocumentBlock): string {
  return block.kind === "table" ? table(block) : paragraph(block.text, PARAGRAPHS[block.kind]);
}

type Look = { readonly place: string; readonly size: number; readonly bold?: true; readonly font?: string };

function paragraph(text: string, { place, size, bold, font = "仿宋" }: Look): string {
  const look = `<w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>${bold === true ? "<w:b/>" : ""}<w:sz w:val="${size}"/>`;
  return `<w:p><w:pPr>${place}</w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${toPlainXml(text)}</w:t></w:r></w:p>`;
}

const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="auto"/>`)
  .join("");

function table({ head, rows, widths }: Extract<DocumentBlock, { kind: "table" }>): string {
  const row = (cells: readonly string[], look: Look, isHead: boolean): string =>
    `<w:tr>${isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((text, at) => cell(text, widths[at] ?? 30, look)).join("")}</w:tr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${toTwips(width)}"/>`).join("");
  return `<w:tbl><w:tblPr><w:jc w:val="center"/><w:tblBorders>${EDGES}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, PARAGRAPHS.head, true)}${rows.map((cells) => row(cells, PARAGRAPHS.cell, false)).join("")}</w:tbl>`;
}

const cell = (text: string, width: number, look: Look): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${toTwips(width)}" w:type="dxa"/></w:tcPr>${paragraph(text, look)}</w:tc>`;

const toTwips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
