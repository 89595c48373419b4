import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { ShareNews } from "#src/domain/requests/share.ts";
import { assertNever } from "#src/kernel/never.ts";
import { numberList } from "./number-list.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";
import { toldWords } from "./told-words.ts";
import { unreadLine } from "./unread-line.ts";

/** Everything that is said about companions and what staff entered. */
export type ShareReply =
  | ShareNews
  | {
      readonly kind: "share.acknowledged";
      readonly numbers: readonly string[];
      readonly right: boolean;
      readonly opinions?: readonly string[];
    }
  | {
      readonly kind: "share.given";
      readonly record: SimilarRecord;
      readonly already: boolean;
      readonly left?: true;
      readonly unread?: readonly string[];
    }
  | { readonly kind: "share.declined"; readonly number: string }
  /** Several records wait for a deputy's word, and which of them is meant is not clear. */
  | { readonly kind: "share.by-number"; readonly numbers: readonly string[] };

const MOVED = {
  changed: "改过了",
  reopened: "改过了",
  withdrawn: "撤销了",
  returned: "被退回核对",
  restored: "恢复了",
} as const;

const LATE = { changed: "改了", withdrawn: "撤销了", restored: "恢复了" } as const;

const OWN = {
  followed: "跟着改了,还是同一次",
  reopened: "跟着改了,还是同一次。原来核实过的,要等工作人员再核实",
  alike: "本来就是这样,还是同一次",
  left: "没有跟着改",
} as const;

const acknowledged = ({
  numbers,
  right,
  opinions,
}: Extract<ShareReply, { kind: "share.acknowledged" }>): Rendered =>
  right
    ? words(`好的,已确认:${numbers.join("、")}`, "计入您的履职。")
    : words(
        `好的,已作废:${numbers.join("、")}`,
        opinions !== undefined && `一起记的意见${numberList(opinions)}不再算您的。`,
        soon("告诉记录的工作人员。"),
      );

const byNumber = ([number = "履-2026-00012"]: readonly string[]): Rendered =>
  words("说的是哪一条,没听准,还没有动。", `点那条下面的“对”或“不对”,或者说编号,比如:${number}不对`);

/** Puts into words what deputies said about records that others made. */
export function renderShare(reply: ShareReply): Rendered {
  switch (reply.kind) {
    case "share.acknowledged":
      return acknowledged(reply);
    case "share.given":
      return {
        ...words(
          reply.already
            ? `这次您已经记过:${reply.record.number}`
            : `记好了,您的一份是 ${reply.record.number}`,
          `${DUTY_KINDS[reply.record.kind].name},${toldWords(reply.record)}`,
          reply.left === true && "您说要改的没有全改成,请单独说一遍要改成什么。",
          reply.unread !== undefined && unreadLine(reply.unread),
          reply.already ? "没有重复记。" : "记错了?说:撤销",
        ),
        number: reply.record.number,
      };
    case "share.by-number":
      return byNumber(reply.numbers);
    case "share.declined":
      return words("好的,不算您的。");
    case "share.denied":
      return denied(reply);
    case "share.entered-changed":
      return enteredChanged(reply);
    case "share.changed-late":
      return words(
        `${reply.by}代表${LATE[reply.what]}${reply.number}(记下已超过规定时间)。`,
        "改动留有记录;要核对请联系本人。",
      );
    case "share.origin-changed":
      return originChanged(reply);
    case "share.origin-moved":
      return originMoved(reply);
    case "share.left-over":
      return leftOver(reply);
    default:
      return assertNever(reply);
  }
}

const originMoved = (reply: Extract<ShareNews, { readonly kind: "share.origin-moved" }>): Rendered => ({
  ...words(
    `${reply.of}代表的${reply.number}${MOVED[reply.what]}(那次您也在)。`,
    `您那份${reply.share.number}没有动,还算您的。`,
    `有不对的,说:改 ${reply.share.number} 时间 昨天;没有这回事,说:撤销 ${reply.share.number}`,
  ),
  number: reply.share.number,
});

const enteredChanged = ({
  by,
  was,
  now,
}: Extract<ShareNews, { readonly kind: "share.entered-changed" }>): Rendered => ({
  ...words(
    `您代${by}代表记的${now.number},本人改过了:`,
    `原来:${DUTY_KINDS[was.kind].name},${toldWords(was)}`,
    `现在:${DUTY_KINDS[now.kind].name},${toldWords(now)}`,
    "算本人已确认。",
  ),
  number: now.number,
});

const originChanged = ({
  of,
  was,
  now,
  share,
  own,
  amendment,
}: Extract<ShareNews, { readonly kind: "share.origin-changed" }>): Rendered => ({
  ...words(
    `${of}代表的${now.number}改过了(那次您也在)。`,
    `原来:${DUTY_KINDS[was.kind].name},${toldWords(was)}`,
    `现在:${DUTY_KINDS[now.kind].name},${toldWords(now)}`,
    `您那份${share.number}${OWN[own]}。`,
    `有不对的,说:改 ${share.number} 时间 昨天;没有这回事,说:撤销 ${share.number}`,
  ),
  number: share.number,
  ...(amendment === undefined
    ? {}
    : {
        choices: [
          {
            label: "我那份也这样改",
            act: { do: "report.amend", number: share.number, amendment } as const,
          },
        ],
      }),
});

const GONE = "还算数,已请本人核对。";
const LEFT = {
  changed: "没有跟着改,可能算成两次,请核对。",
  reopened: "原来核实过,跟着改了,要请您再核实一次。",
  withdrawn: GONE,
  returned: GONE,
} as const;

const leftOver = ({
  of,
  number,
  what,
  share,
}: Extract<ShareNews, { readonly kind: "share.left-over" }>): Rendered => ({
  ...words(
    `${of}代表的${number}${MOVED[what]}。`,
    `同行的${share.name}代表那份${share.number}${LEFT[what]}`,
    what === "reopened" && `属实请说:核实 ${share.number}`,
    `不属实请说:退回 ${share.number} 理由`,
  ),
  number: share.number,
});

const denied = ({ by, numbers, opinions }: Extract<ShareNews, { readonly kind: "share.denied" }>): Rendered =>
  words(
    `${by}代表说您代记的不对,已作废:`,
    numbers.join("、"),
    "请核实后再记。",
    ...(opinions.length === 0
      ? []
      : [
          `一起记的意见${numberList(opinions)}还在,改记为您收到的,不算${by}代表的。`,
          `是别的代表听到的,请重新代报;没有这回事请说:撤销 ${opinions[0] ?? ""}`,
        ]),
  );
