import type { Day } from "#src/domain/day.ts";
import type { OpinionDraft } from "#src/domain/draft.ts";
import { asRepaired } from "./as-repaired.ts";
import { isSorted, rankCategories } from "./categories.ts";
import { cutText } from "./cut-text.ts";
import { isContent } from "./content.ts";
import { followsOn, saysNoMatter } from "./follows.ts";
import { guarded } from "./guarded.ts";
import { askLeft, SPOKEN } from "./left-untold.ts";
import { mainKind } from "./kinds.ts";
import { weighMatters } from "./matters.ts";
import { isHearsay } from "./names.ts";
import { readRecords } from "./read-records.ts";
import { reconsider } from "./reconsider.ts";
import { toCanon } from "./sense/canon.ts";
import { isThreat, toOpinion } from "./opinions.ts";
import { splitEnumeration } from "./split-enumeration.ts";
import { withoutSpeaker } from "./without-speaker.ts";
import { complains, isMatter, isProblem } from "./problems.ts";
import { tellStory } from "./story.ts";
import { AND_THEN } from "./telling.ts";
import type { Story } from "./told.ts";
import { ASKABLE, type Askable, type ReadingContext, type Understanding } from "./understanding.ts";
import { isUrgent } from "./urgent.ts";
import { isDenial, isPlan, isThanks } from "./words.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/** Nobody tells of more in one breath: of a text that seems to, the rest is left unread, and all of it is asked. */
const MOST = 200;

/** What a message tells: records and opinions, or nothing of the kind; `known` is what it surely tells. */
export function account(
  said: string,
  today: Day,
  context: ReadingContext,
  known?: "report" | "opinion",
): Understanding {
  const text = asRepaired(said, context);
  if (known === undefined && isNothing(text, context)) return NOTHING;
  const story = reconsider(tellStory(text, known), text, () => toCanon(text, context.people, context.places));
  const spoken = heard(story)
    .flatMap(splitEnumeration)
    .map((voice) => ({ voice, opinion: toOpinion(voice, context.places) }))
    .filter(({ opinion }) => opinion.text.length > 1 && !EMPTY.some((one) => one.test(opinion.text)));
  const weighed = weighMatters(story.records, spoken, context, LISTS.test(text));
  const { opinions } = weighed;
  const beside = withoutVoices(text, spoken);
  const read = readRecords(weighed.records.slice(0, MOST), text, beside, today, context);
  const reports = read.map((one) => one.draft);
  const all = weighed.records.length > MOST ? ASKABLE : weighed.ask;
  const unknown = reports.length > 0 && FORGOT.test(text) ? (["date"] as const) : [];
  const left = askLeft(beside, reports, today, context.people);
  const ask = [
    ...new Set([...read.flatMap((one) => one.ask), ...unknown, ...left, ...all, ...doubts(opinions)]),
  ];
  if (reports.length === 1 && STAYED_AWAY.test(beside))
    return { intent: "report", reports, opinions, ask: ASKABLE };
  if (reports.length > 0) return { intent: "report", reports, opinions, ask };
  if (opinions.length > 0) return { intent: "opinion", reports: [], opinions, ask };
  if (story.records.length === 0 && story.voices.some(isAnnounced))
    return { ...NOTHING, intent: "opinion", ask: ["text"] };
  return { ...NOTHING, ask: mayMean(story) ? UNKNOWN : [] };
}

// 走访5户,群众反映路灯前天坏了: the day of a matter is none of the deed.
const withoutVoices = (text: string, spoken: readonly { readonly voice: string }[]): string =>
  spoken.reduce((left, { voice }) => left.replace(voice, SPOKEN), text);

// 我们组昨天视察了学校,我请假没去: whether there is a record at all.
const STAYED_AWAY = guarded(
  /[,。;](?:但是?|不过|可是|只是)?我(?:个人|自己|本人)?(?:请假|有事|生病|加班|出差|因[^,。;]{1,8})?[,。]?(?:就|都|也)?(?:没(?:有)?|未)(?:能)?(?:去|参加|到场|到(?=[,。;]|$))(?:成|上)?(?!过|别)[^,。;]{0,4}[,。!\s]*$/u,
);

// 先报走访,哪天报不准: that nobody knows the day.
const WHICH_DAY = "(?:是)?(?:哪[一]?天|几号|什么时候|具体(?:日期|时间|日子)|日子|日期)";
const NOT_SURE =
  "(?:记不(?:清|得|住|起|准)|(?:说|报|想)不(?:准|清|起)|不记得|忘(?:了|记|掉)|搞忘|不(?:太)?确定)";
const FORGOT = guarded(
  new RegExp(`${NOT_SURE}[^,。;]{0,4}${WHICH_DAY}|${WHICH_DAY}[^,。;]{0,4}${NOT_SURE}`, "u"),
);

function isNothing(text: string, { people }: ReadingContext): boolean {
  if (isThanks(text)) return true;
  return isHearsay(text, people) && (mainKind(text) !== undefined || !complains(text));
}

// 有群众来反映问题: that there is something, and not what.
const isAnnounced = (voice: string): boolean => ONLY_ANNOUNCES.test(withoutSpeaker(voice));

// 听到三件事:①…, 收到两条,一条说…: what follows are matters, whatever they resemble.
const LISTS = guarded(
  /(?:意见|建议|问题|诉求|反映|情况|要求|希望|盼|提出|[\d一二两三四五六七八九十几]{1,3}[件条点个样桩宗项]事?)[^,。;:]{0,8}[:,]\s*(?:[①⑴(]|1[.、)]|[-•·]|一[、是条个件]|[^\s,。;:、]{2,12}、)|[\d一二两三四五六七八九十]{1,3}[件条点个](?:意见|建议|问题)?\n|的(?:事情?|问题):\s*一是[^,。;]{2,20}[,;。]\s*二是/u,
);

function heard({ voices, lead, undone, records }: Story): readonly string[] {
  const told = voices.filter((voice) => COURTESY.replace(voice, "").trim().length > 1 && !isContent(voice));
  if (records.length > 0) return joined(told, isThreat);
  const [first = "", ...more] = told;
  if (told.length > 0 && (followsOn(lead, first) || (lead.trim().length >= 6 && ONLY_GRUMBLES.test(first))))
    return joined([lead + first, ...more]);
  if (told.length > 0 && isWishOf(lead, first)) return joined([lead + first, ...more]);
  if (told.length > 0) return lead !== "" && isProblem(lead) ? joined([lead, ...told]) : joined(told);
  const own = COURTESY.replace(lead, "");
  return !undone &&
    own.length >= 5 &&
    (isProblem(own) || isMatter(own) || ASKS.test(own) || isUrgent(own)) &&
    !FIRST.test(own)
    ? cutText(own, AND_THEN.list(own))
    : [];
}

// 驿站远三公里,职工抱怨: whose matter that was.
const ONLY_GRUMBLES = guarded(
  /^[^,。;:]{0,8}(?:抱怨|叫苦|诉苦|埋怨|吐槽|发愁|念叨|反映|投诉)(?:得很|不已|不断|连连|多次|过)?[,。!]*$/u,
);

// 农家乐淡季没客人,店家盼着文旅局帮忙: what somebody wishes for, and of what.
const WISHES = guarded(/^[^,。]{1,8}(?:盼|希望|想|要求|请|建议|求|就想)/u);
const isWishOf = (lead: string, voice: string): boolean =>
  lead.trim().length >= 6 &&
  WISHES.test(voice) &&
  isSorted(lead) &&
  (/没|不|少|缺|难|无/u.test(lead) || rankCategories(voice).category === rankCategories(lead).category);

const joined = (
  voices: readonly string[],
  goesOn = (voice: string): boolean => isThreat(voice) || saysNoMatter(voice),
): string[] =>
  voices.reduce<string[]>((all, voice) => {
    const last = all.pop();
    if (last === undefined) return [voice];
    return goesOn(voice) ? [...all, last + voice] : [...all, last, voice];
  }, []);

// 建议在村口装路灯: a wish, whatever it is about.
const ASKS = guarded(/^[\s,]*(?:建议|希望|请求|呼吁|恳请|要求)/u);

// What the speaker does himself is no complaint of a resident.
const FIRST = guarded(
  /^我(?!们|家|妈|爸|娃|孩子|老家|村|的)(?!.{0,8}(?:反映|建议|希望|发现|觉得|认为|要求|住))/u,
);
// 接待选民, said before what they brought up.
const ONLY_A_DUTY = guarded(/^(?:今天|昨天)?(?:接待|走访)(?:了)?(?:选民|群众|村民|居民)?$/u);
// 4个人都说晓得了: that they agree is no matter of theirs.
const ONLY_AGREES = guarded(
  /^(?:都|全部|也|表示|均|他们|说|对[^,。]{2,8}){0,5}(?:很|非常|比较|挺|十分)?(?:晓得|知道|明白|清楚|满意|同意|认可|没(?:有|得)?(?:啥|什么)?意见|没问题|可以|感谢|谢谢|高兴|放心|理解|接受|支持|欢迎|赞成|要得|好|(?:日子|生活|条件|环境)?(?:越来越好|好过|好多|变好|过得(?:还)?(?:可以|不错|好)))(?:得很|了|的|啦|咯|感谢|政府|代表)*[,。!]*$|^[^,。]{0,8}(?:盼|等)了?(?:好|很|太)?(?:久|[几多一二三四五六七八九十两]{1,3}年)[了的]?[,。!]*$/u,
);
// 选民要求:, 老板们提了两个难处: who speaks, before what is said; 大家看着转一下: what comes after it.
const ONLY_SPEAKS = guarded(
  /^[^,。;:]{0,6}(?:群众|居民|村民|选民|老百姓|业主|商户|老板|企业|家长|住户|职工|大家)们?(?:都|也|还)?(?:提|讲|说|反映|要求|希望|诉求|谈)(?:出|到)?了?(?:(?:[\d一二两三四五六七八九十几]{1,3}[条个点件样桩项]?)(?:大)?(?:难处|困难|难题|要求|意见|建议|问题|诉求|事情?)?)?$|^(?:大家|你们|请|麻烦|领导|代表|帮忙?|看着|看看?|给|就){1,4}(?:转|转交|转办|处理|协调|办|反映|安排)(?:一[下哈]|下|哈)$/u,
);
const ONLY_ANNOUNCES = guarded(
  /^(?:[^,。;:]{0,14}(?:老人|群众|居民|村民|选民|业主|住户|家长|商户|大家|大伙儿?|乡亲|老乡|乡邻|街坊|职工|工人)们?(?:都|还|也|在|集中|主要|普遍)*(?:[托让叫请喊]我(?:们)?(?:帮忙?|来|给)?)?(?:反映|说|讲|提出?|提到|投诉|问|带)(?:一?下|一?哈)?|有?(?:[\d一二两三四五六七八九十几]{1,3}[个件样桩条]|一些|点)(?:小|大)?(?:问题|意见|事情?|情况)?(?:[要想需得][要跟向给]?(?:你们?|您|代表|上面|领导|大家)?(?:反映|说|讲|报|汇报|提)(?:一?下|一哈)?)|(?:一?个|几个|点|些|一?[条件桩])(?:问题|意见|事情?|情况)(?:,(?:你们?|请|麻烦|帮).{0,8})?|(?:反映)?(?:的)?事项|(?:问题|意见|情况)?(?:汇总|清单|台账|记录|登记表?|摘要)(?:表)?(?:如下)?(?:\([^)]{0,16}\)|[\d年月日号至到-]+)?|的?(?:主要|都|比较)?(?:集中|归纳|总结)(?:在|起来|为|成)?(?:就?是|有)?[\d一二两三四五六七八九十几]{1,2}[件个条点](?:方面)?的?(?:事情?|问题|意见)?|一下|给?反映一下|(?:我|我们)?(?:先|再|就|给你们?)?(?:讲|说|反映|汇报|提)?(?:以下|如下|下面)?(?:我|这|有|的)?(?:(?:\d{1,2}|[一二两三四五六七八九十几])[个条点件桩样宗项句]?)?(?:方面)?的?(?:话|心里话|强烈|很大|较大|不小)?(?:意见|问题|建议|诉求|情况|反映|事情?)?(?:如下|有)?(?:哈|啊|呢|嘛)?)$/u,
);
// 驻站半天,没有人来.
const ONLY_NOBODY = guarded(
  /^(?:没(?:有|得)?(?:什么|哪样|几个)?人(?:来|上门|找|反映)|无人(?:来访|上门|反映)|一个(?:人)?(?:都|也)没(?:有|得)?来?)[^,。]{0,4}$/u,
);
/** What is no matter, though it was said. */
const EMPTY = [ONLY_NOBODY, ONLY_ANNOUNCES, ONLY_A_DUTY, ONLY_AGREES, ONLY_SPEAKS];
const COURTESY = guarded(
  /(?:谢谢|感谢|辛苦|麻烦)[^,。]{0,8}[。!]*\s*$|^[\s,。]*(?:代表|领导|主任)?(?:您|你)好[,。!]*/u,
);

/** When it cannot be told what a message wants, nothing that it says is known. */
const UNKNOWN = ASKABLE;

// A duty's word, a number, a wrong or a resident's matter: more than small talk, but not told of as done or wrong.
function mayMean({ lead, undone }: Story): boolean {
  if (
    undone ||
    lead.trim().length < 5 ||
    isPlan(lead) ||
    isDenial(lead) ||
    /天气|吃饭|哈哈|节日|快乐/u.test(lead)
  )
    return false;
  return complains(lead) || rankCategories(lead).confidence > 0 || /\d|户|代表|选民|群众|建议|会/u.test(lead);
}

const doubts = (opinions: readonly OpinionDraft[]): Askable[] =>
  opinions.some((one) => !isSorted(one.text)) ? ["category"] : [];
