import { assertNever } from "#src/kernel/never.ts";
import { type FilePlace, renderPlace, tooMany } from "./file-place.ts";
import { type OpenThing, thingWords } from "./open-thing.ts";
import { type Rendered, words } from "./rendered.ts";

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
  | FilePlace
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
    case "file.which":
    case "file.unlike":
    case "file.which-off":
    case "file.taken-off":
    case "file.none-on":
      return renderPlace(reply);
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
