import { readFileSync } from "node:fs";
import { DANGER_KINDS, type DangerKind } from "#src/domain/danger-kind.ts";
import { type Ngrams, toNgrams, weighText } from "../ngrams.ts";
import { ALARM_CLASSES } from "./classes.ts";
import { readAlarm } from "./table.ts";
import { toHeard } from "./to-heard.ts";

// Read once, when the first message is weighed.
let learned: Ngrams | undefined;
const TABLE = new URL("./alarm.tsv", import.meta.url);

/** How likely a message tells of danger (0 to 1), and of which kind if it does. */
export type Alarm = { readonly chance: number; readonly kind: DangerKind };

/** Weighs a message for danger; undefined where it is too little to tell. `plain` is what `findDanger` looks at. */
export function senseAlarm(plain: string): Alarm | undefined {
  if (!isTold(plain)) return undefined;
  learned ??= toNgrams(readAlarm(readFileSync(TABLE, "utf8")), ALARM_CLASSES.length);
  const chances = weighText(toHeard(plain), learned);
  if (chances === undefined) return undefined;
  let kind: DangerKind = "sos";
  let most = 0;
  for (const [nth, one] of DANGER_KINDS.entries()) {
    const chance = chances[nth + 1] ?? 0;
    if (chance > most) [most, kind] = [chance, one];
  }
  return { chance: 1 - (chances[0] ?? 1), kind };
}

/** From this on a matter that is told cannot wait, whatever else is said beside it. */
const ALARMING = 0.7;

/** True where a resident's matter tells of danger, by the sense of it alone: the rules would cost more than they find. */
export const isAlarming = (matter: string): boolean => (senseAlarm(matter)?.chance ?? 0) >= ALARMING;

/** Fewer Chinese characters than this tell nothing that a rule would not know. */
const FEWEST = 5;
const FIRST_CHINESE = "一".charCodeAt(0);
const LAST_CHINESE = "龥".charCodeAt(0);

// A code, an address or a bare 对 tells of nothing.
function isTold(plain: string): boolean {
  let told = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code >= FIRST_CHINESE && code <= LAST_CHINESE) told += 1;
  }
  return told >= FEWEST && told * 2 >= plain.length;
}
