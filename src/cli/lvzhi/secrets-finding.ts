import { statSync } from "node:fs";
import path from "node:path";
import { type Finding, fine, wrong } from "./finding.ts";

const OTHERS = 0o077;
const KEPT = ["demo.key", "demo.key.next", "installation", "audit.end", "postgres"];

/** Whether other users of this machine can read what is secret here: the settings' file and the data folder's own. */
export function secretsFinding(dataDir: string, settings = ".env"): Finding {
  const files = [settings, ...KEPT.map((name) => path.join(dataDir, name))];
  const open = files.filter(isOpenToOthers);
  return open.length === 0
    ? fine("secrets", "settings and data folder are for their own user")
    : wrong("secrets", `other users may read ${open.join(", ")}: chmod go= ${open.join(" ")}`);
}

// Windows has no such bits; a file that is not there gives nothing away.
const isOpenToOthers = (file: string): boolean => {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return process.platform !== "win32" && (mode & OTHERS) !== 0;
};
