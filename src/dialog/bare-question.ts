import type { Facts } from "#src/domain/facts.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { askedKinds, shortKind, withoutKinds } from "./asked-kinds.ts";
import { askedPlaces, saidPlaces, withWholeNames } from "./asked-places.ts";
import { isStaff } from "./audience.ts";
import type { AskedFigure } from "./basis-of.ts";
import type { Said } from "./topics/report.ts";

/** Longer than this nobody asks in words alone. */
const LONGEST = 40;
/** Words of a question that say nothing of what it asks about. */
export const FILLER =
  /比较一下|比一比|对比一?下?|比较|加上?|相比|比(?=$)|\+|来?看一?看?|履职|记录|情况|数据|统计|汇总|总数|次数|户数|人数|多少|几|一共|总共|全区|全镇|本镇|[我咱]们?[区镇乡]|本区|按代表|的|和|与|跟|及|[次户人件条场家个了呢吗啊有]|[\s、,;?。.!]/gu;
const DEED = "履职|走访|接待|调研|视察|慰问|调解|值班|宣讲|记录|[去到来]|参加";
// 有多少代表 alone asks for the size of the congress.
const WHO = `(?:都|一共|总共|的|是)*有?(?:谁|哪(?:些|几[个位])(?:人大)?(?:代表|人)?|(?:(?:几|多少)[个位名]?(?:人大)?代表|(?<=有)(?:几|多少)[个位名]?人)(?=[^,?]{0,2}(?:${DEED})))`;
const WHO_DID = new RegExp(
  `${WHO}(?:都|已经|已)?(?:填?报|上报|记录?|交)?(?:了|过)?(?=${DEED}|[,?。!\\s]|$)|(?:去|来|参加)[了过]?(?:几|多少)[个位名]?(?:人大)?(?:代表|(?<=去[了过]?[^去]{2,4})人)(?=[?。!\\s]*$)|(?<=(?:去|到|走访|接待|慰问)[了过]?[^,?去到]{0,8})的(?:(?:人大)?(?:代表|人))?(?:一共|总共|都|共)*(?:有|是)(?:谁|哪(?:些|几[个位])|(?:几|多少)[个位名])(?:代表|人)?(?=[?。!\\s]*$)`,
  "u",
);
// 去了马场村的有谁: where they went, on a register or not.
const WENT_TO = /(?:去(?!年)|到)[了过]?(?<spot>[一-鿿]{1,5}(?:村|社区|寨|组))?/u;

// 联络站 alone is none of them: each has its line.
const STATIONS = /^(?:全区|我们区)?(?:人大)?(?:代表)?联络站/u;

/**
 * A question of staff that is nothing but places, kinds of duty and a stretch of time (东风镇 本月 走访), or who has done
 * something in it (上周谁报了履职). A deputy's own is asked for by a kind and a stretch of time. Undefined for all else:
 * a single day may be that of a deed (昨天走访羊昌镇).
 */
export function readBareQuestion(
  { text, at }: Said,
  facts: Facts,
): { readonly asked: AskedFigure; readonly words: string } | undefined {
  const staff = isStaff(facts.speaker);
  if (facts.speaker.kind !== "member" || text.length > LONGEST) return undefined;
  const whole = withWholeNames(text, facts);
  const words = whole.replace(WHO_DID, " 按代表 ");
  const [period, ...others] = findDates(words, { today: localDay(at, facts.zone), prefer: "past" });
  const isWho = words !== whole;
  const isOneDay = period?.wide === false && period.start === period.end;
  if (others.length > 0 || period?.doubtful === true || (!isWho && isOneDay)) return undefined;
  const orgs = askedPlaces(words, facts);
  const kinds = askedKinds(words).length > 0 || shortKind(words) !== undefined;
  const cut = staff ? (findCut(words)?.text ?? STATIONS.exec(words)?.[0]) : undefined;
  const isPart = period?.wide === true && orgs.some((name) => name.endsWith("组"));
  const asks = staff
    ? (kinds || isWho || isPart || (cut !== undefined && /统计|汇总/u.test(words))) &&
      (period !== undefined || orgs.length > 0 || cut !== undefined)
    : kinds && period !== undefined && orgs.length === 0 && !isWho;
  const went = isWho ? WENT_TO.exec(words) : null;
  const spot = went?.groups?.["spot"];
  const left = [went?.[0] ?? "", ...saidPlaces(words, facts), period?.text ?? "", cut ?? ""].reduce(
    (rest, name) => rest.replace(name, " "),
    words,
  );
  if (!asks || withoutKinds(left).replace(FILLER, "") !== "") return undefined;
  const stretch = period === undefined ? {} : { from: period.start, to: period.end };
  const place = spot === undefined || orgs.length > 0 ? {} : { org: spot };
  const asked = { name: staff ? "stats" : "my_reports", ...kindOf(words), ...stretch, ...place } as const;
  return { asked, words };
}

function kindOf(words: string): Pick<AskedFigure, "kind"> {
  const kind = shortKind(words);
  return kind === undefined ? {} : { kind };
}
