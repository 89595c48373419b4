import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";

/** What the reader makes of a message of a Wednesday evening, where two colleagues and two villages are known. */
export const readPlainly = (text: string): Understanding =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["周志强", "吴红梅"],
    places: ["石头村", "黄连村"],
  });
