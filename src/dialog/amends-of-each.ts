import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { findNamedRecord, type NamedRecord } from "./named-record.ts";
import { readCorrection } from "./read-correction.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";

/** One of several records that a line puts right: its words, which record they name, and what it is to say. */
export type AmendOfOne = {
  readonly words: string;
  readonly named: Pick<NamedRecord, "nth" | "like">;
  readonly amendment: Amendment;
};

const LONGEST = 120;
const MARKS = /[,;。!、\s]+/u;
const COUNT = "(?:\\d+|[一二两三四五六七八九十百]+)个?(?:人次|[人户家处件起场条次])";
// 接待那条改成3人走访那条改成7户: what is spoken has no marks.
const UNMARKED = new RegExp(
  `(?<=${COUNT})(?=[把将]?(?:[一-龥]{2,4}|(?:\\d{1,2}月)?\\d{1,2}[日号])[那这]一?[条次])`,
  "gu",
);
const LEAD = /^(?:另外|还有|还要|同时|并且|而且|然后|接着|以及|也|再|而|请|麻烦|帮我)+(?=[把将第履\d一-龥])/u;
// 写错了, 两条都要改: that something is wrong, and not what.
const APOLOGY =
  /^(?:不对|不好意思|对不起|哎呀?|哦|我|刚才|刚刚|有?[两三几]条|都|要|得|请|麻烦|帮我|帮忙|改|更正|修改|一下|[写报填记说搞弄]|错|有误|了|的|啊|哈|吧|嘛|:)+$/u;
// 接待那条3人: what it is to say stands right behind it.
const BARE_AMOUNT = new RegExp(
  `^(?<which>[把将]?[^,。]{1,16}?[那这]一?条|第[\\d一二三四五六七八九十]{1,2}条)(?<amount>${COUNT}.{0,4})$`,
  "u",
);

/**
 * What a line puts right of several records, each named in it: 接待那条改成3人,走访那条改成7户. Undefined where it names
 * fewer than two, and where what any of them is to say cannot be made out.
 */
export function amendsOfEach(text: string, facts: Facts, at: Date): readonly AmendOfOne[] | undefined {
  const line = text.normalize("NFKC").trim();
  if (line.length > LONGEST) return undefined;
  const found: { words: string; named: NamedRecord }[] = [];
  for (const piece of line.replace(UNMARKED, ",").split(MARKS)) {
    const named = findOne(piece, facts);
    const last = found.at(-1);
    if (named !== undefined) found.push({ words: piece, named });
    else if (last !== undefined && piece !== "")
      found[found.length - 1] = {
        words: `${last.words},${piece}`,
        named: { ...last.named, rest: `${last.named.rest},${piece}` },
      };
    else if (!APOLOGY.test(piece) && piece !== "") return undefined;
  }
  if (new Set(found.map(({ named: { nth, like } }) => JSON.stringify([nth, like]))).size < 2)
    return undefined;
  const amends = found.flatMap(({ words, named }): AmendOfOne[] => {
    const rest = named.rest.replace(/^改(?=[\d一二两三四五六七八九十])/u, "改成");
    const amendment = readCorrection(rest, facts, at) ?? readCorrection(`改${rest}`, facts, at);
    return amendment === undefined ? [] : [{ words, named, amendment }];
  });
  return amends.length === found.length ? amends : undefined;
}

// 老王家那次 names one that nothing can be found by: it may be a report.
function findOne(piece: string, facts: Facts): NamedRecord | undefined {
  const words = piece.replace(LEAD, "").replace(BARE_AMOUNT, "$<which>是$<amount>");
  const [number, other] = numbersIn(words, "履");
  if (number !== undefined && other === undefined && /^[改把将]?\s*履/u.test(words))
    return { like: { numbers: [number] }, rest: withoutNumbers(words).replace(/^[把将]/u, "改") };
  const named = findNamedRecord(words, facts);
  return named?.nth !== undefined || (named?.like !== undefined && isFindable(named.like))
    ? named
    : undefined;
}

const isFindable = ({ from, kind, place }: FilingLike): boolean =>
  from !== undefined || kind !== undefined || place !== undefined;
