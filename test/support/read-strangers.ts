import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";

/** What the reader makes of a message of a town that no corpus knows. */
export const readStrangers = (text: string, at = "2026-10-31T20:00:00+08:00"): Understanding =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["魏春生", "骆小菊", "石美玲"],
    places: ["岩上村", "水潦村", "河坝镇", "沿河社区"],
  });
