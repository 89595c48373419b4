import type {
  AskedChange,
  MandateNews,
  MandateOutcome,
  MandateRefusal,
} from "#src/domain/requests/mandate.ts";
import { assertNever } from "#src/kernel/never.ts";
import { short } from "./format.ts";
import { MANDATE_REFUSED } from "./mandate-refused.ts";
import { newerFirst, undone, undoneNews } from "./mandate-undone.ts";
import { effectLines, seatWords, whoWords } from "./mandate-words.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** What a change still lacks. */
export type MandateGap = "name" | "org" | "term" | "on";

/** Everything that is said about mandates. */
export type MandateReply =
  | MandateNews
  | { readonly kind: "mandate.answer"; readonly outcome: MandateOutcome }
  | {
      readonly kind: "mandate.question";
      readonly card: string;
      readonly field: MandateGap;
      readonly change: AskedChange;
      /** A day that was named and does not exist, in the words that were used. */
      readonly noSuchDay?: string;
    }
  | { readonly kind: "mandate.dropped" }
  | { readonly kind: "mandate.refused"; readonly why: MandateRefusal };

/** Puts changes of mandates into words. */
export function renderMandate(reply: MandateReply): Rendered {
  switch (reply.kind) {
    case "mandate.answer":
      return answer(reply.outcome);
    case "mandate.question":
      return question(reply);
    case "mandate.own":
      return words(...ownLines(reply));
    case "mandate.other":
      return words(
        `${reply.by}登记了代表变动:`,
        reply.view.name !== "" && `${whoWords(reply.view)}(${seatWords(reply.view.seat)})`,
        ...effectLines(reply.view),
        reply.view.change === "new_term" && `${reply.view.again.length}位连任,${reply.view.leaving}位离任。`,
      );
    case "mandate.own-undone":
    case "mandate.other-undone":
      return undoneNews(reply);
    case "mandate.dropped":
      return words("好的,没有登记任何变动。");
    case "mandate.refused":
      return words(...MANDATE_REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

function answer(outcome: MandateOutcome): Rendered {
  switch (outcome.of) {
    case "mandate.which":
      return which(outcome);
    case "mandate.which-org":
      return {
        ...words("有几个名称相近的,是哪一个?"),
        choices: outcome.orgs.slice(0, 6).map(({ id, name }) => ({
          label: name,
          act: {
            do: "mandate.preview",
            messageId: outcome.messageId,
            plan: { ...outcome.plan, orgId: id },
          },
        })),
      };
    case "mandate.changed":
      return changed(outcome);
    case "mandate.undone":
      return undone(outcome);
    case "mandate.undo-newer":
      return newerFirst(outcome);
    case "mandate.unknown-names":
      return words(
        `这几位对不上,没有登记:${short(outcome.names.join("、"), 120)}`,
        "不在名单里,或者有同名的。请核对后再说一遍;同名的请用名册文件登记。",
      );
    default:
      return assertNever(outcome);
  }
}

function which({ messageId, plan, candidates }: Extract<MandateOutcome, { of: "mandate.which" }>): Rendered {
  const isElection = plan.change === "by_election";
  const name = plan.names[0] ?? "";
  return {
    ...words(
      isElection ? `名册里已经有${name},是同一个人吗?` : `${name}有${candidates.length}个,是哪一个?`,
      isElection && "是另一位同名的,请带编号再说一遍,比如:补选 张三 编号D201 〔镇〕",
    ),
    choices: candidates.slice(0, 6).map(({ personId, mandateId, ...one }) => ({
      label: [whoWords(one), one.seat === null ? one.role : seatWords(one.seat)]
        .filter((part) => part !== null)
        .join(" "),
      act: {
        do: "mandate.preview",
        messageId,
        plan: {
          ...plan,
          ...(personId === undefined ? {} : { personId }),
          ...(mandateId === undefined ? {} : { mandateId }),
        },
      },
    })),
  };
}

function changed({
  view,
  changeId,
  unreached,
}: Extract<MandateOutcome, { of: "mandate.changed" }>): Rendered {
  const { change, name } = view;
  const invites = change === "by_election" && unreached > 0;
  return {
    ...words(
      `登记好了。${name === "" ? "" : whoWords(view)}`,
      ...effectLines(view),
      change === "new_term" &&
        `${view.again.length}位连任,${view.leaving}位离任。新当选的请用“补选”或名册文件登记。`,
      invites
        ? `本人还没有绑定。要发绑定码,说:绑定码 ${name}`
        : unreached > 0 && soon(`告诉有关人员;${unreached}位还没有绑定,请另行告知。`),
      unreached === 0 && soon("告诉本人和有关工作人员。"),
    ),
    choices: [
      ...(invites ? [says(`给${name}发绑定码`, `绑定码 ${name}`)] : []),
      { label: "登错了,撤销", act: { do: "mandate.undo-preview", changeId } },
    ],
    // What came later may have to be undone first, and then this is tapped again.
    reusable: true,
  };
}

function question({
  card,
  field,
  change,
  noSuchDay,
}: Extract<MandateReply, { kind: "mandate.question" }>): Rendered {
  const lines = field === "on" ? [ON[change], "比如:11月20日"] : GAPS[field];
  return {
    ...words(
      noSuchDay !== undefined && `没有“${short(noSuchDay, 20)}”这一天,请核对日期,还没有登记。`,
      ...lines,
    ),
    choices: [
      ...(field === "on" ? [says("今天")] : []),
      { label: "不登记了", act: { do: "card.drop", card } },
    ],
  };
}

const GAPS = {
  name: ["没看出是哪一位。", "请说姓名,比如:李明"],
  org: ["到哪个镇街或代表小组?", "比如:〔镇〕代表小组"],
  term: ["是第几届?", "比如:十九届"],
} as const satisfies Record<Exclude<MandateGap, "on">, readonly string[]>;

const ON = {
  by_election: "哪一天当选?",
  suspend: "从哪一天起暂停?",
  resume: "从哪一天起恢复?",
  resign: "哪一天接受的辞职(任职到那天)?",
  terminate: "哪一天终止(任职到那天)?",
  transfer: "从哪一天起调过去?",
  new_term: "新一届从哪一天起?",
} as const satisfies Record<AskedChange, string>;

function ownLines({ view }: Extract<MandateReply, { kind: "mandate.own" }>): (string | false)[] {
  const asks = "有疑问请联系代表工委。";
  const lines = effectLines({ ...view, reason: null });
  switch (view.change) {
    case "by_election":
      return ["祝贺您!", ...lines, "做了什么,一句话告诉我就行。"];
    case "suspend":
      return ["代表工委登记:您", ...lines, "这期间不记履职,不算缺席。", asks];
    case "new_term":
      return [
        ...lines,
        view.leaving > 0 ? "您任职期间的记录都还在,感谢您的付出。" : "您已登记连任,照常记履职就行。",
      ];
    case "resign":
    case "terminate":
      return ["代表工委登记:您", ...lines, "任职期间的记录都还在。", asks];
    case "resume":
    case "transfer":
      return ["代表工委登记:您", ...lines, asks];
  }
}
