import type { OwnDataRequest } from "#src/domain/requests/own-data.ts";
import { is, MESSAGE, never, type Probe } from "./probe.ts";

/** A probe for every request about one's own data; each thing of the test has a correction that waits. */
export const DATA_PROBES: Readonly<Record<OwnDataRequest["do"], Probe>> = {
  "data.export": { request: () => ({ do: "data.export", messageId: MESSAGE }), reached: never },
  "data.erase-preview": {
    request: () => ({ do: "data.erase-preview", messageId: MESSAGE, why: "erase" }),
    reached: never,
  },
  "data.erase": { request: () => ({ do: "data.erase", why: "erase" }), reached: never },
  "data.correct": {
    request: () => ({ do: "data.correct", messageId: MESSAGE, wish: "更正我的电话 13800000000" }),
    reached: never,
  },
  "data.corrections": {
    request: () => ({ do: "data.corrections", page: 1 }),
    reached: ({ outcome }, { correction }) =>
      outcome.of === "data.corrections" && outcome.lines.rows.some((one) => one.id === correction),
  },
  "data.answer": {
    request: ({ correction }) => ({ do: "data.answer", id: correction, answer: "已改好" }),
    reached: is("data.answered"),
  },
};
