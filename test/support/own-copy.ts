import { inflateRawSync } from "node:zlib";
import { expect } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, TEST_KEY } from "./city.ts";
import { eventually } from "./eventually.ts";

/** A copy of one's own data, unpacked by its own list: its parts by name. */
export type OwnCopy = {
  readonly answer: OutboundMessage;
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

/** Opens a file as this reader of the web chat would; undefined where it is not his to open. */
export async function openFile(city: City, id: string, reader: string): Promise<Buffer | undefined> {
  const files = createFileStore(city.database.db, createVault(TEST_KEY), {
    clock: () => city.now,
    zone: "Asia/Shanghai",
  });
  const file = await files.find(id, `web:demo:${reader}`);
  return file === undefined ? undefined : Buffer.from(file.bytes);
}

/** Asks for a copy by these words or this tap, waits until it comes, and unpacks it. */
export async function takeCopy(
  city: City,
  name: string,
  reader: string,
  asking = () => city.person(name).says("导出我的数据"),
): Promise<OwnCopy> {
  const made = () =>
    city
      .person(name)
      .heard()
      .filter((one) => one.kind === "data.exported");
  const before = made().length;
  await asking();
  await eventually(() => expect(made().length).toBe(before + 1), 10_000);
  const answer = made().at(-1);
  if (answer === undefined) throw new Error("no copy came");
  const parts = unpack((await openFile(city, answer.attachments[0]?.id ?? "", reader)) ?? Buffer.alloc(0));
  const json = parts.get("我的数据.json")?.toString("utf8") ?? "{}";
  return { answer, parts, data: JSON.parse(json) as OwnCopy["data"] };
}

function unpack(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameBytes] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    parts.set(
      bytes.subarray(at + 46, at + 46 + nameBytes).toString("utf8"),
      inflateRawSync(bytes.subarray(from, from + packed)),
    );
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
