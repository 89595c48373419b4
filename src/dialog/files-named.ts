import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { readFiling } from "./read-filing.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";

/** What words say that photos and files are of. */
export type FilesNamed = {
  /** The one filing, where its number is said. */
  readonly number?: string;
  readonly like: FilingLike;
  /** 这张: those that came with the words, and none that waited before. */
  readonly onlyThese: boolean;
};

/** What people call a file that they send; no library, drawing or paper that was studied. */
export const FILE = "(?:照片|图片|相片|附件|(?<!学习)(?:材料|文件)|签到表|现场图|截图|佐证|图(?![书纸]))";
const SOFT =
  "(?:请|麻烦|帮我|帮忙|把|将|给|它|这|那|些|几|两|三|张|个|份|一|的|都|也|再|还有|还|刚才|刚刚|下面|我|是|为|属于|对应|[,.:!。\\s])";
const PUTS = "(?:附|贴|补|传|发|放|加|记|归|挂)";
const INTO = "(?:到|在|进|上|给|去)";
// 附到履-2026-00008上, 履-2026-00008的照片.
const ROUND_NUMBER = new RegExp(
  `^(?:${SOFT}|${FILE}|${PUTS}|到|在|进|上|去|里|面|那条|这条|记录|吧|了|一下)*$`,
  "u",
);
const SAYS_FILE = new RegExp(`${FILE}|附|贴|${PUTS}${INTO}`, "u");

const THESE = "(?:这|那|以上|上面|刚才?|下面|几|些|一|两|三|[个张份]|发|传|的|我)*";
const LEAD = "(?:请|麻烦|帮我|把|将|给|,|\\s)*";
const TO = new RegExp(
  `^${LEAD}(?:${THESE}${FILE}?)?(?:附|加|放|补|贴|传|归)(?:到|在|进|上|给|去)+(?<which>[^,。?]{2,24}?)(?:里面?|上面?|去|中)*(?:吧|了|一下)*[。.!]*$`,
  "u",
);
const OF = new RegExp(
  `^(?<these>(?:${THESE}${FILE}|(?:这|那|以上|上面|刚才|刚)${THESE}))(?:都|就|全)?(?:是|为|属于)(?<which>[^,。?]{2,24}?)[。.!]*$`,
  "u",
);
const BARE = /^(?<which>[^,。?]{2,24}?)[。.!]*$/u;
// 接待那次的, 接待的照片, 昨天走访拍的: that something is of it.
const OF_IT = new RegExp(`(?:的|[那这]一?[次条个场天]|${FILE})$`, "u");
const TAIL = new RegExp(
  `(?:的?时候?|当时|现场)?(?:拍|照|留)?(?:下|来)?的?(?:现场|活动)?(?:${FILE})?(?:的)?$`,
  "u",
);
const AMOUNT = /[\d一二三四五六七八九十两几百]+(?:多|来)?(?:户|个?人|人次|件|家|名|位|起|场|次(?!的|$))/u;
const ASKS = /[?吗呢谁]|哪|有几张|几张$|多少|怎么|没有/u;

/**
 * What words say that files are of: 附到履-2026-00008, 这张是11月28日接待选民的, and with a file that comes with them also
 * 刚才走访的. What says how many were met tells of a record of its own. Undefined for all else.
 */
export function findFilesNamed(text: string, facts: Facts, come: boolean): FilesNamed | undefined {
  const line = text.normalize("NFKC").trim();
  if (line.length > 40 || ASKS.test(line)) return undefined;
  const onlyThese = come && /这[一]?[张个份]/u.test(line) && !/这[几些两三]/u.test(line);
  const [number, other] = numbersIn(line, "履", "意", "建");
  if (other !== undefined) return undefined;
  if (number !== undefined) {
    const rest = withoutNumbers(line);
    const isMeant = ROUND_NUMBER.test(rest) && (come || SAYS_FILE.test(rest));
    return isMeant ? { number, like: { numbers: [number] }, onlyThese } : undefined;
  }
  const which =
    TO.exec(line)?.groups?.["which"] ??
    ofIt(OF.exec(line)?.groups?.["which"]) ??
    (come ? ofIt(BARE.exec(line)?.groups?.["which"]) : undefined);
  const like = which === undefined || AMOUNT.test(which) ? undefined : likeOf(which, facts);
  return like === undefined ? undefined : { like, onlyThese };
}

const ofIt = (which: string | undefined): string | undefined =>
  which !== undefined && OF_IT.test(which) ? which.replace(TAIL, "") : undefined;

function likeOf(which: string, facts: Facts): FilingLike | undefined {
  const meant = readFiling(which, facts);
  if (!("like" in meant)) return undefined;
  const { like } = meant;
  if (Object.keys(like).length === 0) return undefined;
  return /^(?:刚[才刚]?|方才)/u.test(which) ? { ...like, last: true } : like;
}
