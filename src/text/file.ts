import { assertNever } from "#src/kernel/never.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import { filingLine } from "./filing-line.ts";
import { type OpenThing, thingWords } from "./open-thing.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** What is said about photos and files that came. */
export type FileReply =
  /** `left` could not be taken any more; `asked` where a question stands before the yes. */
  | {
      readonly kind: "file.on-card";
      readonly count: number;
      readonly left: number;
      readonly asked: boolean;
      /** What they lie on. */
      readonly on?: OpenThing;
    }
  /** What was filed just now may be meant, and so may the card that came back behind it. */
  | {
      readonly kind: "file.whose";
      readonly count: number;
      readonly left: number;
      readonly number: string;
      readonly on: OpenThing;
    }
  | { readonly kind: "file.which"; readonly filings: readonly FilingLine[]; readonly off?: true }
  /** Nobody filed what they were said to be of. */
  | { readonly kind: "file.unlike"; readonly count: number }
  /** So many lie there, and which is not wanted was not said. */
  | { readonly kind: "file.which-off"; readonly count: number }
  | {
      readonly kind: "file.taken-off";
      readonly number: string;
      readonly taken: number;
      readonly total: number;
    }
  | { readonly kind: "file.none-on"; readonly number?: string }
  | { readonly kind: "file.kept"; readonly count: number }
  /** A card too many: the oldest was let go, and what lay on it waits. */
  | { readonly kind: "file.pushed-out"; readonly count: number }
  /** What waited for a sentence is not wanted. */
  | { readonly kind: "file.let-go" }
  /** To be put to what was filed last, but none waits. */
  | { readonly kind: "file.none-waits" }
  | {
      readonly kind: "file.attached";
      readonly number: string;
      readonly total: number;
      readonly left: number;
    }
  /** One that was on its way to somebody did not arrive, and is not sent again by itself. */
  | { readonly kind: "file.lost" };

/** That files whose card was given up wait for the next sentence. */
export const filesWait = (count: number): string =>
  `附件${count}个先留着,会记在您下一句话上;不要就说:不要附件`;

/** Puts into words what became of photos and files. */
export function renderFile(reply: FileReply): Rendered {
  switch (reply.kind) {
    case "file.on-card":
      return words(
        `收到,${onThing(reply.on)}现在有附件${reply.count}个。`,
        reply.left > 0 && tooMany(reply.left),
        reply.asked ? "请先回答上面的问题。" : "都齐了就回“对”。",
      );
    case "file.kept":
      return words(
        `收到,先留着(附件${reply.count}个)。`,
        "一句话说做了什么,就一起记上,比如:今天走访〔村〕12户",
      );
    case "file.pushed-out":
      return words("没确认的太多了,最早的那张卡片没有留。", `它的${filesWait(reply.count)}`);
    case "file.let-go":
      return words("好的,刚才的附件不记了。", "要记别的,一句话说做了什么就行。");
    case "file.whose":
      return {
        ...words(
          `收到,附件${reply.count}个先留着。是哪一条的?点一下:`,
          reply.left > 0 && tooMany(reply.left),
          `刚记好的:${reply.number}`,
          `没有确认的:${thingWords(reply.on) ?? "最后问您的那件"}`,
        ),
        choices: [says(`附到 ${reply.number}`), says("附到没确认的那张")],
      };
    case "file.which":
      return {
        ...words(
          reply.off === true ? "是哪一条的照片?点一下:" : "附在哪一条上?点一下:",
          ...reply.filings.map(filingLine),
          "都不是?请说编号,比如:附到 履-2026-00012",
        ),
        choices: reply.filings.map(({ number }) =>
          reply.off === true
            ? says(`拿掉 ${number} 的照片`, `把 ${number} 的照片拿掉`)
            : says(`附到 ${number}`),
        ),
      };
    case "file.unlike":
      return words(
        `没有找到您记过的这一条,附件${reply.count}个先留着。`,
        "还没记的,一句话说做了什么,就一起记上,比如:今天走访〔村〕12户",
        "记过的,请说编号,比如:附到 履-2026-00012",
      );
    case "file.which-off":
      return {
        ...words(`有${reply.count}个附件,哪一个不要?还没有动。`, "也可以说:第2张照片不要"),
        choices: [says("只去掉最后一张", "最后一张照片不要"), says("全部不要", "照片全部不要")],
      };
    case "file.taken-off":
      return {
        ...words(
          `已从 ${reply.number} 拿掉附件${reply.taken}个,${reply.total === 0 ? "现在没有附件了" : `还有${reply.total}个`}。`,
          `对的照片直接发来,再说:附到 ${reply.number}`,
        ),
        number: reply.number,
      };
    case "file.none-on":
      return words(
        reply.number === undefined ? "没有找到附着照片的记录。" : `${reply.number} 上没有这个附件。`,
        "哪一条的照片不要,请说编号,比如:把 履-2026-00012 的照片拿掉",
      );
    case "file.none-waits":
      return words("没有等着要附的照片或文件。", "请先把照片发过来,再点一下附到哪一条。");
    case "file.attached":
      return {
        ...words(
          `附在 ${reply.number} 上了,一共有附件${reply.total}个。`,
          reply.left > 0 && tooMany(reply.left),
        ),
        number: reply.number,
      };
    case "file.lost":
      return words(
        "有一个文件没能发到您这里,不用再等它了。",
        "请把要文件的话再说一遍,比如:导出我的数据",
        "还不行,请在网页上对我说同一句话。",
      );
    default:
      return assertNever(reply);
  }
}

const onThing = (thing: OpenThing | undefined): string => {
  const what = thing === undefined ? undefined : thingWords(thing);
  return what === undefined ? "" : `放在没确认的这张上:${what}。`;
};

const tooMany = (left: number): string => `一条最多9个,多出的${left}个没有收。`;
