import { readAsked } from "../read-asked.ts";
import { basisOf } from "../basis-of.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const make: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAsked(rest, said, facts);
  // A paper never covers another stretch than the one that was named.
  const unheard = unread ?? (asked.from === undefined ? A_DAY.exec(rest)?.[0] : undefined);
  if (unheard !== undefined) return say(dialog, { kind: "figures.not-read", word: unheard });
  return ask(dialog, {
    do: "certificate.make",
    messageId: said.messageId,
    basis: basisOf(asked, facts),
  });
};

const A_DAY =
  /[\d一二三四五六七八九十]{1,4}个?(?:年|月|日|号|季度)|[上下]半年|[昨前今]天|[上这本]个?(?:周|月|季度)/u;

// 给李明代表开个11月的履职证明, 把李明11月的履职证明开一份: whose, and of when.
const MAKES = "(?:开具|出具|打印|导出|[开出打办弄做])(?:一?[个份张下])?";
const OF_WHOM = new RegExp(
  `^(?:请|麻烦|帮忙?|给我们?|我们?|你|要|想|需要|能不能|可不可以|可以)*(?:[把给替为帮])?(?:(?:我们?|他|她)?(?:单位|公司|学校|厂里|老板|领导)(?:需?要)?)?(?:(?<whom>(?!${MAKES}|履职)[\\p{Script=Han}]{2,4}?)(?:代表|同志)?)??的?(?:${MAKES})?(?<when>(?:\\d{1,4}(?:年|月份?|[日号])|[一二三四五六七八九十]{1,2}月份?|[到至-]|[今去]年|[上这本]个?月|[昨今前]天|上周|[上下]半年|[一二三四]季度|全年){1,9})的?(?:参会|履职)(?:情况)?的?证明(?:${MAKES})?(?:给[^,。]{1,4})?[吧吗嘛啊呀?。!]*$`,
  "u",
);

const readWhom = (line: string): string | undefined => {
  const { whom = "", when } = OF_WHOM.exec(line)?.groups ?? {};
  return when === undefined ? undefined : `${whom} ${when}`.trim();
};

// 开具11月履职证明, 给单位开个证明: what is left beside these words is the stretch.
const ASKS =
  /^(?:请|麻烦|帮忙?|给我|我|要|想|需要|能不能|可以)*(?:给|为|跟)?(?:我们?)?(?:单位|公司|学校|厂里)?(?:要|需要)?(?:开具|出具|打印|导出|[开出打办])?(?:一?[个份张下])?(?<when>[^,。?群众居民村去到了帮他她]{0,10}?)(?:的)?(?:代表)?(?:参会|履职)?(?:情况)?的?证明(?:一?[个份张下])?(?:给(?:我|单位|公司|学校))?[吧吗嘛啊呀?。!]*$/u;

// 开个证明给李明,他单位要; 能不能给单位开个证明,我12月1号去走访的: for whom, and then why or what of.
const WITH_REASON =
  /^(?:请|麻烦|帮我?|帮忙|你们?|想|要|能不能|可不可以|可以)*(?:给(?:我们?)?(?<whom>[\p{Script=Han}]{2,4}?)(?:代表)?)?[开出打办](?:一?[个份张下])?(?:履职)?证明(?:给(?<to>[\p{Script=Han}]{2,4}?)(?:代表)?)?(?<why>[,。].{2,24})?[吧吗嘛啊呀?。!]*$/u;
const EMPLOYER = /^(?:单位|公司|学校|厂里|领导|老板)$/u;
const STRETCH = /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[号日])?|昨天|前天|今天|上周|上个?月|本月|这个月|今年|去年/u;

const readReason = (line: string): string | undefined => {
  const { whom = "", to = "", why } = WITH_REASON.exec(line)?.groups ?? {};
  const names = [whom, to].filter((one) => one !== "" && !EMPLOYER.test(one));
  if (why === undefined && names.length === 0) return undefined;
  return [...names, STRETCH.exec(why ?? "")?.[0] ?? ""].join(" ").trim();
};

/** True for a deputy's wish for a paper for the employer, in words of his own. */
export const isWishForCertificate = (line: string): boolean =>
  !OTHERS.test(line) &&
  ((line.length <= 24 && ASKS.test(line)) ||
    (line.length <= 40 && (readWhom(line) ?? readReason(line)) !== undefined));

// What residents need papers for is no deputy's paper.
const OTHERS =
  /社区|派出所|居住|贫困|无犯罪|收入|户口|残疾|建议|反映|不给|难|资产|死亡|出生|医院|有[^要,]{0,4}证明|能证明|可以证明/u;

/** Makes the paper that was wished for in words. */
export const wishForCertificate: Command = (dialog, line, said, facts) =>
  make(dialog, readWhom(line) ?? readReason(line) ?? ASKS.exec(line)?.groups?.["when"] ?? "", said, facts);

/** Papers for employers. */
export const CERTIFICATE_COMMANDS: Commands = { 履职证明: make, 开履职证明: make, 开证明: make };
