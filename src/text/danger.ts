import type { DangerKind } from "#src/domain/danger-kind.ts";
import { type Rendered, words } from "./rendered.ts";

/** Whom to call, where nothing can be taken down. */
export type DangerReply = { readonly kind: "danger.call"; readonly danger: DangerKind };

/** What to do first, by what it is: it stands before everything else. 12356 is the national line for those in despair. */
export const CALLS = {
  suicide: "请先打110或120,陪着人别走开。\n心里难受,打12356,有人听您说。",
  trapped: "请马上打119和120!",
  fire: "请先离开,马上打119!有人受伤打120。",
  gas: "别开灯别点火,先到外面,马上打119!",
  water: "请马上打110、119或120!别自己下水。",
  shock: "别碰人和电线,马上打110、119或120!",
  flood: "先往高处走,马上打119或110!",
  collapse: "先离远,马上打119或110!有人受伤打120。",
  violence: "先躲到安全的地方,马上打110!受伤打120。",
  missing: "请马上打110,不用等24小时。",
  poison: "请马上打120!别自己乱用药。",
  ill: "请马上打120!先别再吃、别再喝。",
  crash: "请马上打110和120!",
  medical: "请马上打120!",
  sos: "请马上打110、119或120!",
} as const satisfies Record<DangerKind, string>;

/** The call alone. */
export const renderDanger = ({ danger }: DangerReply): Rendered => words(CALLS[danger]);

/** Said to residents beside a question: not all danger is understood. */
export const IN_DANGER = "有人有危险,先打110、119或120。";
