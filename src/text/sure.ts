import type { SureQuestion } from "#src/domain/sure-question.ts";
import { someNames } from "./some-names.ts";
import { filesWait } from "./file.ts";
import { assertNever } from "#src/kernel/never.ts";
import { byRoom } from "./by-room.ts";
import { contactQuestion } from "./contact.ts";
import { subjectWords } from "./figure-words.ts";
import { short } from "./format.ts";
import { handInLines } from "./hand-in.ts";
import { effectLines, seatWords, whoWords } from "./mandate-words.ts";
import { objectingCard, objectingOver, type UnsaidObjection } from "./objecting.ts";
import { erasedWords, keptWords } from "./own-data-words.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";
import { markedLines, recordToVerify } from "./verify.ts";
import { activityQuestion, isActivityQuestion } from "./sure-activity.ts";
import { attachLines, everyOff, takeOffLines } from "./sure-files.ts";
import { SURE_DROPPED } from "./sure-dropped.ts";
import { isRecordQuestion, recordQuestion } from "./sure-record.ts";

/** Everything that is said about what wants a yes first. */
export type SureReply =
  | (SureQuestion & { readonly card: string; readonly again?: true })
  | UnsaidObjection
  | { readonly kind: "sure.dropped"; readonly of: SureQuestion["kind"]; readonly files?: number };

/** Puts into words what a yes would do. */
export function renderSure(reply: SureReply): Rendered {
  if (isActivityQuestion(reply)) {
    const { yes, lines, other } = activityQuestion(reply);
    return withOther(card(reply, yes, lines), other);
  }
  if (isRecordQuestion(reply)) {
    const { yes, lines, other } = recordQuestion(reply);
    return withOther(
      card(reply, yes, lines),
      other === undefined ? undefined : { label: other, act: { do: "card.another", card: reply.card } },
    );
  }
  switch (reply.kind) {
    case "sure.verify":
      return card(reply, `对,核实这${reply.records.length}条`, toVerify(reply));
    case "sure.nudge":
      return card(reply, "对,提醒他们", nudgeLines(reply));
    case "sure.contact":
      return card(reply, "看全部", contactQuestion(reply.number, reply.contacts));
    case "sure.attach":
      return card(reply, "对,附上", attachLines(reply));
    case "sure.take-off":
      return withOther(card(reply, "对,拿掉", takeOffLines(reply)), everyOff(reply));
    case "sure.hand-in":
      return card(reply, "对,交上", handInLines(reply));
    case "sure.cosign":
      return card(reply, "对,附议", [
        `附议 ${reply.suggestion.number}(${reply.suggestion.lead}代表领衔),对吗?`,
        `“${short(reply.suggestion.title, 120)}”`,
      ]);
    case "sure.erase":
      return card(reply, "对,删除", toErase(reply));
    case "sure.account":
      return card(reply, reply.what === "invite" ? "对,发绑定码" : "对,全部解绑", accountLines(reply));
    case "sure.mandate":
      return card(reply, "对,登记", mandateLines(reply));
    case "sure.mandate-undo":
      return card(reply, "对,撤销", undoLines(reply));
    case "sure.objecting":
      return objectingCard(reply);
    case "sure.objecting-over":
      return objectingOver(reply);
    case "sure.dropped":
      return words(...SURE_DROPPED[reply.of], reply.files !== undefined && filesWait(reply.files));
    default:
      return assertNever(reply);
  }
}

const toErase = (reply: Extract<SureReply, { kind: "sure.erase" }>) => [
  `${reply.why === "withdraw" ? "撤回同意,并删除您的数据" : "删除您的数据"},对吗?删了不能恢复。`,
  `删除:${erasedWords(reply.erased)}`,
  ...keptWords(reply.kept),
  reply.mayReword && "连意见的内容也要删,请说:删除我的数据和意见",
  "手机聊天软件里的,请您自己删。",
];

const withOther = (asked: Rendered, other: RenderedChoice | undefined): Rendered =>
  other === undefined ? asked : { ...asked, choices: [...(asked.choices ?? []), other] };

function toVerify({
  subject,
  records,
  left,
  done,
  without = [],
}: Extract<SureReply, { kind: "sure.verify" }>) {
  const head = done === undefined ? subjectWords(subject) : "接着看,";
  return [
    ...(done === undefined ? [] : markedLines(done)),
    `${head}待核实${records.length + left}条${left > 0 ? `,先看${records.length}条` : ""}:`,
    ...records.map((one) => recordToVerify(one)),
    without.length > 0 &&
      byRoom(
        `不含:${short(without.join("、"), 40)}`,
        `不含:${short(without.join("、"), 40)}`,
        `不含${without.length}项刚才说的`,
      ),
    left > 0 && byRoom(`其余${left}条接着给您看。`, `其余${left}条接着给您看。`, ""),
    "都属实吗?不属实的先说:退回 编号 理由",
  ];
}

const nudgeLines = ({ count, subject, names }: Extract<SureReply, { kind: "sure.nudge" }>) => [
  `要提醒${count}位还没有记录的代表(${subjectWords(subject)}):`,
  someNames(names, 160),
  "只发给没有记录的人,在工作时间发,各发一次。",
];

function card(
  { card: id, again }: { readonly card: string; readonly again?: true },
  yes: string,
  lines: readonly (string | false)[],
): Rendered {
  return {
    ...words(again === true && "还有这件没有决定:", ...lines),
    choices: [
      { label: yes, act: { do: "card.confirm", card: id } },
      { label: "不用了", act: { do: "card.drop", card: id } },
    ],
  };
}

function accountLines({
  what,
  accounts,
  seat,
  ...who
}: Extract<SureReply, { kind: "sure.account" }>): (string | false)[] {
  const whose = `${whoWords(who)}${seat === null ? "" : `(${seat})`}`;
  if (what === "invite")
    return [`给${whose}发一个绑定码,对吗?`, "谁拿到绑定码,谁就能以本人的身份说话:请只告诉本人。"];
  return accounts === 0
    ? [`${whose}没有绑定账号。把动态口令和没用过的绑定码作废,对吗?`]
    : [`解绑${whose}的${accounts}个账号,对吗?`, "解绑以后,那些手机上不能再以本人的身份说话。"];
}

function mandateLines({ view }: Extract<SureReply, { kind: "sure.mandate" }>): (string | false)[] {
  const { change, name, again, leaving, later } = view;
  const isFresh = change === "by_election";
  return [
    "请核对,对了再登记:",
    name !== "" && `${whoWords(view)}${isFresh ? "" : `(${seatWords(view.seat)})`}`,
    isFresh && (view.isNew ? "名册里没有的新人" : "名册里已有的人"),
    ...effectLines(view),
    change === "new_term" && `连任${again.length}位${again.length > 0 ? `:${someNames(again, 160)}` : ""}`,
    change === "new_term" && `离任${leaving}位。上一届的记录和统计都保留。`,
    later > 0 &&
      `这天和以后已有${later}条履职记录、意见或建议,${MOVES.has(change) ? "会一起转到新的任职。" : "请一并核对。"}`,
  ];
}

const MOVES: ReadonlySet<string> = new Set(["by_election", "transfer", "new_term"]);

const undoLines = ({ view }: Extract<SureReply, { kind: "sure.mandate-undo" }>) => [
  "撤销这次登记,对吗?",
  view.name !== "" && `${whoWords(view)}(${seatWords(view.seat)})`,
  ...effectLines(view),
  "撤销后和登记之前一样,会告诉本人,留有记录。",
];
