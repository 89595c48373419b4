import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { assertNever } from "#src/kernel/never.ts";
import { filesWait } from "./file.ts";
import { short } from "./format.ts";
import { type OpenThing, thingWords } from "./open-thing.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** A reminder of what is open, where it came back in full before. */
export type OpenReply =
  /** Somebody who is lost, and somebody who says thanks, while something is open. */
  | { readonly kind: "open.calm" }
  | { readonly kind: "open.thanks" }
  /** So many still wait, the last of which is shown next. */
  | { readonly kind: "open.several"; readonly count: number }
  /** All that was open was let go. */
  | { readonly kind: "open.all-dropped"; readonly count: number; readonly files?: number }
  | OpenWaits
  | WhichLast;
type OpenWaits = { readonly kind: "open.waits"; readonly thing: OpenThing };
/** 刚才那条 may be what was filed just now, or what is open: `numbers` are what was filed, where that was just now. */
type WhichLast = {
  readonly kind: "open.which-last";
  readonly card: string;
  readonly thing: OpenThing | null;
  readonly numbers: readonly string[];
  /** What is to be different of it; where it is not to be taken back. */
  readonly amendment?: Amendment;
};

/** One line, with one tap: to see it in full. */
export function renderOpen(reply: OpenReply): Rendered {
  if (reply.kind === "open.calm")
    return words("不急,慢慢来。", "下面这件,点一下按钮就行;不想办了,说“不记了”就没事了。");
  if (reply.kind === "open.several") return words(`还有${reply.count}件没有确认。都不要,就说“都不要了”。`);
  if (reply.kind === "open.which-last") return whichLast(reply);
  if (reply.kind === "open.all-dropped")
    return words(
      reply.count === 1 ? "好的,这条不记。" : `好的,没确认的${reply.count}件都不要了。`,
      "已经记好的没有动。",
      reply.files !== undefined && filesWait(reply.files),
    );
  const look = { choices: [says("看卡片")], reusable: true as const };
  if (reply.kind === "open.thanks")
    return { ...words("不客气。", "刚才那件还放着,想接着办就点一下;不办了,说“不记了”。"), ...look };
  return { ...words(line(reply.thing)), ...look };
}

const MOST_TAPS = 3;

function whichLast({ card, thing, numbers, amendment }: WhichLast): Rendered {
  const what = thing === null ? undefined : thingWords(thing);
  const filed = numbers.slice(0, MOST_TAPS);
  const choices =
    amendment === undefined
      ? [
          ...filed.map((number) => says(`撤销 ${number}`)),
          { label: "不要没确认的", act: { do: "card.drop", card } as const },
          says("都留着", "看卡片"),
        ]
      : [
          ...filed.map((number) => ({
            label: `改 ${number}`,
            act: { do: "report.amend", number, amendment } as const,
          })),
          { label: "改没确认的", act: { do: "card.amend", card, item: 0, amendment } as const },
        ];
  return {
    ...words(
      "您说的是哪一条?还没有动。",
      filed.length > 0 && `刚记好的:${filed.join("、")}`,
      `没有确认的:${what ?? "最后问您的那件"}`,
    ),
    choices,
  };
}

function line(thing: OpenThing): string {
  switch (thing.of) {
    case "report":
      return `还有一张等您确认:${thingWords(thing) ?? ""}。回“对”就记下。`;
    case "opinion":
      return `还有一条意见等您确认:${OPINION_CATEGORIES[thing.category]}。回“对”就提交。`;
    case "suggestion":
      return `还有一件建议等您确认:“${short(thing.title, 14)}”。回“对”就提交。`;
    case "question":
      return "还有一条没有记好,差一个回答。";
    case "activity":
      return "还有一个活动没有定完。";
    case "mandate":
      return "还有一项代表变动没有说完。";
    case "decision":
      return "还有一件事等您决定。";
    default:
      return assertNever(thing);
  }
}
