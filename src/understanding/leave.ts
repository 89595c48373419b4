import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";
import { listMatches } from "./list-matches.ts";

const WANTS = guarded(
  /请(?:个|一?天|半天|两天|几天|病|事|产|婚|丧|年)?假|告(?:个)?假|(?:我|会|活动|视察|培训|学习|会议|座谈会|调研|小组|检查)[^,。]{0,6}(?:就)?(?:来|去|参加|到)不(?:了|成|起|到)|(?:来|去|参加)不(?:了|成)(?:[,。]|$|活动|会|小组|视察|培训)|(?:来|去|到|参加)不(?:了|成|到|起)[^,。]{0,2}(?:会|活动|培训|学习|视察|[,。]|$)|没法(?:来|去|参加)|不能(?:来|去|参加|到会|出席|按时)|无法(?:参加|到会|出席)|走不(?:脱|开|成)|[抽脱]不(?:开|出|了)身|(?:来|去|参加|到)不(?:起|了|成)|(?:会议?|活动|学习|培训|视察|调研)假(?:[一1]?[天次])?[。]*$|恕不?能?(?:到|来|参加|出席)|缺席[^,。]{0,4}(?:一下|一次)|不来了|就不去了/u,
);
const OTHERS = guarded(
  /群众|居民|村民|业主|反映|(?:水|电|气|网|车|信号|班车)[^,。]{0,3}(?:来|去|走)不|(?:医生|老师|司机|工人)[^,。]{0,4}请假|谁|哪些|多少|几(?:个|次)|请了?假,?(?:没有?|未)能?(?:到|来|去|参加)|请假的(?:人|代表|多|少)/u,
);

// 我去了,蒲秀珍请假没来; 全程没请假; 厂里不准请假: told of who was there or of a rule, and no wish.
const BESIDE = guarded(
  /(?:^|[,。;])(?:但|不过|只有)?我(?:自己|本人|这边)?(?:能|会|可以|肯定|一定|照常|按时)(?:能)?(?:到|来|去|参加|出席)(?:会议?|活动|培训|学习)?(?:的|了)?(?=[,。;!]|$)|我们?[也都]?(?:去|到|参加|出席|列席)了(?!不)|我[^,。]{0,2}全程(?:参加|在场|到会|出席|列席)|(?:没有?|未|从不)请过?假|[不难](?:准|让|许|给|批)?请假|一请假|请假[就要都]?扣|请不到假|请(?:了)?假(?:没|未)有?(?:来|到|去|参加)|(?:实?到|来)了?[\d一二两三四五六七八九十]{1,3}[个名位]?(?:代表|人)(?!大)/u,
);

// The first that fits wins; care for the family before the illness of the family.
// 当天评审会议走不开, 与视频会冲突: a meeting that stands against this one, where no family is spoken of.
const RIVAL =
  /会议?(?:的?时间)?(?:冲突|撞|重了|走不|要参加|脱不|分不开)|(?:冲突|撞(?:了|上|车|期))[^,。]{0,12}会|同[一个]*时间[^,。]{0,8}会|(?:评审|职称|视频|党委|党组|支委|常务|政协|党代|经济工作|联席|调度|推进|动员)[^,。家]{0,4}会/u;

const REASONS: readonly (readonly [LeaveReason, RegExp])[] = [
  [
    "abroad",
    /赴(?:[德法英美俄意日韩]国?|[一-龥]{2,4}国)(?=考察|访问|学习|参)|[赴去到飞](?:[港澳台])(?![口东江])|出国|出境|国外|境外|香港|澳门|台湾|签证|泰国|越南|日本|韩国|美国|新加坡|马来西亚|欧洲|缅甸|老挝|德国|法国|英国|俄罗斯|意大利|西班牙|荷兰|瑞士|加拿大|澳大利亚|澳洲|新西兰|巴西|印度|印尼|菲律宾|柬埔寨|尼泊尔|蒙古国|阿联酋|沙特|土耳其|埃及|非洲|南美|东南亚|中东|迪拜|吉隆坡|曼谷|清迈|普吉|巴厘|河内|胡志明|金边|万象|仰光|雅加达|马尼拉|首尔|釜山|东京|大阪|巴黎|伦敦|柏林|慕尼黑|法兰克福|米兰|罗马|马德里|莫斯科|悉尼|墨尔本|纽约|洛杉矶|旧金山|硅谷|温哥华|多伦多/u,
  ],
  // A journey for pleasure is no 出差, whoever reads it.
  [
    "other",
    /(?<!考察|调研|发展|推介|宣传|[一-龥]项目)(?:旅游|旅行|度假|自驾游|游玩)(?!局|项目|开发|产业|公司|办|协会|会|景区|发展|推介)/u,
  ],
  [
    "family",
    /(?:家[里中头]|屋头)[^,。]{0,3}(?:有|出)(?:了|点|些)*急?(?:事|状况|情况)|没人(?:带|照[看顾料]|接|管|守)|(?<![大国全专])家[父母严慈]|小[女儿](?![区孩])|犬子|(?<![关热友])爱[女子]|(?<![一-龥])内[人子](?![手员民大])|高堂|婚事|喜事|(?:老婆|媳妇|爱人|老公|丈夫|妻子?|儿子|女儿|姑娘)[^,。]{0,4}[上值加倒][夜晚早中白]?班/u,
  ],
  [
    "work_shift",
    /(?:安保|值守)(?![^,。]{0,4}会)|备勤|执勤|站岗|巡山|查房|抢修|[在上]岗|轮到我(?!(?:[守陪]|照)(?!卡|口|点))|考务|监考|排班|[排轮](?:到|着|上)?了?[^,。]{0,4}班(?!子|委|车|主任|级)|门诊走不|(?:值|上|当|顶|倒)(?:个|了)?[夜晚早中白]?班(?![^,。]{0,6}(?:病|住院|摔|疼|痛))/u,
  ],
  [
    "family",
    /(?:孩子|小孩|小朋友|娃|儿子|女儿|姑娘|孙|老人|老的|父亲|母亲|爸|妈|爹|公公|婆婆|(?<![新姑大])娘|老爹|老汉|老母|陪床|老伴|岳|丈人|爷爷|奶奶|外婆|老婆|媳妇|爱人|老公|丈夫|妻|家属|亲戚|侄|舅|姨|姑|叔|哥|弟|姐|妹)(?!们?单位)|高考|中考|家长会|结婚|婚礼|婚假|丧|葬|出殡|去世|过世|生小孩|产假|生孩子|陪护|照顾|搬家|满月|酒席|办酒|吃酒|红事|白事|上坟|喜酒/u,
  ],
  ["official_meeting", RIVAL],
  [
    "work_shift",
    /(?:[有排做几两三四五六七八九\d]|一)[^,。]{0,2}台手术|(?:卫生[室院]|门诊|科室|学校|班上|店里?|厂里?|车间|站里|单位)[^,。]{0,4}(?:离不(?:得|开)人?|走不(?:开|脱)|缺人手|没人手)|手术(?:排满|台|日)|坐诊|出(?:个|专家|夜)?门诊|(?:外科|主治|主刀|值班)医生|主刀/u,
  ],
  [
    "farm_season",
    /农忙|(?:收|打|割|栽|种|插|挖|掰|晒|薅|犁|耙|采|摘|卖|烤)[^,。]{0,2}(?:谷|稻|苞谷|包谷|玉米|烟|菜|洋芋|土豆|红苕|辣椒|麦|豆|花生|茶|苗|苕|药材|瓜|桃|李子|梨|葡萄|果子|秧|田|土(?!地)|庄稼)|(?:收|打|割|抢收|晒)(?:谷|稻|苞谷|玉米|烤烟|菜|洋芋|辣椒|油菜|麦|庄稼)|(?:谷子|苞谷|水稻|稻谷|玉米|烤烟|辣椒|洋芋|庄稼|菜籽|油菜|茶叶)[^,。]{0,4}(?:要|得|没|正)?(?:收|打|割|采|栽|种|摘|掰|晒)|插秧|打谷|栽秧|打米|采茶|抢收|春耕|秋收|栽(?:苕|菜|烟)|下种|地里/u,
  ],
  [
    "illness",
    /病|医生(?=[不说叫让]|要求)|心脏|哮喘|石膏|(?:腿|手|脚)断|住院|发[烧热](?!火)|嗓子|腹泻|感冒|手术|不舒服|医院|摔|骨折|复查|体检|疼|痛|身体|咳嗽|腰|脚崴|崴|拉肚子|阳了|输液|打针|牙|头晕|血压|晕|高烧|低烧|烧(?:到|了)?\d|流感|甲流|乙流|[肠胃]镜|结石|化疗|透析|白内障|[一-龥]炎|下不了床|动不了|扭(?:了|伤)|闪了|过敏|中暑/u,
  ],
  [
    "business_trip",
    /(?:公司|厂里?|店里?|单位|企业|老板|生意|业务|客户)[^,。]{0,8}(?:去|到|赴|在|出)[^,。]{0,6}(?:参展|展会|展销|博览|谈|签|洽谈|考察|送货|看货|收账|办货|拿货|提货|出差)|(?:学术|行业|产品|技术|学会|协会|商会)[^,。]{0,4}(?:年会|会议?|论坛|研讨)|展[会销]|博览会|订货会|交易会|推介会|(?:在|去|到|赴)(?!厂|店|单位|公司)[一-龥]{2,4}(?:参展|参加(?:展会|展销|博览)|[谈签跑拉接](?:生意|合同|项目|货|业务|合作|单子|价|订单|客户|销路)|见客户|催款|收账|送货|进货|看货|验货|办货)|送货[去到]|出差/u,
  ],
  [
    "official_meeting",
    /开会|开(?![不车店门])[^,。]{0,12}会(?![计场])|会议|有(?:个)?会|会冲突|市里|省里|上级|党校|检查组|迎检|督查|学习班|调训|参会|(?:参加|有)[^,。]{0,8}(?:会|培训)(?:[,。]|$)/u,
  ],
  [
    "business_trip",
    /出差|外地|在外|深圳|广州|北京|上海|杭州|成都|重庆|浙江|广东|福建|昆明|长沙|武汉|(?<!不[让能敢准许想])出门|外出|跑业务|谈业务|进货|考察/u,
  ],
  [
    "work_shift",
    /值班|上班|走不开|走不脱|(?:撤|抽|脱)不(?:出|开)来?|[年季月]终?(?:决算|结账|扎账)|加班|单位|厂里|厂头|店里|店头|晚班|早班|中班|铺子|门面|守店|看店|摆摊|公司|忙不过来|轮班|顶班|赶工|工地|上课|开学|期末|备课|学校[^,。]{0,4}(?:忙|走不)|门诊|当班|倒班|夜班|生意|有课|调不开|代课|跑车|开(?:班|客|货|校)车|没人(?:顶|替)|离不(?:得|开)人|车间|机器|设备|检修|盘点|派(?:活|工|差)|订单/u,
  ],
  ["family", /家里|家中|屋头/u],
];

// The meeting one cannot go to is no reason: it is named right before the wish, or right after it.
const WHEN =
  "(?:(?:[今明后当同][天日晚]|[这下本]?个?(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}[日号]|\\d{1,2}[.\\/]\\d{1,2}|的|上午|下午|晚上|这次|那天|召开)){0,6}";
const WHICH =
  "(?:代表|小组|专题|列席|常委会?|执法|区里?|镇里?|人大|选民|履职|组织|座谈|述职|集中|评议|接待|持证|联络站|询问|院坝|学习|主题|庭审|开放){0,4}";
const MEANT = "(?:会议|培训班?|学习|会|活动|视察|调研|座谈|检查|接待日|大会|值班)";
const WISH =
  "(?:(?:请(?:个|一?[天次]|半天)?)?假|(?:来|去|参加|到)不(?:了|成|起|到)|(?:不能|无法|没法)(?:来|去|参加|到会|出席)?)";
const TARGET = new RegExp(
  `${WHEN}${WHICH}${MEANT}(?:我|本人|也|就|要|想|得|可能|恐怕|怕是|实在|确实|需|申请|这边){0,4}${WISH}|${MEANT}(?:我|本人)[^,。]{0,3}走不|(?:不能|无法|没法)(?:来|去|按时)?(?:参加|出席|到)[^,。]{0,16}${MEANT}`,
  "u",
);

// 这周五的会我感冒来不了: the reason stands between the meeting and the wish.
const MEETING = /^[^,。]{0,16}?(?:会议|培训|学习|会|活动|视察|调研|座谈|检查)/u;

// So much is left where a reason is told, of whatever class.
const GIVEN = 6;
const COURTESY = /[\s,。]|特此?|谨此?|请(?:个|一?天|半天)?假|我|本人|领导|您?好/gu;

const reasonIn = (text: string): LeaveReason | undefined =>
  REASONS.find(([, pattern]) => pattern.test(text))?.[0];

/** True when leave is asked for, before any day is looked for. */
export const wantsLeave = (text: string): boolean =>
  WANTS.test(text) && !OTHERS.test(text) && !BESIDE.test(text);

const CLAUSE = /[^,。;\s]+/gu;
// 学校刚开学: since when or how long, and no day of a meeting.
const NO_DAY = guarded(/^(?:刚|刚刚|刚才|才|现在|目前|眼下|最近|近期|近日|方才)$/u);
// 今天接到通知18号开会: when one was told of it.
const TOLD_OF = /^(?:[上下]午|早上|晚上)?我?(?:刚|才)?(?:接|收|得|看)[到了]/u;
// What one is asked to come to, and the words that ask to be let off it.
const EVENT = guarded(
  /会议?(?!计|员|诊|儿)|活动|视察|培训|学习|调研|座谈|列席|检查|评议|接待日?|值班|宣讲|述职|走访|旁听|站/u,
);
const LET_OFF = guarded(
  /假|(?:来|去|参加|到)(?:会)?不(?:了|成|起|到)|(?:不能|无法|没法)[^,。]{0,2}[来去参到出]|缺席/u,
);

// 8月22日至9月1日在新加坡,8月26日的学习请假: the day that is asked for, and not how long one is away.
function dayAsked(text: string, dates: readonly FoundDate[]): string | undefined {
  const days = dates.filter(
    ({ wide, index, text: words }) =>
      !wide && !NO_DAY.test(words) && !TOLD_OF.test(text.slice(index + words.length)),
  );
  if (days.length < 2) return days[0]?.start;
  const told = listMatches(CLAUSE, text).map(({ 0: words, index }) => ({
    weight: weightOf(words),
    days: days.filter((day) => day.index >= index && day.index < index + words.length),
  }));
  const most = told
    .filter((one) => one.days.length > 0)
    .reduce<(typeof told)[number] | undefined>(
      (best, one) => (best === undefined || one.weight > best.weight ? one : best),
      undefined,
    );
  return withinStretch(most?.days[0] ?? days[0], days)?.start;
}

// A clause that names the meeting and asks to be let off it tells more than either.
const weightOf = (words: string): number =>
  (EVENT.test(words) ? 2 : 0) + (LET_OFF.test(words) ? 3 : 0) + (WANTS.test(words) ? 1 : 0);

// 9日的会,8日到12日我在外地请假: the day of the meeting lies within the days away.
const withinStretch = (picked: FoundDate | undefined, days: readonly FoundDate[]): FoundDate | undefined =>
  picked === undefined || picked.start === picked.end
    ? picked
    : (days.find((one) => one.start === one.end && one.start >= picked.start && one.start <= picked.end) ??
      picked);

/** Of a wish for leave: which day, where one is named, and the class of the reason. */
export function readLeave(text: string, dates: readonly FoundDate[]): { date?: string; reason: LeaveReason } {
  const grounds = text.replace(TARGET, "");
  const given = grounds.replace(COURTESY, "").length >= GIVEN;
  const reason = reasonIn(grounds) ?? (given ? undefined : reasonIn(text.replace(MEETING, ""))) ?? "other";
  const date = dayAsked(text, dates);
  return { reason, ...(date === undefined ? {} : { date }) };
}

// 昨天的会我请假了: told, and not asked for.
const PAST = guarded(/请(?:了|过)[^,。]{0,3}假|请假了|请的假/u);

// 走访了5户。另外明天的会我请假: what was done comes first.
const DONE = guarded(
  /(?:走访|接待|调解|慰问|看望|宣讲)了?[^,。;]{0,10}[\d一二两三四五六七八九十](?:户|人|名|位|起|件|场|家)/u,
);

/** True for words in which nobody asks for leave, or not before all: it was had before, or nothing is said of not coming. */
export const isNoLeave = (text: string, date: string | undefined, today: string): boolean =>
  (date !== undefined && date < today && PAST.test(text)) ||
  DONE.test(text) ||
  BESIDE.test(text) ||
  !/假|不|没|无法|冲突|撞|缺席/u.test(text);
