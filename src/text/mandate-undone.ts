import type { Day } from "#src/domain/day.ts";
import type { MandateNews, MandateOutcome, MandateView } from "#src/domain/requests/mandate.ts";
import { effectLines, seatWords, whoWords } from "./mandate-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

type News = Extract<MandateNews, { kind: "mandate.own-undone" | "mandate.other-undone" }>;

/** What was registered and holds no more. */
const gone = (view: MandateView, today: Day): (string | false)[] =>
  effectLines({ ...view, reason: null }, today)
    .filter((line) => line !== false && line !== "")
    .slice(0, 1);

/** Tells whoever undid a change that it is undone. */
export const undone = (
  { view, unreached }: Extract<MandateOutcome, { of: "mandate.undone" }>,
  today: Day,
): Rendered =>
  words(
    `撤销好了,和登记之前一样。${view.name === "" ? "" : whoWords(view)}`,
    ...gone(view, today).map((line) => line !== false && `已撤销:${line}`),
    soon(unreached === 0 ? "告诉本人和有关工作人员。" : `告诉有关人员;${unreached}位还没有绑定,请另行告知。`),
  );

/** Tells the deputy, and the staff who look after him or her. */
export function undoneNews({ kind, view, by, today }: News): Rendered {
  if (kind === "mandate.other-undone")
    return words(
      `${by}撤销了一项代表变动的登记:`,
      view.name !== "" && `${whoWords(view)}(${seatWords(view.seat)})`,
      ...gone(view, today),
    );
  return words(
    "代表工委更正:之前告诉您的这项变动登记错了,已经撤销:",
    ...gone(view, today),
    view.change === "by_election"
      ? "有疑问请联系代表工委。"
      : "您的代表职务和登记之前一样。有疑问请联系代表工委。",
  );
}
