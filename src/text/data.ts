import { CONTACT_MINUTES } from "#src/domain/requests/contact.ts";
import type {
  OwnCopyNews,
  OwnDataNews,
  OwnDataOutcome,
  OwnDataRefusal,
} from "#src/domain/requests/own-data.ts";
import { assertNever } from "#src/kernel/never.ts";
import { pageMark, pageTaps } from "./figure-words.ts";
import { short } from "./format.ts";
import { erasedWords, keptWords } from "./own-data-words.ts";
import { type Rendered, says, words } from "./rendered.ts";

type Told<O extends OwnDataOutcome["of"]> = Omit<Extract<OwnDataOutcome, { of: O }>, "of"> & {
  readonly kind: O;
};

/** Everything that is said about somebody's own data, when he asks for it, and to staff who put it right. */
export type DataReply =
  | Told<"data.export-begun">
  | OwnCopyNews
  | Told<"data.erased">
  | Told<"data.correction-asked">
  | Told<"data.corrections">
  | { readonly kind: "data.corrections-veiled" }
  | Told<"data.answered">
  | OwnDataNews
  | { readonly kind: "data.correction-empty" }
  | { readonly kind: "data.refused"; readonly why: OwnDataRefusal };

/** Puts into words what became of a wish about one's own data. */
export function renderData(reply: DataReply): Rendered {
  switch (reply.kind) {
    case "data.export-begun":
      return words("正在整理您的全部数据,做好了马上发给您,一般不用一分钟。");
    case "data.export-failed":
      return words("您的数据这次没整理成。", "请再说一遍:导出我的数据。还不行,请找镇街人大。");
    case "data.exported":
      return exported(reply);
    case "data.erased":
      return words(
        `${reply.why === "withdraw" ? "同意已撤回,记录在案。" : ""}已删除:${erasedWords(reply.erased)}`,
        ...keptWords(reply.kept),
        reply.erased.accounts > 0
          ? "这里不再认得您。以后要用:代表请要新的绑定码,群众直接说就行。"
          : "留下的只有这条答复,过些天也会自动删除。",
      );
    case "data.correction-asked":
      return words(
        `更正申请已转给代表工委:“${short(reply.wish, 80)}”`,
        "核对后给您答复。登记错了的履职请直接改,比如:改时间 昨天",
      );
    case "data.correction-empty":
      return words(
        "哪里不对,请写清楚,比如:",
        "更正我的电话 13800000000",
        "更正我的姓名 应为李鸣",
        "履职记录请直接改,比如:改 履-2026-00012 时间 昨天",
      );
    case "data.corrections":
      return corrections(reply);
    case "data.corrections-veiled":
      return words(`更正申请的内容只显示${CONTACT_MINUTES}分钟。`, "还要看,说:更正申请");
    case "data.answered":
      return words(`${reply.name === "" ? "群众" : reply.name}的更正申请${reply.id}已答复,本人会收到。`);
    case "data.correction-waits":
      return waits(reply);
    case "data.correction-came":
      return words(
        `您申请的更正有了答复:${short(reply.answer, 120)}`,
        `您申请的是:${short(reply.wish, 80)}`,
        "不满意,请再说一遍哪里不对。",
      );
    case "data.refused":
      return words(...REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const exported = ({ file, files, left }: Extract<DataReply, { kind: "data.exported" }>): Rendered => ({
  ...words(
    `这是您的全部数据:${file.name}${files > 0 ? `(内有照片文件${files}个)` : ""}`,
    "解压后点开里面的“我的数据.html”看。",
    left > 0 && `另有${left}个文件太大,没有放进来;要拷贝,请找镇街人大。`,
    "只有您本人能打开,请勿转发。",
    "有错请说,比如:更正我的电话 13800000000",
  ),
  files: [file],
});

const waits = ({ id, name }: Extract<DataReply, { kind: "data.correction-waits" }>): Rendered => ({
  ...words(
    `${name === "" ? "有群众" : name}申请更正自己的数据,编号${id}。`,
    `看内容说:更正申请;办好了说:答复更正 ${id} 已改好`,
  ),
  choices: [says("更正申请")],
  reusable: true,
});

const corrections = ({ lines }: Told<"data.corrections">): Rendered => ({
  ...words(
    lines.total === 0 ? "没有待答复的更正申请。" : `待答复的更正申请${lines.total}件${pageMark(lines)}`,
    ...lines.rows.map((one) => `${one.id}. ${one.name === "" ? "群众" : one.name}:${short(one.wish, 40)}`),
    lines.total > 0 && "核对、改好后说:答复更正 编号 结果。这次查看已留记录。",
  ),
  choices: pageTaps(lines, "更正申请"),
  reusable: true,
});

const REFUSED = {
  "data-correction-unknown": ["没有这个编号的待答复更正申请。", "看有哪些,请说:更正申请"],
  "data-answer-missing": ["请写上结果,比如:答复更正 3 已改好", "不能改的,也请说明原因。"],
} as const satisfies Record<OwnDataRefusal, readonly string[]>;
