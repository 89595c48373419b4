import { findOwnBytes, listOwnFiles } from "#db/queries/own-files.ts";
import { listOwnRows } from "#db/queries/figures/own-rows.ts";
import type { ClaimedTask } from "#db/queries/tasks.ts";
import { openOwnData } from "#src/actions/open-own-data.ts";
import { MOST_COPIED_BYTES, type OwnData } from "#src/domain/own-data.ts";
import type { World } from "#src/domain/rules.ts";
import type { ZipPart } from "#src/files/write-zip.ts";
import { fileInCopy, LEFT_OUT, OWN_DATA_FILE, writeOwnData } from "#src/text/own-data-file.ts";
import { ownDataPage } from "#src/text/own-data-page.ts";
import type { JobParts } from "./job.ts";
import type { MadeFile } from "./made-file.ts";

/**
 * Packs what is stored about the person of a task: a page to read, the same as JSON, and the files themselves, newest
 * first, as far as `MOST_COPIED_BYTES` go. Each thing is read in a transaction of its own; nothing is held meanwhile.
 */
export async function makeOwnCopy(
  { db, vault }: Pick<JobParts, "db" | "vault">,
  { personId }: ClaimedTask,
  { zone, today }: World,
): Promise<MadeFile> {
  const rows = await db.transaction((tx) => listOwnRows(tx, personId, zone));
  const { parts, places, files, left } = await packFiles({ db, vault }, personId);
  const opened = openOwnData(vault, rows);
  const data: OwnData = {
    ...opened,
    files: opened.files.map((one) => ({ ...one, path: places.get(String(one.path)) ?? LEFT_OUT.gone })),
  };
  const { writeZip } = await import("#src/files/write-zip.ts");
  const bytes = writeZip([
    { name: "我的数据.html", text: ownDataPage(data, today) },
    { name: "我的数据.json", text: writeOwnData(data, today) },
    ...parts,
  ]);
  return {
    ...OWN_DATA_FILE,
    bytes,
    scope: null,
    word: (file) => ({ kind: "data.exported", file, files, left }),
  };
}

type PackedFiles = {
  readonly parts: readonly ZipPart[];
  /** Where each file is in the copy, or why it is not, by its id. */
  readonly places: ReadonlyMap<string, string>;
  readonly files: number;
  readonly left: number;
};

async function packFiles(
  { db, vault }: Pick<JobParts, "db" | "vault">,
  personId: number,
): Promise<PackedFiles> {
  const { packBytes } = await import("#src/files/pack-bytes.ts");
  const parts: ZipPart[] = [];
  const places = new Map<string, string>();
  let [room, left] = [MOST_COPIED_BYTES, 0];
  for (const { id, name, size, isMade } of await db.transaction((tx) => listOwnFiles(tx, personId))) {
    if (isMade) places.set(id, LEFT_OUT.made);
    else if (size > room) {
      places.set(id, LEFT_OUT.large);
      left += 1;
    } else {
      const sealed = await db.transaction((tx) => findOwnBytes(tx, id));
      if (sealed === undefined) continue;
      const place = fileInCopy(parts.length + 1, name);
      parts.push({ name: place, packed: await packBytes(vault.openBytes(sealed)) });
      places.set(id, place);
      room -= size;
    }
  }
  return { parts, places, files: parts.length, left };
}
