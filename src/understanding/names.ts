import { noChars, trimEnds, withBlanks } from "./char-set.ts";
import { everywhere, guarded } from "./guarded.ts";
import { isPassedOn } from "./is-passed-on.ts";
import { listNames, nameAt, type NameAt } from "./known-names.ts";
/** Names of deputies that a text mentions, in order, longer names first where one contains another. */
export function findNames(text: string, people: readonly string[]): string[] {
  const found: { name: string; index: number }[] = [];
  for (const name of people) {
    const index = text.indexOf(name);
    if (index >= 0 && !found.some((one) => one.name.includes(name))) found.push({ name, index });
  }
  return found.sort((a, b) => a.index - b.index).map((one) => one.name);
}

const JOINS = guarded(
  /(?:(?:和|与|跟|同|及|、|陪同?|会同|带|随同?|还有|以及|邀请?|约|偕|喊|叫|我们)(?:[到着起上了]|的是)?|(?:联名|联署|附议|参加|同行|随行|[同一]起?去|到场|搭档|搭[班伙伴]|同[班组伴车]|带队|领队|轮值|一个[班组]|召集人|主持|陪同)的?(?:代表|人员|人|者)?(?:还)?(?:就?是|有|为)?[::]?)[\s]*(?:我(?:们)?|[一-龥]{1,6}代表|我[、和跟与])?$/u,
);
// …,王芳代表,李明也去了: a name for itself, or with what he did there; 王芳介绍的 tells of no company.
const AFTER_COMMA = /[,，]\s*$/u;
const STANDS_ALONE = guarded(
  /^(?:代表|同志|委员|主任)?\s*(?:$|[,。;、()]|和|跟|与|同(?!意)|也|都|还|等|他们|[两三一]|在|到|参加|陪|帮|负责|记录|拍|开车|牵|带|领|组长|主讲|(?:有事)?(?:先|提前|中途))/u,
);
// 回来跟王芳说了, 给她打了电话: who was told, and not who came along.
const TOLD = guarded(
  /^(?:代表|同志|委员|主任)?(?:也|都|又)?(?:说(?![服和合通动])|讲(?!解|课|和)|汇报|通报|交代|打(?:了)?(?:个)?(?:电话|招呼)|报告|对接|请教)/u,
);
const AFTER = guarded(
  /^(?:代表|同志|主任|书记|老师)?(?:等|几个|他们|[两二三]位?(?:代表|人)?|一行)*[^,。;]{0,3}(?:一起|一道|一同|一块|陪同|也[去在来到]|同行|同去|参加|结伴|搭班|搭档|搭伙|做伴|坐一排|坐在一排|一并|一路(?!上)|均到|都到|带队|领着|带着(?:我们|大家)|召集|组织(?!的)|(?<!的)安排|主持|开的?车|[陪跟和][着起到]?我|同[班车组]|轮值|搭手|领头|到场|到会|在(?=[,。;]|$)|到(?=[,。;]|$)|两个|三个|我们|主持)/u,
);

// 龙海燕和我去走访, 王芳代表带队,我跟着去看.
const WITH_ME = guarded(
  /^(?:代表)?(?:[两二三]位?(?:代表|人)?)?(?:[今昨前]天|上午|下午)?(?:和|与|跟|同|、|[喊叫邀约带陪]着?(?:上|起)?|召集|通知|安排|带队,?|组织,?)我/u,
);
// 没跟李明一起, 不是和李明去的: who was not there.
const WITHOUT = guarded(/(?:没有?|不是|未)(?:再)?(?:[和跟与同喊叫约带]|叫上|喊上)$/u);
// 李明、王芳: whatever is said of one of a row is said of all.
const IN_ROW = guarded(/^(?:代表|同志|委员|主任)?\s*(?:和|与|跟|同|及|、|,|还有|以及)?\s*$/u);

/** Deputies who took part besides the speaker. */
export function findCompanions(said: string, people: readonly string[]): string[] {
  const text = withFullNames(said, people);
  const found = listNames(text, people);
  if (found.length === 0) return [];
  const company = new Set<string>();
  for (const row of rowsOf(text, found)) {
    const [first] = row;
    const last = row.at(-1);
    if (first === undefined || last === undefined) continue;
    const before = text.slice(Math.max(0, first.index - 10), first.index);
    if (WITHOUT.test(before)) continue;
    const after = text.slice(last.index + last.name.length);
    if (TOLD.test(after)) continue;
    const alone = AFTER_COMMA.test(before) && STANDS_ALONE.test(after);
    const joined = JOINS.test(before) || alone || AFTER.test(after) || WITH_ME.test(after);
    if (joined || (row.length > 1 && /^(?:代表)?(?:都|也|两|$)/u.test(after)))
      for (const { name } of row) company.add(name);
  }
  const none = NONE_CAME.exec(text)?.index ?? -1;
  const others = [...company].filter(
    (name) => !isApart(text.slice(text.indexOf(name) + name.length)) && text.indexOf(name) > none,
  );
  return /附议|提出的|提的|反映的|述职|代表(?:提|的)/u.test(text)
    ? others.filter((name) => !OWNER.test(text.slice(text.indexOf(name) + name.length)))
    : others;
}

// 张伟代表的议案, 我是钱玉兰, 到李明代表家里: whose it was, who speaks, and where, and nobody who came along.
const WHOSE = guarded(
  /^(?:代表)?(?:[一-龥]{2})?(?:[^,。;]{0,24}(?:议案|建议|附议|联名)|牵头|领衔|向[^,。]{1,6}述职|家|那边|他们|她们)/u,
);
const OF_WHOM = guarded(/(?:我(?:就|叫)?是?|这里是|附议了?|联名了?|联署了?|请教|给|向|为|替|帮)$/u);

/** True where somebody who is known stands in a record and no words tell what part he had in it. */
export const hasStranger = (text: string, people: readonly string[], company: readonly string[]): boolean =>
  listNames(text, people).some(
    ({ name, index }) =>
      !company.includes(name) &&
      !NONE_CAME.test(text.slice(index)) &&
      !(
        ABSENT.test(text.slice(index + name.length)) ||
        WITHOUT.test(text.slice(Math.max(0, index - 6), index)) ||
        OF_WHOM.test(text.slice(Math.max(0, index - 6), index)) ||
        WHOSE.test(text.slice(index + name.length))
      ),
  );

// 联名李明建议1件: his suggestion.
const HIS = guarded(/^(?:代表)?(?:关于[^,。]{2,20}的)?(?:议案|建议)/u);
const isApart = (after: string): boolean => ABSENT.test(after) || HIS.test(after);

// 原定和李明、王芳一起走访的,她俩都没来,我一个人走访了5户: none of those who were named before.
const NONE_CAME = guarded(
  /[,。;](?:结果|但是?|可是|不过|后来)?(?:(?:[他她]们?[俩仨]?|[俩仨]|两个)(?:人|都|也|又)*(?:临时|突然)?(?:有事)?(?:就|都)?)没(?:有)?(?:能)?(?:来|到|去)/u,
);

// 李明说他要带孙子就没有来, 邰忠缺: who was missed came along nowhere.
const ABSENT = guarded(
  /^(?:代表|委员|同志)?[^,。;和与跟]{0,12}(?:没有?(?:能|来|到|去|进|参加|(?:在)?一[起路道块同])|不是一[起路道块同]|缺席|缺(?=[,。;\s]|$)|请假|请了假|未(?:到|来|参加)|来不了|去不了|不在(?=[,。;\s]|$))/u,
);

function rowsOf(text: string, found: readonly NameAt[]): readonly NameAt[][] {
  const rows: NameAt[][] = [];
  for (const one of found) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (
      row !== undefined &&
      last !== undefined &&
      IN_ROW.test(text.slice(last.index + last.name.length, one.index))
    )
      row.push(one);
    else rows.push([one]);
  }
  return rows;
}

// 和李代表、王代表一起, 和小雅代表: the only one of that name who is known.
const BY_SURNAME = everywhere(/(?<=[和与跟同、,及陪随邀约喊叫到着])[一-龥]{1,2}(?=代表(?![团大]))/gu);
const withFullNames = (text: string, people: readonly string[]): string =>
  BY_SURNAME.replace(text, (called) => {
    const [only, other] = people.filter(
      (name) =>
        name.length > called.length &&
        (name.startsWith(called) || (called.length > 1 && name.endsWith(called))),
    );
    return only !== undefined && other === undefined ? only : called;
  });

// 张伟代表提出的议案: his motion, not his company.
const OWNER = guarded(/^(?:代表)?(?:提出|提|领衔|牵头|反映)?的|^(?:代表)?(?:提出|领衔|牵头)/u);

const RUMOUR = guarded(
  /^(?:[一-龥]{0,4}(?:支书|书记|主任|村长|镇长|干部)(?:说|讲)(?:他|她)|听说|听闻|闻悉|据悉|据说|听.{1,4}(?:说|讲)(?![^。;]{2,24}[,。;](?:我|走|看|去|到|协调|联系|接待|慰问|入户)[^,。;]{0,8}(?:了|\d))|看到(?:新闻|群里)|别人|人家|隔壁|他们?(?!们|都|也|还|就|说|反映|讲|想|要|希望|家)|她们?(?!们|都|也|还|就|说|反映|讲|想|要|希望|家))/u,
);
const OFFICE = guarded(
  /^(?:(?:今天|昨天|前天|上午|下午|上周[一二三四五六日天末]?|刚才)?(?:我们)?(?:(?:(?!组织|召集|发动|动员|[带跟和与同陪找请邀约喊叫])[一-龥]){0,4}(?:村|镇|区|乡|社区|局|街道))?(?:的|里)?(?![跟和与同陪找请])[一-龥]?(?:支书|书记|主任|镇长|区长|局长|村长|干部|工作人员|领导|网格员|民警|志愿者|医生|老师|其他代表|别的代表|有个代表|[一-龥](?<!天)代表(?!接待日|小组|联络|之家))(?:们)?)(?:昨天|今天|前天|上周.?|也|都|又|刚)?(?:去|来|到|在|组织|参加|走访|慰问|接待|调解|视察|开展|给.{1,8}送)/u,
);

// 李明牵头的议案我今天也签了名, 王芳代表带队,我跟着去看了4个工地: what the speaker did himself.
const OWN_PART = guarded(
  /我(?:们)?(?![^,。没不莫别]{0,8}(?:没|不|莫|别))[^,。没不莫别]{0,8}(?:签[了上]|签的?字|附议|附署|联[名署]|跟[着起到]|陪[着同]?|一起|一同|一道|都?参加了|出席了|列席了|也[去在]|投了|发了?言|(?:只好|就|便)?(?:一个人|自己|独自|单独)(?:去|到|走|在|把|接|看|值|跑|来))/u,
);
const HEARD = guarded(
  /^(?:[我才刚]*)?(?:在?(?:群里|新闻|报纸|电视|朋友圈|网)[^,。]{0,4}[看见说]|[看听]到[^,。]{0,2}(?:新闻|群里|说|讲)|听[说闻讲人别他]|闻悉|据[悉说])/u,
);

// 今天看到某代表在街上摆摊.
const SEEN = guarded(
  /^(?:[今昨前]天|刚才|上午|下午)?我?(?:在[^,。]{1,8})?(?:[看瞧碰遇][到见着]|看[^,。]{0,4}群里)[^,。]{0,3}$/u,
);

const NO_CHARS = noChars();
const LEADING = withBlanks(",。");

/** True when the doer is somebody else: hearsay, which makes no record of the speaker's. */
export function isHearsay(text: string, people: readonly string[]): boolean {
  const start = trimEnds(text, LEADING, NO_CHARS);
  if (OWN_PART.test(start) && !HEARD.test(start)) return false;
  const [seen] = listNames(start, people);
  if (seen !== undefined && SEEN.test(start.slice(0, seen.index))) return true;
  if (isPassedOn(start, people)) return true;
  const name = nameAt(start, 0, people);
  if (name !== undefined)
    return !/^(?:代表)?(?:、[一-龥]{2,3}|和[一-龥]{2,3}|,[一-龥]{2,3})?(?:[两二三]位)?(?:代表)?(?:和|与|跟|同|、|及|陪|约|喊|叫|带队,?|组织,?|带|领)(?:着|起)?我|^(?:代表)?(?:召集|组织|喊上?|叫上?|通知|安排|陪[着起]?)(?:了|着)?我|^[^,。]{0,8},我们[俩仨两三几]|^(?:代表)?(?:反映|说(?!(?:他|她|自己|下))|提)/u.test(
      start.slice(name.length),
    );
  return (
    RUMOUR.test(start) ||
    HEARD.test(start) ||
    (OFFICE.test(start) && !/我(?!们(?:村|镇|区|社区))/u.test(start)) ||
    laterName(start, people)
  );
}

const DAY_FIRST = guarded(/^(?:今天|昨天|前天|上午|下午|上周.?|刚才|这周.?|本月|\d{1,2}月\d{1,2}[日号])+,?/u);

// 昨天李明去走访了5户: a day, then somebody else's name, then what he did.
function laterName(start: string, people: readonly string[]): boolean {
  const day = DAY_FIRST.exec(start);
  if (day === null) return false;
  const rest = start.slice(day[0].length);
  const name = nameAt(rest, 0, people);
  return (
    name !== undefined &&
    !/我/u.test(rest) &&
    /^(?:代表)?(?:一个人|自己|也|又|他)?(?:去|来|到|在|走访|接待|参加|调解|慰问|视察|给)/u.test(
      rest.slice(name.length),
    )
  );
}
