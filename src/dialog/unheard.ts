import type { Facts } from "#src/domain/facts.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { complains } from "#src/understanding/problems.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import type { ReportCard } from "./dialog.ts";

// What was seen on the way: 看了老王家的危房, 发现路灯不亮.
const SEEN = /(?:看了(?:看|一下)?|看到了?|看见了?|发现了?|了解到|得知|听说)[\s,:]*(?<matter>[^]{4,})$/u;
// 他家房子漏雨, beside where somebody was.
const AT_HOME =
  /[,。;](?<matter>(?:[他她]们?家|家里|[\u4e00-\u9fff]{1,3}(?:大爷|大妈|大娘|奶奶|爷爷|叔|婶|嫂|伯|老人)家)[^,。;]{3,24})/u;
// It was dealt with, or is a number of things.
const DEALT = /已|整改|处理|督促|解决|现场|当场|要求|[\d一二三四五六七八九十两几]+[个处条项起件]/u;

/**
 * The words of a report that tell of a resident's matter which was made no opinion of its own. Undefined where nothing
 * was left out.
 */
export function findUnheard({ reports, opinions, ask }: Understanding): string | undefined {
  const [report, other] = reports;
  if (report === undefined || other !== undefined || opinions.length > 0) return undefined;
  const isDoubtful = ask.includes("text") && ask.includes("category");
  const seen = SEEN.exec(report.text) ?? AT_HOME.exec(report.text.normalize("NFKC"));
  const matter = seen?.groups?.["matter"] ?? (isDoubtful ? report.text : "");
  return complains(matter) && !DEALT.test(matter) ? matter : undefined;
}

/** The card with what was left out of it, as an opinion beside the record. */
export function withHeard(card: ReportCard, { places }: Facts): ReportCard {
  const { unheard, ...rest } = card;
  return unheard === undefined ? card : { ...rest, opinions: [...card.opinions, toOpinion(unheard, places)] };
}
