import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, SureCard, Turn } from "../dialog.ts";
import { findFilesNamed } from "../files-named.ts";
import { bare, isHum } from "../words.ts";
import { hearNamedFiles } from "./file-words.ts";
import type { Said } from "./report.ts";
import { agree, drop } from "./sure.ts";

const OFFERED = "(?:这|那|刚才|上面|刚)(?:的|那|这)*(?:一)?(?:次|条|个|回|份|场|天)(?:记录)?";
// 嗯, 是这次的, 附上吧: of what is offered, and of nothing else.
const IS_OF_IT = new RegExp(
  `^(?:嗯|对|是|好|就|的|要|行)*(?:就?是)?(?:${OFFERED}(?:的|拍的)?|(?:附|放|加|贴|传)(?:上|进|到|上去|进去)?(?:它|去|吧|嘛|就行|就好)*)(?:没错|对)?$`,
  "u",
);
// 不是这次的, 是另外一次的, 和这次没关系.
const PHOTO = "(?:它|(?:这|那|些|几|张)*(?:照片|图片)?)?";
const NOT_OF_IT = new RegExp(
  `^(?:这|那)?(?:${PHOTO}(?:不是|不属于)${OFFERED}(?:的(?:照片|图片)|拍的|的)?|${PHOTO}(?:不是)?是?(?:另|别|其他|其它)(?:外|的)?(?:一?[次条个回场件]|时候|地方|活动|事)?(?:拍的|活动的?|记录的?|的)?|[和跟与](?:这|那)[次条个]?(?:没有?|无)关系?|(?:先|暂时)?(?:别|不要|不用|莫)(?:附|放|加|贴|传)(?:上|到)?(?:这|那)?[条次个]?(?:去)?)(?:了|哈|啊|嘛)?$`,
  "u",
);
const NO = /^(?:不|不对|不是的?|错了?|没有|哦|哎呀?)$/u;
const refuses = (line: string): boolean => {
  const clauses = line.split(/[,\u3002、;.!\s]+/u).filter((one) => one !== "" && !NO.test(one));
  return clauses.length > 0 && clauses.every((one) => NOT_OF_IT.test(one));
};
const DENIES =
  /^(?:不是|不对|错了|不|不附|不属于)(?:(?:这|那|刚才)(?:次|条|个|回|场)?的?)?[,\s]+(?:而?是|应该是|这是|这张是|属于|要?附到|放到)?/u;
const IS = /^(?:而?是|应该是|这是|这张是|属于)/u;

/**
 * What a message answers to whether files are of a record: that they are, that they are not, or of which they are. A no
 * puts nothing right of the record that was offered. Undefined for all else.
 */
export function hearOnAttach(dialog: Dialog, card: SureCard, said: Said, facts: Facts): Turn | undefined {
  if (card.question.kind !== "sure.attach") return undefined;
  const line = said.text.normalize("NFKC").trim();
  if (line.length > 30) return undefined;
  if (isHum(line) || IS_OF_IT.test(bare(line))) return agree(dialog, card);
  if (refuses(line)) return drop(dialog, card, said, facts);
  const rest = line.replace(DENIES, "");
  if (rest === line && !IS.test(line)) return undefined;
  const named = findFilesNamed(rest.replace(IS, ""), facts, true);
  const moved = named === undefined ? undefined : hearNamedFiles(dialog, named, [], said, facts);
  return moved ?? (rest === line ? undefined : drop(dialog, card, said, facts));
}
