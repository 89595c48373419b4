import type { Facts } from "#src/domain/facts.ts";
import type { FilesMeant } from "#src/domain/requests/attachment.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { FILE } from "./files-named.ts";
import { nthNamed } from "./nth-named.ts";
import { recordLike } from "./record-like.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";

/** Files that are to be taken off, and of which record, where that is said. */
export type FilesUnwanted = {
  readonly which: FilesMeant;
  readonly number?: string;
  readonly like?: FilingLike;
};

const NTH = "第\\s?[\\d一二三四五六七八九十]{1,2}\\s?[张个份]";
const SENT_WRONG = "(?:(?:发|传|附|放|贴|弄|搞|选|拿|挂)(?:错|重|多)(?:了|的|啦)*|错(?:的|了))";
const OFF = "(?:去掉|删掉|删了|删除|删去|删|拿掉|拿下来?|撤掉|撤了|撤下来?|撤回|撤销|取消|移除|不要|不用)";
const IS_ABOUT = new RegExp(FILE, "u");
// 撤销昨天学习的那条, 不用带材料: what may be said of a record, or of a meeting, is of a file only beside one.
const MAY_BE_ELSE = "(?:撤回|撤销|取消|不要|不用)";
const ORDERS = new RegExp(
  `${SENT_WRONG}|(?!${MAY_BE_ELSE})${OFF}|${FILE}(?:我|都|就|也|全部?|先|,|\\s)*${MAY_BE_ELSE}|${MAY_BE_ELSE}(?:掉|了|刚才?|上面|最后|第|这|那|[\\d一二两三几]|些|张|个|份|的|发|传|所有|全部)*${FILE}|(?:撤回|撤销|取消)[^,]{1,16}的(?:照片|图片|相片|附件|截图|签到表)(?:了|吧)?$`,
  "u",
);
const WORDS = new RegExp(
  `${SENT_WRONG}|${OFF}|${NTH}|${FILE}|最后|刚才|刚刚|上面|上一|全部|所有|多余|能不能|可不可以|不好意思|哎呀|麻烦|帮我|帮忙|给我|一下|里面?`,
  "gu",
);
const SOFT = /^(?:请|把|将|我|那|这|的|一|两|几|些|张|个|份|条|次|都|刚|上|吧|了|掉|它|是|[,.!。\s])*$/u;
const ASKS = /[?吗呢谁]|怎么|为什么|哪/u;

/**
 * What words say of files that are to be taken off: 照片发错了, 把最后一张照片删了, 11月28日接待那次的照片不要. Undefined for all
 * else.
 */
export function findFilesUnwanted(text: string, facts: Facts): FilesUnwanted | undefined {
  const line = text.normalize("NFKC").trim();
  if (line.length > 40 || !IS_ABOUT.test(line) || !ORDERS.test(line) || ASKS.test(line)) return undefined;
  const [number, other] = numbersIn(line, "履");
  if (other !== undefined || numbersIn(line).length > (number === undefined ? 0 : 1)) return undefined;
  const which = whichIn(line);
  const rest = withoutNumbers(line).replace(WORDS, "");
  if (SOFT.test(rest)) return { which, ...(number === undefined ? {} : { number }) };
  if (number !== undefined) return undefined;
  const named = rest.replace(/^(?:请|把|将|我|,|\s)+|(?:的|了|都|掉|吧|,|[.!。\s])+$/gu, "");
  const like = named.length > 16 || /[,。;]/u.test(named) ? undefined : recordLike(named, facts);
  return like === undefined ? undefined : { which, like };
}

function whichIn(line: string): FilesMeant {
  const nth = nthNamed(line.replace(/(第\s?[\d一二三四五六七八九十]{1,2}\s?)[张]/u, "$1个"));
  if (nth !== undefined && new RegExp(NTH, "u").test(line)) return { nth };
  if (/最后|上一张|刚[才刚]?(?:发|传)?的?那?一?张|[这那]一?张/u.test(line)) return "last";
  return /全部|所有|都|这些|那些/u.test(line) ? "all" : "unsaid";
}
