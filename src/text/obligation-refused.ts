import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";

/** Why a wish about reports cannot be met, and what to say instead. */
export const OBLIGATION_REFUSED = {
  "obligation-none": ["眼下没有要您交的这种报告。", "说“应办”看您要完成的事项。"],
  "obligation-empty": [
    "还没有内容,没有提交。",
    "接着把内容或文件发来就行。",
    "一次说完也可以,比如:提交履职报告 今年我走访选民40户……",
  ],
  "obligation-unknown": ["没有找到等您收的这份报告。", "请核对姓名,比如:收下 李明 述职报告"],
  "obligation-not-owed": [
    "没有登记。没有找到这位代表要交、由您收的报告。",
    "请核对姓名和报告,比如:李明的自评交了纸质的",
  ],
  "obligation-own": ["自己的报告不能自己收,没有改动。", "会由别的工作人员来收。"],
  "obligation-no-reason": ["退回要写明理由,还没有改动。", "比如:退回 李明 述职报告 请补充走访户数"],
  "no-kind": ["请说明是哪种报告,还没有办。", "比如:述职报告、年度履职报告、履职自评"],
  "no-name": ["请带上代表姓名,还没有办。", "比如:收下 李明 述职报告"],
} as const satisfies Record<ObligationRefusal | "no-kind" | "no-name", readonly string[]>;
