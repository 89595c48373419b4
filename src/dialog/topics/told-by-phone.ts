import type { Facts } from "#src/domain/facts.ts";
import type { ActivityOfDay, MeantActivity } from "#src/domain/requests/activity-of-day.ts";
import type { EnterNotice } from "#src/domain/requests/enter-notice.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isQuestion } from "#src/understanding/words.ts";
import { findMeantActivity, toldOn } from "../meant-activity.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { wayIn } from "../way-in.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";

const TOLD =
  /(?:通知|告诉|告知|转告)(?:过|到|了|他|她|本人|到位|好|完)+|(?:打(?:了|过)|打通(?:了)?|通了?)电话(?:了|过|说|讲|通知)|电话[^,]{0,3}(?:通知|打|说|讲|通)(?:过|到|了|通)+|(?:当面|书面|上门|微信|短信)[^,]{0,3}(?:通知|告诉|说|讲|送)(?:过|到|了)+/u;
// 王芳已经电话通知, 已书面通知王芳: and nobody else besides whoever is named. 已通知各村 is no word of them.
const WAY = "(?:打?电话|书面|当面|上门|微信|短信|口头)";
const TOLD_BEFORE = new RegExp(
  `(?:已(?:经)?(?:都|用|给|由我|我)*${WAY}?|${WAY}(?:都|已经?)?)(?:通知|告知|告诉|转告)(?:代表|[,、和.\\s])*$`,
  "u",
);
// 请电话通知李明, 15号的会等下再电话通知王芳: told by nobody yet. 明天的会 is when it is, and not when somebody is told.
const AHEAD =
  /请(?!假)|麻烦|帮|要|得|再|等[下会哈]|一会儿?|待会|马上|[明后]天(?![^,]{0,6}(?:会|活动|视察|调研|培训|学习|评议|接待|检查|那[个场次]))|下周[^,的]{0,2}$|准备|打算|计划|记得|没|不用|不必|(?<![分特])别(?!的)|如果|来$/u;
const IS_DONE = /已|了|过/u;
const PROMISE = /,[^,]*(?:答应|说|表示|同意|承诺|确认)[^,]*$/u;
const ALL =
  /^[^,]{0,6}(?:全部|全体|所有人?|都|每个人|人人)[^,]{0,6}(?:通知|电话)|(?:通知|电话)[^,]{0,4}(?:全部|都|齐)/u;
const SAYS =
  /[他她](?:们)?(?:说|讲|回|答)?[^,]{0,4}(?:参加|来|去|到|请假|看病|出差|有事|走不开)|说(?:要|会|能)?(?:参加|来|去|请假)/u;
// A deed or a matter, and no word of a call.
const ELSE =
  /反映|群众|居民|村民|走访|慰问|意见|建议|投诉|户|路灯|没(?:有)?(?:通知|告诉|打通)|告诉(?:了|过)?我|[给跟向]我(?:打|说|讲)|打(?:了|过)电话(?:来|说[他她]?(?:来不|不来|要请|请假))|异议|缺席|提醒/u;
const LONGEST = 50;
const PROMISED =
  /(?:电话|微信|短信|当面|口头)(?:里|中|上|头|来)?(?:就|都|已经|跟我|给我|对我|向我)*(?:答应|说|回|讲|表示|承诺|同意|确认)(?:了|过|我|他|她|要|会|能|可以|,|(?:\d{1,2}月)?\d{1,2}[日号](?:会议|的?活动|的会议?)?)*(?:来|参加|去|到会|到场|出席)/u;

// 韦国良电话里答应来参加15号的会: nothing was done yet, and whether he comes is his to say.
function hearPromised(dialog: Dialog, line: string, { people, today }: Facts): Turn | undefined {
  if (line.length > LONGEST || !PROMISED.test(line) || OF_RESIDENTS.test(line) || isQuestion(line))
    return undefined;
  if (/通知|告诉|告知|转告/u.test(line) || activityIn(line) !== undefined) return undefined;
  const day = findDates(line, { today, prefer: "future" }).find((one) => !one.wide && one.start >= today);
  if (findNames(line, people).length === 0) return undefined;
  const within = day === undefined ? {} : { within: { from: day.start, to: day.end } };
  return {
    next: dialog,
    replies: [{ kind: "activity.leave-hint", of: "promised-which" }],
    request: { do: "activity.list", ...within },
  };
}
const OF_RESIDENTS = /反映|群众|居民|村民|走访|慰问|意见|建议|投诉|昨|前天|上周/u;

/**
 * Staff say that they told deputies of a call themselves: of the number that is named, or of what was shown last. Where
 * neither is, it is said how. What the deputies answered is theirs to say. Undefined for all else.
 */
export function hearToldByPhone(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  const promised = hearPromised(dialog, line, facts);
  if (promised !== undefined) return promised;
  if (line.length > LONGEST || ELSE.test(line) || isQuestion(line)) return undefined;
  const words = withoutNumbers(line);
  const named = findNames(words, facts.people);
  if (!saysTold(line, words, named)) return undefined;
  const all = named.length === 0 && ALL.test(words);
  if (named.length === 0 && !all) return undefined;
  const wanted = toNotice(words, all ? "everybody" : named, facts);
  const activity = activityIn(line);
  const meant = activity === undefined ? findMeantActivity(words, facts.today) : undefined;
  const last = activity ?? dialog.meeting;
  const request = toRequest(wanted, meant, last);
  if (request === undefined)
    return {
      next: dialog,
      replies: [{ kind: "activity.leave-hint", of: "told-which" }],
      request: { do: "activity.list" },
    };
  const turn = ask(dialog, request);
  return SAYS.test(words) || PROMISED.test(words)
    ? { ...turn, replies: [{ kind: "activity.leave-hint", of: "answers-for" }] }
    : turn;
}

// What is still to be done is no notice: that somebody was told is on record for good.
function saysTold(line: string, words: string, named: readonly string[]): boolean {
  const plain = named.reduce((rest, name) => rest.replace(name, ","), words).replace(PROMISE, "");
  const deed = TOLD.exec(plain) ?? TOLD_BEFORE.exec(plain) ?? TOLD.exec(line);
  return deed !== null && (IS_DONE.test(deed[0]) || !AHEAD.test(deed.input.slice(0, deed.index)));
}

function toNotice(
  words: string,
  names: readonly string[] | "everybody",
  { today }: Facts,
): Omit<EnterNotice, "activity"> {
  const on = toldOn(words, today);
  return {
    do: "activity.enter-notice",
    names,
    words: words.replace(/(?<![A-Za-z])\d{6,}/gu, ""),
    way: wayIn(words),
    ...(on === undefined ? {} : { on }),
  };
}

function toRequest(
  wanted: Omit<EnterNotice, "activity">,
  meant: MeantActivity | undefined,
  last: string | undefined,
): EnterNotice | ActivityOfDay | undefined {
  if (meant !== undefined)
    return { do: "activity.of-day", ...meant, ...(last === undefined ? {} : { last }), wanted };
  return last === undefined ? undefined : { ...wanted, activity: last };
}
