import { MANDATE_CHANGES } from "#src/domain/mandate-change.ts";
import type { MandateNews, MandateOutcome, MandateView } from "#src/domain/requests/mandate.ts";
import { day } from "./format.ts";
import { effectLines, seatWords, whoWords } from "./mandate-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

type News = Extract<MandateNews, { kind: "mandate.own-undone" | "mandate.other-undone" }>;

/** What was registered and holds no more. */
const gone = (view: MandateView): (string | false)[] =>
  effectLines({ ...view, reason: null })
    .filter((line) => line !== false && line !== "")
    .slice(0, 1);

/** Tells whoever undid a change that it is undone. */
export const undone = ({ view, unreached }: Extract<MandateOutcome, { of: "mandate.undone" }>): Rendered =>
  words(
    `撤销好了,和登记之前一样。${view.name === "" ? "" : whoWords(view)}`,
    ...gone(view).map((line) => line !== false && `已撤销:${line}`),
    soon(unreached === 0 ? "告诉本人和有关工作人员。" : `告诉有关人员;${unreached}位还没有绑定,请另行告知。`),
  );

/** Says which change stands in the way of undoing an earlier one, and offers it. */
export const newerFirst = ({
  newer: { changeId, change, name, on },
}: Extract<MandateOutcome, { of: "mandate.undo-newer" }>): Rendered => {
  const what = `${change === "new_term" ? "" : name}${MANDATE_CHANGES[change]}(自${day(on)})`;
  if (change === "import") return words("这次登记之后,名册文件又改过,没有动。", "情况有变,请登记新的变动。");
  return {
    ...words(`这次登记之后又登记了:${what}。没有动。`, "要撤销,先撤销后面那一次。"),
    choices: [{ label: "撤销后面那次", act: { do: "mandate.undo-preview", changeId } }],
    reusable: true,
  };
};

/** Tells the deputy, and the staff who look after him or her. */
export function undoneNews({ kind, view, by }: News): Rendered {
  if (kind === "mandate.other-undone")
    return words(
      `${by}撤销了一项代表变动的登记:`,
      view.name !== "" && `${whoWords(view)}(${seatWords(view.seat)})`,
      ...gone(view),
    );
  return words(
    "代表工委更正:之前告诉您的这项变动登记错了,已经撤销:",
    ...gone(view),
    view.change === "by_election"
      ? "有疑问请联系代表工委。"
      : "您的代表职务和登记之前一样。有疑问请联系代表工委。",
  );
}
