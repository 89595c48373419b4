import { describe, expect, test } from "vitest";
import { withoutLocation } from "#bot/without-location.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const segment = (marker: number, body: string): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, Buffer.from(body, "latin1")]);
};
const chunk = (name: string, body: string): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([
    Buffer.from(name),
    size,
    Buffer.from(body.padEnd(body.length + (body.length % 2), "\0"), "latin1"),
  ]);
};

describe("a picture tells no place", () => {
  test("JPEG: neither EXIF nor XMP nor what hangs on behind its end; the picture itself stays", () => {
    const picture = [
      segment(0xdb, "tables"),
      segment(0xda, "scan"),
      Buffer.from("pixels\u00ff\u0000more", "latin1"),
    ];
    const second = [
      segment(0xc4, "huffman"),
      segment(0xda, "scan"),
      Buffer.from("\u00ff\u00d3rest", "latin1"),
    ];
    const end = Buffer.from([0xff, 0xd9]);
    const start = Buffer.from([0xff, 0xd8]);
    const secret = [segment(0xe1, "Exif GPS"), segment(0xe2, "MPF GPS"), segment(0xfe, "GPS")];
    const bytes = Buffer.concat([start, ...secret, ...picture, ...second, end, Buffer.from("ftypmp4 GPS")]);
    expect(withoutLocation("image/jpeg", bytes)).toEqual(Buffer.concat([start, ...picture, ...second, end]));
  });

  test("JPEG: one that is cut off or torn comes to an end", () => {
    for (let length = 2; length < 40; length += 1) {
      const torn = Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        segment(0xe1, "GPS"),
        segment(0xda, "x"),
        Buffer.alloc(30, 0xff),
      ]);
      expect(withoutLocation("image/jpeg", torn.subarray(0, length)).toString("latin1")).not.toContain("GPS");
    }
  });

  test("PNG: no text, no EXIF, nothing behind its end", () => {
    const text = Buffer.concat([Buffer.from([0, 0, 0, 3]), Buffer.from("tEXtGPScrc.")]);
    const bytes = Buffer.concat([PNG.subarray(0, 33), text, PNG.subarray(33), Buffer.from("GPS")]);
    expect(withoutLocation("image/png", bytes)).toEqual(PNG);
  });

  test("WebP: no EXIF, no XMP, and its header says so", () => {
    const wrap = (...chunks: Buffer[]) =>
      chunk("RIFF", Buffer.concat([Buffer.from("WEBP"), ...chunks]).toString("latin1"));
    const bytes = wrap(
      chunk("VP8X", "\u000c123456789"),
      chunk("VP8 ", "odd"),
      chunk("EXIF", "GPS"),
      chunk("XMP ", "GPS"),
    );
    expect(withoutLocation("image/webp", bytes)).toEqual(
      wrap(chunk("VP8X", "\u0000123456789"), chunk("VP8 ", "odd")),
    );
  });
});
