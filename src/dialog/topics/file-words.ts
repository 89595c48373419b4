import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, inFocus, say } from "../turns.ts";
import type { Said } from "./report.ts";
import { waitingFiles } from "./files.ts";

const FILE = "(?:照片|图片|相片|附件|材料|资料|文件|签到表|现场图|名单|会议纪要|纪要|佐证|记录)";
// 这是当时的记录, 还有一份材料: what the files are called, and nothing of their own.
const CAPTION = new RegExp(
  `^(?:这|那|下面|以上|上面|还有|也|再|是|就是|补充?|附上?|上传|发|传|给|你们?|一?[个份张些几两三](?:张|份|个)?|当[时天]|刚才|那[条次天]|昨天|今天|现场|活动|会议|走访|接待|的){0,8}${FILE}(?:在这里|在此|附上|补上|发了|来了|了|给你们?|请?(?:查收|收下|收一下)|[,。!\\s])*$`,
  "u",
);
const ATTACH = new RegExp(
  `^(?:请|麻烦|帮我|把|将|给)*(?:它|这个?|这些|${FILE})*(?:附|加|放|补|贴|传)(?:到|在|进|上|给)*(?:刚才|刚刚|上一?条|上面|前面|那条|这条|刚报的)(?:那|的)*[条个次]?(?:记录|里|上|去|里面)*(?:吧|了|一下)*[。!]*$`,
  "u",
);

/** True where the words that come with files only say what the files are: 这是当时的记录. */
export const isCaption = (text: string): boolean => CAPTION.test(text.normalize("NFKC").trim());

/**
 * 附到刚才那条: files that wait are of what was filed last, which the house shows before they are put there; where none
 * wait, that is said. Undefined for all else, and while they lie on a card in view.
 */
export function hearAttach(dialog: Dialog, { text, messageId, at }: Said, facts: Facts): Turn | undefined {
  if (!ATTACH.test(text.normalize("NFKC").trim()) || inFocus(dialog)?.at === "report") return undefined;
  const files = waitingFiles(dialog, [], at, facts);
  if (files.length === 0) return say(dialog, { kind: "file.none-waits" });
  return ask(dialog, { do: "file.attach", messageId, files: files.map((one) => one.id) });
}
