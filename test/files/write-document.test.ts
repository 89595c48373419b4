import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { typeOf } from "#bot/file-type.ts";
import { writeDocument } from "#src/files/write-document.ts";
import { findZipSize } from "#src/files/zip-size.ts";
import { unzip } from "#test/support/unzip.ts";

const document = (text: string): Buffer =>
  Buffer.from(
    writeDocument([
      { kind: "title", text: "人大代表履职证明" },
      { kind: "text", text },
      { kind: "table", head: ["日期", "事项"], rows: [["2026年9月1日", text]], widths: [40, 60] },
    ]),
  );

test("a document is what a word processor takes for one", () => {
  const bytes = document("走访");
  expect(typeOf(bytes)).toContain("wordprocessingml");
  expect(findZipSize(bytes)).toMatchObject({ entries: 3, isHostile: false });
  const parts = unzip(bytes);
  expect([...parts.keys()]).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  expect(parts.get("word/document.xml")).toContain("人大代表履职证明");
  expect(bytes.readUInt32LE(14)).toBe(crc32(parts.get("[Content_Types].xml") ?? ""));
});

test("words stay words, whatever they hold", () => {
  const body = unzip(document('<w:p/>&"]]>\u0000\u0007\ud800<!-- --> 甲')).get("word/document.xml") ?? "";
  expect(body).toContain("&lt;w:p/&gt;&amp;&quot;]]&gt;\ufffd&lt;!-- --&gt; 甲");
  expect(body).not.toContain("\u0000");
});

test("the same words make the same bytes", () => {
  expect(document("甲").equals(document("甲"))).toBe(true);
});
