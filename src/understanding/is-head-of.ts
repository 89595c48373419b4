import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Draft } from "./drafts.ts";
import { guarded } from "./guarded.ts";
import { AFRESH } from "./telling.ts";

/** True where an item says how many, of the duty that was told last as its heading: 到岩上村小学慰问,\n1、慰问学生26名. */
export const isHeadOf = (last: Draft, kind: DutyKind, own: string): boolean =>
  last.kind === kind && HEAD.test(last.text) && !AFRESH.test(own);
const HEAD = guarded(/^[^。;]{0,14}\D{4,20}[,:]\s*$/u);
