import type { FilingLine } from "#src/domain/requests/filing.ts";
import { filingLine } from "./filing-line.ts";
import { type OpenThing, thingWords } from "./open-thing.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** What is said of where files belong, and of those that do not. */
export type FilePlace =
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
  | { readonly kind: "file.none-on"; readonly number?: string };

/** How many found no room. */
export const tooMany = (left: number): string => `一条最多9个,多出的${left}个没有收。`;

/** Puts into words where files are to go, or that they were taken off. */
export function renderPlace(reply: FilePlace): Rendered {
  switch (reply.kind) {
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
          says(reply.off === true ? `把 ${number} 的照片拿掉` : `附到 ${number}`),
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
  }
}
