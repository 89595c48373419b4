import { readXlsx } from "hucre/xlsx";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, TEST_KEY } from "./city.ts";
import { eventually } from "./eventually.ts";

/** What somebody is sent as a table once he or she has said so, with what was answered at once. */
export async function tableOf(city: City, name: string, said: string) {
  const before = city.person(name).heard().length;
  const [begun] = await city.person(name).says(said);
  const ready = () =>
    city
      .person(name)
      .heard()
      .slice(before)
      .find((one) => one.kind === "export.ready");
  await eventually(() => {
    if (ready() === undefined) throw new Error(`no table came: ${begun?.text ?? ""}`);
  });
  const made = ready();
  if (made === undefined) throw new Error("no table came");
  const bytes = await bytesOf(city, name, made);
  const { sheets } = await readXlsx(bytes);
  const rows = new Map(sheets.map((one) => [one.name, one.rows]));
  return {
    begun,
    made,
    bytes,
    about: Object.fromEntries((rows.get("说明") ?? []).map(([item, words]) => [item, words])),
    sums: rows.get("汇总") ?? [],
    lines: toLines(rows.get("明细")),
  };
}

async function bytesOf(city: City, name: string, made: OutboundMessage): Promise<Buffer> {
  const time = { clock: () => city.now, zone: "Asia/Shanghai" };
  const files = createFileStore(city.database.db, createVault(TEST_KEY), time);
  const conversation = city.person(name).heard()[0]?.conversation ?? "";
  const file = await files.show(made.attachments[0]?.id ?? "", conversation);
  if (file === undefined) throw new Error("the file is not there");
  return file.bytes;
}

const toLines = (rows: readonly (readonly unknown[])[] = []): Record<string, unknown>[] => {
  const [head = [], ...lines] = rows;
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [String(name), line[at]])));
};
