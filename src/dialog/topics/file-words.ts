import type { Facts } from "#src/domain/facts.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Dialog, Pending, Turn } from "../dialog.ts";
import { type FilesNamed, findFilesNamed } from "../files-named.ts";
import { complains } from "#src/understanding/problems.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { isOfCard } from "../is-of-card.ts";
import { ask, focus, inFocus, say } from "../turns.ts";
import { hearFiles, isCarrier } from "./files.ts";
import { freshFiles, together, waitingFiles, withoutFiles } from "./held-files.ts";
import type { Said } from "./report.ts";

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
const ON_CARD = /^(?:把)?(?:它|照片|附件)?(?:附|加|放)(?:到|在)(?:没确认的|卡片)/u;

/** True where the words that come with files only say what the files are: 这是当时的记录. */
export const isCaption = (text: string): boolean => CAPTION.test(text.normalize("NFKC").trim());

/**
 * Files that come without a word, or whose words only say what they are or what they are of; undefined for all else. What
 * they are said to be of is where they go, whatever card is in view.
 */
export function hearBareFiles(
  dialog: Dialog,
  come: readonly AttachmentRef[],
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (come.length === 0) return undefined;
  const named = tellsMatter(said.text) ? undefined : findFilesNamed(said.text, facts, true);
  if (named !== undefined) return hearNamedFiles(dialog, named, come, said, facts);
  return said.text.trim() === "" || isCaption(said.text) ? hearFiles(dialog, come, said, facts) : undefined;
}

// 这是马场村房子着火的现场图, 三组路灯不亮的照片: what they show is to be heard, whatever they are put to.
const tellsMatter = (text: string): boolean =>
  text.trim() === "" || findDanger(text) !== undefined || complains(text);

/**
 * 附到刚才那条, 附到履-2026-00008: files that wait, or lie on the card in view, are of something that was filed, which the
 * house shows before they are put there; where none wait, that is said. Undefined for all else.
 */
export function hearAttach(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = said.text.normalize("NFKC").trim();
  const pending = inFocus(dialog);
  if (ON_CARD.test(line) && pending !== undefined && isCarrier(pending))
    return ontoCard(dialog, pending, said, facts);
  const named = findFilesNamed(line, facts, false);
  if (named !== undefined) return hearNamedFiles(dialog, named, [], said, facts);
  if (!ATTACH.test(line) || pending?.at === "report") return undefined;
  const files = waitingFiles(dialog, [], said.at, facts);
  if (files.length === 0) return say(dialog, { kind: "file.none-waits" });
  return ask(dialog, { do: "file.attach", messageId: said.messageId, files: files.map((one) => one.id) });
}

function ontoCard(dialog: Dialog, card: Pending, { messageId, at }: Said, facts: Facts): Turn {
  const files = freshFiles(dialog, at, facts);
  if (files.length === 0) return say(dialog, { kind: "file.none-waits" });
  const { filed: _, ...open } = withoutFiles(
    dialog,
    files.map((one) => one.id),
  );
  return hearFiles(focus(open, card), files, { messageId, at }, facts);
}

/** Files go to what words say that they are of: those that came with them, or waited, or lie on a card. */
export function hearNamedFiles(
  dialog: Dialog,
  { number, like, onlyThese }: FilesNamed,
  come: readonly AttachmentRef[],
  said: Said,
  facts: Facts,
): Turn | undefined {
  const { messageId, at, text } = said;
  const pending = inFocus(dialog);
  const card = pending !== undefined && isCarrier(pending) ? pending : undefined;
  const onCard = card?.files ?? [];
  const names = like.from !== undefined || like.kind !== undefined || like.place !== undefined;
  if (number === undefined && names && card?.at === "report" && isOfCard(card, like))
    return come.length > 0 ? hearFiles(dialog, come, said, facts) : undefined;
  const waiting = freshFiles(dialog, at, facts);
  const had = waiting.length > 0 || come.length > 0 ? waiting : onCard;
  const meant = onlyThese ? come : together(had, come, facts).files;
  const ids = meant.map((one) => one.id);
  if (ids.length === 0)
    return number?.startsWith("履") === true && !/[附贴补传放加]/u.test(text)
      ? ask(dialog, { do: "record.show", number })
      : say(dialog, { kind: "file.none-waits" });
  // Until it is said to be right, they wait, and lie on no card.
  const open = withoutFiles(dialog, ids);
  const held = { files: together(waiting, meant, facts).files, at: at.getTime() };
  const where = number === undefined ? { like, words: text } : { number };
  return ask({ ...open, held }, { do: "file.attach", messageId, files: ids, ...where });
}
