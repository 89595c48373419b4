import { guarded, type Guarded } from "./guarded.ts";
import { listNames, replaceNames } from "./known-names.ts";

/** Whose record a message enters, and what it tells without the words that ask for it. */
export type Entered = { readonly name: string; readonly told: string };

// In what follows every known name is one character of its own, so that a pattern may say "a name".
const FIRST_MARK = 0xe000;
const NAME = "[\\ue000-\\ue0ff]";
const TITLE = "(?:老?代表|委员|同志|姐|哥|叔|伯|嬢|主任|书记|支书|老师)?";
const OWNER = `(?<owner>${NAME}|[一-龥]{1,2}(?=代表))${TITLE}`;
const ENTER =
  "(?:登记(?:入档|入册|备案|履职)?|录入(?:系统|平台|台账)?|补[录登记报填]|填[报写]?|上报|报[送备]|报(?!告|名|销)|记录?(?!得|者)|录|登|备案|[入存]档)";
const MUCH = "(?:一?[下哈声条个次笔]|[两二三四五六七八九十\\d]{1,2}[条项次]|履职|上|到|吧){0,4}";
const END = "[:,。;!)]{0,3}";
const THIS = "(?:这|此|本|该|上述|以上|以下|下列|下面)";

const WHY =
  "[^,。:;\\d]{0,16}(?:不便|不会|不太会|不大会|用不来|不方便|不太会|不识字|没电|坏了|住院|生病|病了|年纪|不好|没空|在外地|出差|不上网|看不清|看不见)[^,。:;\\d]{0,8}";

// How clerks and neighbours ask that it be entered; those that say whose it is themselves come first.
const WISHES: readonly Guarded[] = [
  // 此条记付代表, 请登记在娄代表名下, 算李明的:, 这条是李明的:
  `[,。;(]?(?:请|麻烦|帮忙?)?(?:[将把])?${THIS}(?:[条项次笔个]|履职|记录|活动){0,3}(?:请|均|都)?(?:[记计算归登录入]|登记|录入)[入到在给于至]?${OWNER}的?(?:名下|头上|账上|履职|记录|这边){0,2}${END}`,
  `[,。;(]?(?:请|麻烦|帮忙?)?(?:[记计算归登录挂]|登记|录入)[入到在给于至]${OWNER}的?(?:名下|头上|账上|档案)${END}`,
  `^(?:算|记|这[条个次项笔]?是|帮|给|替)${OWNER}的[:,]`,
  // 代表:王芳 日期:…
  `^[^:,。]{0,8}?(?:^|[\\s,。;]|填|录|登记?|报)(?:履职)?(?:代表|姓名|履职人|履职代表)(?:姓名)?:\\s*${OWNER}[\\s,。;]+`,
  // 以下为某代表9月履职:
  `^(?:${THIS}(?:[为是]|系))${OWNER}[^:,。]{0,10}(?:履职|记录|情况|活动)[^:,。]{0,6}:`,
  // 给某补上:, 替我们村某代表说一声, 现代表某同志登记履职一次:, 录某代表一条,
  `^[,\\s]*(?:我(?:是|来|想)?)?(?:现|兹|特|受)?(?:给|替|帮|代表?|为|受)(?:我们?[村镇乡区组]?的?|[一-龥]{2,6}[村镇乡组社区]的?)?${OWNER}(?:的?委托)?,?(?:代[其为])?(?:${ENTER}|说|讲|汇报|补|反馈|转达|表态)(?:${MUCH})${END}`,
  // 某代表提到的问询,我补进来:
  `^${OWNER}(?:刚才|上次|那天)?(?:提到|提起|说起?|讲起?|报)的[^,。:;]{1,10}[,:]?我(?:来|就|给|帮|替|代)*[他她]?(?:${ENTER}|补)(?:${MUCH}|进来|进去){0,2}[:,。]`,
  `^(?:请|麻烦|帮忙?)?(?:录|登|记|补)${OWNER}(?:[一两三\\d][条笔个])${END}`,
  // 某代表代录两条。
  `^${OWNER},?代(?:为)?${ENTER}${MUCH}[:,。;](?!\\s*${NAME})`,
  // 由我代为录入, 现由镇人大办填报:
  `[,。;(]?(?:现|特|兹|已|均|一并|故)?由(?:我|本)?[一-龥]{0,8}?(?:代[为其他她]?|帮[忙其他她]?|统一)${ENTER}${MUCH}${END}`,
  // 让我在这里说一声, 要求代为登记, 托我转告你们
  `[,。;(]?(?:[他她其](?:本人)?)?(?:今[天日]|昨[天日]|刚才)?[让叫喊请托]我(?:办|们|单位|站)?(?:在这[里儿]|在群里|帮[忙着到]?|代[为]?|替|给|[他她]|来|这边){0,5}(?:${ENTER}|说|讲|转[告达]|代笔|汇报)(?:你们|领导)?${MUCH}${END}`,
  // 石开贵代表委托本人代报
  `[,。;]${OWNER}(?:委托|托|请|让|叫|喊)(?:我|本人)(?:代[为其]?|帮[他她忙]?|替[他她]?)${ENTER}${MUCH}[。!]*$`,
  `[,。;(]?(?:委托|拜托|要求|请求|请|托)(?:我(?:办|们|单位|站)?|本[办站人])?(?:代[为其]?|帮[忙其]?)?${ENTER}${MUCH}${END}`,
  // [镇人大办]代报:, …,代录。
  `^[^,。:\\d]{0,8}?代(?:为|他人|本人|理)?(?:${ENTER}|陈述|述|报告|汇报)[:,]`,
  // …10月27日她又接待选民5人。我代她填的。, 我是乡人大办的,替他填。
  `[,。;(](?:我是[^,。;]{1,10},)?(?:我|现|特)?(?:帮|替|给|代)[他她其]${ENTER}(?:${MUCH})的?[。)!]*$`,
  // 某代表来电让登记,9月20号…
  `^${OWNER}(?:今天|昨天|刚才)?(?:打?来?电话?来?|捎话|托人|口述|说)?,?(?:[让请要叫喊托]|委托,?)(?:我|办公室|站里)?(?:帮[他她忙]|代为?|替[他她]|给[他她])?${ENTER}${MUCH}[:,。]`,
  // 补录培训:某代表…, 我是联络员,某代表今天值班
  `^(?:请|麻烦|帮忙?|协助){0,5}(?:补[录登记报填]?|登记?|录入?)(?![^:]{0,8}(?:附议|联名|签名))[^,。:;\\d\\ue000-\\ue0ff]{1,8}:(?=\\s*${NAME}(?:代表|同志|委员)(?!的|提|领衔|牵头|组织|召集))`,
  `^我是[^,。;:]{0,8}(?:联络员|工作人员|办事员|专干|专员|站长|秘书)[,。:](?=${NAME}(?:代表|同志|委员)(?![和跟与同]|,?我))`,
  `^${OWNER}(?:刚才|上次|那天)?(?:说|讲|提到?|报)的(?:那|这)[次回条件][^,。:;]{0,6},(?=\\d{1,2}[月号日]|[今昨前]天)`,
  `^[^,。:;\\d\\ue000-\\ue0ff]{2,6}(?:情况|记录|登记|活动):(?=${NAME}(?:代表|同志|委员)(?:于|[今昨前]天|\\d))`,
  // (站里代填)某代表…
  `^\\([^()\\d]{0,8}(?:代为?|帮[忙其]?)${ENTER}\\)`,
  `^(?:请|麻烦|帮忙?|协助|再|又|还有?|另外?){0,5}(?:${ENTER}|补)${MUCH}[:,]`,
  `[,。;(](?:特|现|故|我|已)?代(?:为)?${ENTER}${MUCH}[。)!]*$`,
  // …不太会用手机,帮她登记一条:
  `[,。;(](?:我|现|特)?(?:帮|替|给|代)[他她其](?:${ENTER}|说|报)${MUCH}[:,]`,
  `[他她](?:口述|说)[,]?我来?${ENTER}[:,]`,
  // 某代表反馈,她7月29日…, 某代表上报:9月11日…, 某代表腿脚不好,他2月6号…
  `(?<=^${NAME}(?:代表|同志|委员))(?:反馈|报来|报告|汇报|[上电]?报|告知|电告|来电(?:[称说])?|来函|函告)[:,](?=[他她其]?(?:[今昨前]天|[今昨]日|\\d{1,2}[月号日])(?![^。]{0,16}(?:请假|将|不能|要)))`,
  `(?<=^${NAME}(?:代表|同志|委员))${WHY}[,。](?=[他她其](?:[今昨前]天|[今昨]日|\\d{1,2}[月号日])(?![^。]{0,16}(?:请假|将|没|未|不能|要)))`,
  // 某代表在…述职,到场62人,材料我已存档
  `[,。;][^,。;我]{0,6}(?:材料|资料|照片|签到表?)?我(?:这边)?(?:已经?|都)?(?:存档|归档|收齐|收好|收了|留存|备案)[了好]?[。!]*$`,
  // 请予登记, 请录入系统
  `[,。;(](?:特|现|敬|烦|望|还)?(?:请|麻烦|劳烦|烦请|望)(?:予以?|帮[忙助]?|协助|贵办|你们?|办公室|及时|一并|代为?|工作人员|给){0,5}${ENTER}${MUCH}(?:在案)?[。!)]*$`,
].map((source) => guarded(new RegExp(source, "u")));

// The day, the village, the kin that may stand before whose record it is.
const BEFORE =
  /(?:^|[,。;:(\s])(?:我们?[村镇乡区组]的?|我[爸妈爷奶叔伯舅姑姨哥姐弟妹公婆]{1,2}(?:是|就是)?|[一-龥]{2,6}[村镇乡区]的?|联络员|\d{1,2}月\d{1,2}[日号],?|[今昨前][天日](?:上午|下午)?|[上本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|[日号天]|[上下]午){0,6}$/u;
const WITH_ME =
  /^(?:代表)?(?:(?:昨天|今天)?[和与跟同、及,]{1,2}(?:我|[\ue000-\ue0ff])|[也都]?(?:一起|一道|一同|陪同|同行|同去|在场)|[^一-龥]*$)|^(?:代表)?(?:提出?|领衔|牵头)?的[^,。]{0,16}(?:建议|议案)[^,。]{0,4},[^。]{0,12}[\ue000-\ue0ff]/u;
// 11月12日某代表在某处捐赠…: told of somebody in the words of a register, and by nobody else.
const DAY = "(?:(?:\\d{4}年)?\\d{1,2}月|[上本]个?月)\\d{1,2}[日号]";
const REGISTERED = guarded(
  new RegExp(
    `^(?:${DAY}(?:上午|下午)?,?${NAME}(?:代表|同志)|${NAME}(?:代表|同志)于?${DAY})(?![也又])(?![^,。]{0,6}(?:将|拟|计划|未|因|请))(?![^。]{0,80}(?:厉害|真|太|辛苦|点赞|勤快|学习他|佩服))(?:[^我吧呢啊!了]{0,160}\\d[^我吧呢啊!了]{0,60}$|[^我吧呢啊!]{0,120}[,。;](?:共|并)?(?:收到|收集|征集|记录|听取|梳理)[^,。;]{0,6}(?:意见|建议|问题)[^,。;]{0,4}\\d[^我吧呢啊!]{0,160}$)`,
    "u",
  ),
);
// 我 who did it himself, not 我们村, 我办.
const MYSELF =
  /我(?!是[^,。]{0,8}(?:联络员|工作人员|办事员|专干)|们?(?:[村镇乡区组县市办站院局厂寨]|街道|单位|社区)|[爸妈爷奶叔伯舅姑姨哥姐弟妹])/u;
// 因病住院, 今日来电: why somebody else enters it.
const REASON = new RegExp(
  `^(?:${WHY}|[^,。:;\\d]{0,16}(?:来电|来函|打电话|来电话|捎话|口述)[^,。:;\\d]{0,8})[,。:;]`,
  "u",
);
const MOST_REASONS = 3;

/** Finds whose record is entered by somebody else who says so; undefined where nobody does. Linear in the length. */
export function findEntered(said: string, people: readonly string[]): Entered | undefined {
  const text = withFullName(said, people);
  const names = [...new Set(listNames(text, people).map((one) => one.name))];
  if (names.length === 0 || names.length > 200 || /[\ue000-\ue0ff]/u.test(text)) return undefined;
  const toMark = (name: string): string => String.fromCharCode(FIRST_MARK + names.indexOf(name));
  const toName = (mark: string): string => names[mark.charCodeAt(0) - FIRST_MARK] ?? mark;
  const marked = replaceNames(text, names, toMark);
  for (const wish of WISHES) {
    const match = wish.exec(marked);
    if (match === null) continue;
    const { index } = match;
    const after = marked.slice(index + match[0].length);
    const told = index === 0 ? after : `${marked.slice(0, index)},${after}`;
    const owned = match.groups?.["owner"];
    const owner = owned === undefined ? subjectOf(told) : ownerOf(owned, told, names, toMark);
    if (owner === undefined || (owned === undefined && MYSELF.test(told))) continue;
    const rest = replaceMarks(without(told, owner), toName);
    return /[一-龥]{2}/u.test(rest) ? { name: toName(owner), told: rest } : undefined;
  }
  const owner = REGISTERED.test(marked) ? subjectOf(marked) : undefined;
  return owner === undefined
    ? undefined
    : { name: toName(owner), told: replaceMarks(without(marked, owner), toName) };
}

// 娄代表让我替他报: the only one of that surname who is known.
const SURNAME = guarded(/^[一-龥]{1,2}(?=代表(?![团大会]))/u);
function withFullName(text: string, people: readonly string[]): string {
  const surname = SURNAME.exec(text)?.[0];
  if (surname === undefined) return text;
  const called = people.filter((name) => name.startsWith(surname) && name.length > surname.length);
  return called.length === 1 ? text.replace(surname, called[0] ?? surname) : text;
}

// 付代表 is the one of that surname who was named, or the only one who is known.
function ownerOf(
  said: string,
  told: string,
  names: readonly string[],
  toMark: (name: string) => string,
): string | undefined {
  if (/[\ue000-\ue0ff]/u.test(said)) return said;
  const subject = subjectOf(told);
  const called = names.filter((name) => name.startsWith(said)).map(toMark);
  return called.find((mark) => mark === subject) ?? (called.length === 1 ? called[0] : undefined);
}

function subjectOf(told: string): string | undefined {
  for (const match of told.matchAll(/[\ue000-\ue0ff]/gu)) {
    const before = told.slice(Math.max(0, match.index - 24), match.index);
    if (BEFORE.test(before) && !WITH_ME.test(told.slice(match.index + 1))) return match[0];
  }
  return undefined;
}

// What is told, as its doer would tell it: without his name and why another one writes.
function without(told: string, owner: string): string {
  const [before = "", ...after] = told.split(owner);
  let rest = after
    .join("")
    .replace(/^\s*(?:代表|委员|同志|姐|哥|叔|伯|嬢|主任|书记|支书|老师)?[)]?\s*的?/u, "");
  for (let nth = 0; nth < MOST_REASONS; nth += 1) rest = rest.replace(REASON, "");
  return `${before.replace(/(?:我们?[村镇乡区组]的?|我[爸妈爷奶叔伯舅姑姨哥姐弟妹公婆]{1,2}(?:是|就是)?|[一-龥]{1,2}代表\()$/u, "")}${rest}`
    .replace(/(?<=^|[,。:;\s]|[日号天]|[上下]午)[他她其](?!们|[他中余])/gu, "")
    .replace(/,{2,}/gu, ",")
    .replace(/^[\s,。:;]+/u, "");
}

const replaceMarks = (text: string, toName: (mark: string) => string): string =>
  text.replace(/[\ue000-\ue0ff]/gu, toName);
