import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { kindWords } from "./asked-kinds.ts";

/** A question of what deputies did, without the words that ask; `who` where it asks which of them. */
export type AsksOf = { readonly words: string; readonly who: boolean };

const LONGEST = 30;
const LEAD =
  /^(?:请问|我(?=[想要来问查看])|[想要问查]|看(?!望)|知道|了解|一?下|帮(?:我|忙)|给我|麻烦|那么?|对了|[,:\s])+/u;
const END = /[?。!呢啊呀哦嘛哈噻\s]+$/u;
const UNIT = "(?:人次|小时|[户家个位名人次件条场起回趟份天])";
const WHOM = "(?:困难(?:群众|户|家庭)|群众|选民|居民|村民|老百姓|企业|商户|农户|纠纷|矛盾|代表|人)?";
/** Which of the deputies, or how many of them. */
const WHO = new RegExp(
  "(?<![了过访待跟和与找问])(?:有)?(?:谁(?!家)|哪(?:些|几[个位名]|[个位])(?:人大)?(?:代表|人(?!家))|(?:几|多少)[个位名]?(?:人大)?代表)(?:都|在|是)*",
  "u",
);
// 认了没, 去了没有, 走访没得, 是不是去了, 去没去: whether it was.
const WHETHER = new RegExp(
  [
    "(?:[了过]?(?:没有?|没得|吗|么)|[了过]?(?:是不是|对不对|对吗))$",
    "(?<=[^,]{2})(?:有没有|是不是|是否|有无)(?=[^,]*$)",
    "(?<one>[去到来报记做干走])[没不]\\k<one>(?=[^,]{0,8}$)",
  ].join("|"),
  "u",
);
// 做了啥, 走了几户, 去了哪些地方: what, how much and where.
const WHAT = new RegExp(
  `(?:(?:好)?多少${UNIT}?(?:人家)?${WHOM}|多少[一-鿿]{1,3}|(?<![十好百])几${UNIT}${WHOM}|(?<![十好百])几[袋桶斤箱床盏块元本张包瓶件套][一-鿿]{0,3}|(?:些|点)?(?:什么|啥子?|哪样|哪些|哪里|哪儿|哪几[个家户处])(?:履职|工作|活动|事情?|名堂|地方|村(?:子)?|活)?)[了过的]*$|(?:干|做|搞|忙)(?:嘛|啥子?|什么|哪样)[去来了的]*$|(?:去|到|跑)(?:了|过)?哪(?:里|儿)?[去了]*$`,
  "u",
);
// 了解有没有困难, 问了哪些事: what was asked there, and by whom it is told.
const EMBEDDED =
  /问(?!题)|了解|看看|查看|摸排|核实|宣[讲传]|打听|商量|讨论|研究|征求|听取|[说讲谈聊]|反映|检查/u;
const AN_ORDER = /^(?:再|还要?|另外|也|又|接着|顺便)?(?:请|麻烦)?(?:代[报记录填]|[替帮给为代把将])/u;
const AMOUNT = /\d+多?(?:户|家|人|件|场|起)|[一二两三四五六七八九十]+(?:多)?(?:户|家|起)/u;
// 谁次次都到, 谁全勤: of attendance, and of no deed.
const ATTENDED = /次次|每[次场回]|回回|场场|全勤|到(?:会|场|齐)?$|出席|缺席|请假/u;
// 一共有多少代表: how many there are, and nothing of what they did.
const NOTHING_ELSE = /^(?:一共|总共|共|现在|目前|我们?|全?[区镇乡县]|里|有|都|的)*$/u;
const NOT_DONE = /[没未](?=[^,]{2})/u;

/**
 * What is asked of the deeds of a deputy by name, or of which deputies did something: one short clause that ends or begins
 * as a question. Undefined where something is told, whatever else is asked in it: 李明走访时问大家有什么困难.
 */
export function asksOfDeeds(text: string, facts: Pick<Facts, "people" | "today">): AsksOf | undefined {
  const line = text.normalize("NFKC").trim().replace(LEAD, "").replace(END, "");
  if (line.length > LONGEST || /[,。;:、]/u.test(line) || AN_ORDER.test(line)) return undefined;
  // 走访几户接待几人 asks for both.
  if ((line.match(kindWords()) ?? []).length > 1) return undefined;
  return asksWho(line, facts) ?? asksOfSomebody(line, facts);
}

// 昨天有几个代表下村了; 谁没走访 is of who did nothing.
function asksWho(line: string, { today }: Pick<Facts, "today">): AsksOf | undefined {
  const [day] = findDates(line, { today, prefer: "past" });
  const found = WHO.exec(line);
  if (found === null || NOT_DONE.test(line) || AMOUNT.test(line) || ATTENDED.test(line)) return undefined;
  const before = line.slice(0, found.index);
  if (NOTHING_ELSE.test(line.replace(found[0], ""))) return undefined;
  if (EMBEDDED.test(before) || (day === undefined && before.length > 4)) return undefined;
  return { words: line.replace(found[0], " ").replace(WHETHER, " "), who: true };
}

function asksOfSomebody(line: string, { people }: Pick<Facts, "people">): AsksOf | undefined {
  const [person] = findNames(line, people);
  const found = WHETHER.exec(line) ?? (AMOUNT.test(line) ? null : WHAT.exec(line));
  if (person === undefined || found === null) return undefined;
  const before = line.slice(0, found.index);
  const behind = before.slice(before.indexOf(person) + person.length);
  if (!before.includes(person) || EMBEDDED.test(behind)) return undefined;
  const doubled = found.groups?.["one"] ?? "";
  return { words: line.replace(found[0], ` ${doubled}`), who: false };
}
