import { addDays } from "#src/domain/day.ts";
import type { Handled } from "#src/domain/figures/fate-view.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
/** What a deputy says to what was entered lies no further back. */
const DAYS = 90;
const ENTERED =
  /代[报记录填]|(?:替|帮|给|为)(?:我们|他们?|她们?|代表们?|[一-鿿]{2,4}?(?:代表)?)?代?(?:上?报|记|填|录|登记)[了过]?/u;
const VERDICT =
  "(?:认(?![真为识定得])账?|确认|(?<![退打驳交])回(?:话|复|信|应)?|点头|答应|答复|表态|吭声|同意|点过?确认|点过?对|看)";
const NOT_YET = new RegExp(
  `(?:没有?|没得|未|不)(?:人|本人|代表)?(?:得到)?(?:本人|代表)?${VERDICT}|(?:等|待)(?:着|他们?|她们?|本人|代表)*(?:的)?${VERDICT}`,
  "u",
);
const WHETHER = new RegExp(
  `${VERDICT}[了过的]?(?:没有?|没得|吗|么|不曾)[了呢啊]*$|(?:有没有|是不是|是否)(?:都|已经)?${VERDICT}|认[没不]认|回没回|确认没确认`,
  "u",
);
// 代报快到期的: of what waits.
const ENDS_SOON = /(?:快|要|马上|就要)(?:到期|到时间|满七天|满7天|过期|超时|到日子)/u;
const ASKS = /谁|哪|几|多少|列|看|名单|有没有|还有|[的些条]$|没有?[了呢啊]*$|吗|查/u;
const ONE = /(?:那|这|上次|昨天|前天|刚才)[一几]?[条份个次]|记录|[那这]些/u;
// What people are called to, hand in and object to is answered in these words as well.
const ELSE =
  /通知|活动|会议?(?!话)|参加|请假|准假|意见|建议|议案|报告|自评|述职|异议|缺席|到会|签到|活-|意-|建-/u;

const WHO = "(?:[他她]们?|本人|代表们?|人家)";
const BACK =
  "(?:(?:上次|上周|昨天|前天|之前|前面|那天)?(?:我|我们|镇里|镇上)?(?:退回?|打回)(?:去|来|给[^,]{0,5}?)?[了过]?的)";
const SOME = "(?:[那这]?(?:几|一)?[条份个些]|记录|都|还|已经?|现在|到底)*";
const MENDED =
  "(?:补充?|改|修改|更正|重填|重报)(?:好|上|完|齐|正|全|过)?(?:来|去)?[了过]?(?:没有?|没得|吗|么|不曾)[了呢啊]*";
// 退回去的有哪几条, 我退的都有哪些.
const SENT_BACK = new RegExp(
  `^(?:请问|看看|查一?下)?(?:(?:退回?|打回)(?:去|出去)[了过]?的|退给(?:代表|本人|[他她]们?)[^,]{0,4}的|(?:我|我们|镇里)(?:退回?|打回)(?:去)?[了过]?的)${SOME}(?:有|是)*(?:哪(?:几[条个份]|些)|谁的|什么|多少|几)?[条个份]?(?:还|都)?(?:没有?(?:交|改|补)(?:回来|好|上来?)?)?(?:怎么样|咋样|如何)?[了呢啊]*$`,
  "u",
);

/**
 * What staff ask of what they wrote down for deputies or sent back to them: which still wait for a word (谁替代表报了还没认), what
 * became of one deputy's (王芳那条认了没), of what went back (退回去的有哪几条, 她补好没). Undefined for all else.
 */
export function hearFatesAsked(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const line = withWholeNames(text, facts)
    .replace(/[\s?。!]+/gu, "")
    .replace(/^(?:请问|麻烦|帮我|想问|那(?![条个几些次])|问一?下|,)+/u, "");
  // 替李明报:昨天接待十几名群众,都不同意拆迁 tells.
  if (line.length > LONGEST || ELSE.test(line) || /[:,;、]/u.test(line)) return undefined;
  const [person, another] = findNames(line, facts.people);
  if (another !== undefined) return undefined;
  if (isOfReturned(line, person)) return fatesOf(dialog, "returned", person, facts);
  const isOfEntered = ENTERED.test(line);
  if (isOfEntered && (NOT_YET.test(line) || ENDS_SOON.test(line)) && ASKS.test(line) && person === undefined)
    return ask(dialog, { do: "figures.todo", what: "waiting", page: 1 });
  if (!WHETHER.test(line) && !(isOfEntered && NOT_YET.test(line))) return undefined;
  const isMeant =
    isOfEntered || ALONE.test(line) || ONE.test(line) || (person !== undefined && /认/u.test(line));
  return isMeant && IS_ASKED.test(line) ? fatesOf(dialog, "entered", person, facts) : undefined;
}

// 都认了没: of all that was entered.
const ALONE = /^(?:[他她]们?|本人|代表们?)?都?认[了没]/u;
// 王芳认了 tells.
const IS_ASKED = /没有?[了呢啊]*$|没得|吗|么$|不曾|有没有|是不是|是否|[认回][没不][认回]|谁|哪|几|多少/u;

function isOfReturned(line: string, person: string | undefined): boolean {
  if (SENT_BACK.test(line)) return true;
  const rest = person === undefined ? line : line.replace(person, "她").replace(/^她代表/u, "她");
  return new RegExp(`^(?:${WHO}的?)?${SOME}${BACK}?${SOME}${WHO}?${MENDED}$`, "u").test(rest);
}

/** What became of what staff wrote down or sent back lately, of one deputy or of all. */
export function fatesOf(
  dialog: Dialog,
  of: Handled,
  person: string | undefined,
  { today }: Facts,
  page = 1,
): Turn {
  const basis = {
    from: addDays(today, -DAYS),
    to: today,
    ...(person === undefined ? {} : { person }),
  };
  return ask(dialog, { do: "figures.fates", of, basis, page });
}
