import type { DutyKind } from "#src/domain/duty-kind.ts";
import { everywhere, guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { firmsInAll } from "./firms-in-all.ts";

const UNIT = "(?:人次|[户人家名位件起次场条处个])";
const MET = "(?:群众|选民|居民|村民|农户|人家|住户|老人|党员)?";
const VISIT = "(?:走访|接待|看望|慰问|入户|调解|化解|到会|参加|完成|走|看|见|接|访|去|到|抽查?|选)";

// 户数6, 人数:15: the unit before its number.
const LABELLED = new RegExp(
  `(?<!应[^,。;\\d]{0,6})(?<unit>[户人件次场条起家处天])(?<per>[数次])(?:量)?(?:为|是|有|共|:|\\s){0,3}(?<number>${NUMBER})(?=左右|上下|[,。;!)\\s]|$)`,
  "gu",
);
const LABEL = guarded(
  /[户人件次场条起家处天][数次](?:量)?(?:为|是|有|共|:|\s){0,3}[大约近差\d一二两三四五六七八九十百]/u,
);

// 5户+3户, 5+3户.
const PLUS = guarded(/\d[户人家名位件起次场条处个]?[+加]\d/u);
const SAME_UNIT = new RegExp(
  `(\\d{1,4})(?<unit>${UNIT})[+加](?=(?:\\d{1,4}\\k<unit>?[+加]){0,7}\\d{1,4}\\k<unit>)`,
  "gu",
);
const ADDED = new RegExp(`\\d{1,4}(?:[+加]\\d{1,4}){1,7}(?:=\\d{1,5})?(?=${UNIT})`, "gu");

// 5、6户, 5-6户, 五、六户: some five or six of them.
const PAIR = new RegExp(
  `(?<=[一-龥])(?<![第各组月日号年])(?<one>\\d{1,2}|[一二两三四五六七八九])(?:[、~到至-]|(?<=[了访待看问见]\\d{1,2}),)(?<two>\\d{1,2}|[二三四五六七八九十])(?=(?<unit>${UNIT}))`,
  "gu",
);
const MAY_BE_PAIR = guarded(
  /[\d一二两三四五六七八九][、,~到至-][\d二三四五六七八九十]{1,2}个?(?:人|[户家名位件起次场条处])/u,
);
const APART = guarded(/分别|各|依次/u);

// 15户中的12户, 15户里头走访了12户: of how many they were. 9户里头6户都在说: those who spoke are no less visited.
const OF_WHOLE = everywhere(
  new RegExp(
    `${NUMBER}(?<unit>人|[户家名位个])${MET}(?:当中|之中|里头|里面|里边|[中里])(?:的(?=${NUMBER}\\k<unit>${MET}(?:$|[,。;!]))|[\\s,]*(?:我们?|已经?|就|一共|只|先|实际)*${VISIT}[了完到]*(?=${NUMBER}\\k<unit>))`,
    "gu",
  ),
);
// 应到20人, 计划走访15户: what was to be done.
const DUE = everywhere(
  new RegExp(
    `(?:(?<![相适反响感供对答])应|原?计划|原定|预计|打算|(?:本来|原本)(?:约好?|说好?|想|要|打算)了?|约好了?|说好了?)(?:要|该|去)?${VISIT}{1,2}(?:群众|选民|的)?${NUMBER}${UNIT}`,
    "gu",
  ),
);

// 一行三人, 带了3个人去走访: who went there, and not who was visited.
const PARTY = everywhere(
  new RegExp(
    `(?<!(?:接待|接访|来访|会见|劝[返回]|慰问|看望|上访)[^,。;]{0,16})一行(?:共|约)?${NUMBER}[个名位]?人(?!次|大|[^,。;]{0,4}(?:来(?!到)|反映|上访))`,
    "gu",
  ),
);
const COMPANY =
  "(?:人(?!次|大)|(?:[镇村区乡]里?的?|驻村|社区|党员|人大|局里?的?)?(?:干部|代表|工作人员|同事|同志|队员|网格员|社工|民警|律师|医生|记者|专家|联络员|领导|负责人|志愿者))";
const GOING =
  "(?=,?(?:一?起|一同|一道|一块)?(?:去|到|来|前往|深入|走访|入户|慰问|看望|看|视察|调研|检查|进村|下村|下队|上门))";
const TAKEN = everywhere(
  new RegExp(
    `(?:带领?|领|率领?|喊|叫|约)(?:着|了|上|起)?${NUMBER}[个名位]?${COMPANY}${GOING}|(?<=[一-龥\\u0001])等${NUMBER}[名位个](?:[区镇乡县市]?人大)?代表(?=,?(?:一?起|一同|集中|联合)?(?:视察|走访|调研|检查|到|去|深入|看望|慰问|参加))|(?:[和与跟同]|会同|陪同?|随)[^,。;\\d一二两三四五六七八九十]{1,16}等?${NUMBER}[个名位]?${COMPANY}${GOING}`,
    "gu",
  ),
);
// Where these are done, those who were met are counted, and not those who went along.
const VISITS: readonly DutyKind[] = [
  "home_visit",
  "poverty_aid",
  "enterprise_visit",
  "reception",
  "education_aid",
  "opinion_feedback",
];
const LOOKS: readonly DutyKind[] = [
  "inspection",
  "law_inspection",
  "livelihood_supervision",
  "thematic_research",
];

// 3万2千块: 3.2万块.
const MYRIADS = /(?<many>\d{1,4})万(?<more>\d)千(?=[元块,。;]|$)/gu;

// 第一天8户,第二天9户: what was done on each day of a stretch, in all.
const MAY_BE_DAYS = guarded(/(?:第一|头一?|首)[天日][^。;]{0,10}[户人名件家]/u);
const IN_TURN = `(?:${VISIT})?(?:了|群众|选民)*`;
const DAYS = new RegExp(
  `(?:第一|头一?|首)[天日]${IN_TURN}(?<one>${NUMBER})(?<unit>人次|[户人家名位件起个])[,;、\\s]*(?:(?:第二|后一|另一|次)[天日])?${IN_TURN}(?<two>${NUMBER})\\k<unit>(?:[,;、\\s]*(?:第三[天日])?${IN_TURN}(?<three>${NUMBER})\\k<unit>)?`,
  "u",
);

// 附上调研报告一份: what came with the message.
const ATTACHED = everywhere(
  new RegExp(
    `(?:随?附上?|另附|附件(?:[是为有:])?)(?:了|送|一份)?[^,。;\\d]{0,12}${NUMBER}[份篇张](?:[^,。;\\d]{0,8}(?:报告|材料|总结|文章|信息|照片))?|${NUMBER}[份篇](?:材料|报告)?(?:现|已|一并)?(?:附上|随附)`,
    "gu",
  ),
);

/**
 * The amounts of a text as they would be said plainly: 户数6 is 6户, 5+3户 is 8户, 5、6户 is about 5户; what counts nothing
 * that was done (15户中 of 15户中的12户, 一行三人) is left out.
 */
export function plainAmounts(said: string, kind: DutyKind | undefined): string {
  let text = said.includes("万") ? said.replace(MYRIADS, "$<many>.$<more>万") : said;
  if (LABEL.test(text))
    text = text.replace(LABELLED, (_words, unit: string, per: string, number: string) => {
      const whole = unit === "人" && per === "次" ? "人次" : unit;
      return `${number}${whole}`;
    });
  if (PLUS.test(text)) text = added(text);
  if (MAY_BE_PAIR.test(text)) text = text.replace(PAIR, APART.test(text) ? eachOf : nearly);
  if (MAY_BE_DAYS.test(text)) text = text.replace(DAYS, inAll);
  text = firmsInAll(text);
  for (const pattern of [OF_WHOLE, DUE, ATTACHED]) text = pattern.replace(text, blankOut);
  if (kind === undefined) return text;
  const visits = VISITS.includes(kind);
  if (visits) text = PARTY.replace(text, blankOut);
  return visits || LOOKS.includes(kind) ? TAKEN.replace(text, blankOut) : text;
}

const added = (text: string): string =>
  text
    .replace(SAME_UNIT, "$1+")
    .replace(ADDED, (words) =>
      String((words.split("=")[0] ?? "").split(/[+加]/u).reduce((sum, one) => sum + Number(one), 0)),
    );

function inAll(
  words: string,
  ...[one = "", unit = "", two = "", three = ""]: (string | undefined)[]
): string {
  const told = [one, two, three].filter((number) => number !== "").map(parseNumber);
  const sum = told.reduce((all, each) => all + (each?.value ?? Number.NaN), 0);
  const rough = told.some((each) => each?.approx === true) ? "约" : "";
  return Number.isNaN(sum) ? words : `${rough}${sum}${unit}`;
}

// 分别走访5、6户: five and six.
const eachOf = (_words: string, one: string, two: string, unit: string): string => `${one}${unit}、${two}`;

// Neighbours, and 三五: nobody says 5、9户 of about five.
function nearly(words: string, one: string, two: string): string {
  const [low, high] = [parseNumber(one)?.value ?? 0, parseNumber(two)?.value ?? 0];
  return high - low === 1 || (low === 3 && high === 5) ? `约${one}` : words;
}

const blankOut = (words: string): string => "\u0001".repeat(words.length);
