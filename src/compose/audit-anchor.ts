import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { AuditAnchor } from "#src/domain/audit-anchor.ts";

/** Keeps the audit's end in a file of the data folder, whole or as it was. */
export function createAuditAnchor(dataDir: string): AuditAnchor {
  const file = path.join(dataDir, "audit.end");
  return {
    find: () => (existsSync(file) ? readFileSync(file, "utf8").trim() : undefined),
    keep: (note) => {
      writeFileSync(`${file}.partial`, `${note}\n`, { mode: 0o600 });
      renameSync(`${file}.partial`, file);
    },
    forget: () => rmSync(file, { force: true }),
  };
}
