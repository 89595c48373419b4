import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readHeld } from "../kinds-held.ts";
import { toldAs } from "../plan/told-as.ts";
import { readAddition } from "../read-addition.ts";
import { readRegister, type ReadRegister } from "../read-register.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import { activityIn } from "./activity.ts";
import { hearRegisterAmended } from "./register-amended.ts";
import type { Said } from "./report.ts";

const MEETS =
  /活动|会议|开会|[\u4e00-\u9fff]会(?!议)|视察|调研|培训|学习|评议|接待日|执法检查|小组|到会|签到|考勤/u;
// 12月7日的活动, 昨天下午小组会: the day and the occasion, before whoever came.
const OCCASION =
  /^[^,:]*?(?:活动|会议|座谈会|小组会|例会|会(?![议场])|视察|调研|培训|学习|评议|接待日|执法检查)(?:上|的)?(?:考勤|签到|到会情况|出勤(?:情况)?)?[,:\s]*/u;
const ASKS = /[?吗呢]|谁|(?<![十好])几(?!分钟)|多少|哪|怎么|为什么|有没有/u;
const CAME = /到了|到会|到场|来了|都到|都来|全到/u;
// 实到3人: how many says nobody's name.
const COUNTED = /实(?:际)?到(?:会|了)?(?:人数)?[:是]?(?:\d+|[一二两三四五六七八九十]+)(?:人|名|位|个)?/u;
const OTHER = /[履意建]-?\d{4}/u;

/**
 * Staff tell in their own words who came to an activity and who did not: by its number, or by the day on which it was.
 * Undefined for all else: what one deputy did is his or her record.
 */
export function hearAttended(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || ASKS.test(text) || OTHER.test(text)) return undefined;
  const amended = hearRegisterAmended(dialog, text, messageId, facts);
  if (amended !== undefined) return amended;
  // 全体代表都参加 of what lies ahead calls them.
  if (!CAME.test(text) && toldAs(text, facts, true) === "plan") return undefined;
  const activity = activityIn(text);
  const plain = withoutNumbers(text.normalize("NFKC")).trim();
  const day = findDates(plain, { today: facts.today, prefer: "past" }).find(
    (one) => !one.wide && !one.doubtful && one.start <= facts.today,
  );
  const added = addedTo(dialog, text, facts);
  if (activity === undefined && added !== undefined) return ask(dialog, { ...added, messageId });
  const words = registerIn(plain.replace(day?.text ?? "", " ").trim(), facts);
  const { unread, ...read } = readRegister(words, facts.people);
  if (activity === undefined && !MEETS.test(plain) && !isBareRegister(read, plain, facts)) return undefined;
  // With its number and a word of all the others it is one, whoever is named in it.
  const isWhole = activity !== undefined && read.rest !== null;
  if (COUNTED.test(plain) && findNames(plain, facts.people).length === 0 && read.rest === null)
    return say(dialog, { kind: "attendance.refused", why: "attendance-nobody-named" });
  if (!isWhole && !isRegister(read, plain, facts)) return undefined;
  if (unread.length > 0) return say(dialog, { kind: "attendance.unread", names: unread });
  if (activity !== undefined) return ask(dialog, { do: "attendance.preview", messageId, activity, ...read });
  const held = day === undefined ? {} : { heldOn: day.start };
  return ask(dialog, { do: "attendance.preview-on", messageId, ...held, ...readHeld(plain), words, ...read });
}

/** The same where a card about what is ahead is open: only what tells of who came is heard before it. */
export const hearCame = (dialog: Dialog, said: Said, facts: Facts): Turn | undefined =>
  TELLS.test(said.text) ? hearAttended(dialog, said, facts) : undefined;

/** The same where a card of a record is open: a register of everybody is no answer to it. */
export const hearWholeRegister = (dialog: Dialog, said: Said, facts: Facts): Turn | undefined =>
  WHOLE.test(said.text) ? hearAttended(dialog, said, facts) : undefined;
const WHOLE =
  /除[^,。]{2,24}(?:以?外|之外)?[,]?(?:其[他余][^,。]{0,4})?(?:全|都|全部)(?:到|来)|其[他余](?:人|代表|的)?(?:全|都|全部)(?:到|来|没)/u;
const TELLS = /[来到]了|[来到]齐|没(?:有)?(?:来|到)|缺席|迟到|早退|全到/u;

// 罗文军中途走了, right after the register of what was shown last.
function addedTo(dialog: Dialog, text: string, { people }: Facts) {
  const marks = dialog.meeting === undefined ? undefined : readAddition(text, people);
  return marks === undefined || dialog.meeting === undefined
    ? undefined
    : ({ do: "attendance.preview", activity: dialog.meeting, marks, rest: null } as const);
}

function registerIn(text: string, { people }: Facts): string {
  const head = OCCASION.exec(text)?.[0] ?? "";
  const rest = findNames(head, people).length > 0 ? text : text.slice(head.length);
  return rest.replace(/^(?:[上下中]午|晚上|早上)?的?[\s,:]*/u, "");
}

const ALL_CAME =
  /^(?:代表|人员|应到|大家|今天|昨天|上午|下午|们|的|都|全|[\s,])*(?:(?:全部?|都)(?:到|来)(?:齐|了|会)+|(?:到|来)齐了?|全勤|一个(?:人|也|都)*(?:不|没)(?:少|缺))$/u;
const LONGEST = 60;

// 除李明外全到, and nothing else: who was away, and what became of all others. 李明家的材料都到了 is none.
function isBareRegister(
  { marks, rest }: Omit<ReadRegister, "unread">,
  text: string,
  { people }: Facts,
): boolean {
  if (rest === null || text.length > LONGEST) return false;
  // 来了两个:李明、王芳,其他都没来.
  if (rest === "absent" && marks.length > 0 && marks.every((one) => people.includes(one.name))) return true;
  const isAway = marks.some((one) => people.includes(one.name) && one.status !== "present");
  return isAway || ALL_CAME.test(text);
}

// Of one who came it may be a record of hers that is told: then somebody else must be named, or somebody must be away.
function isRegister({ marks, rest }: Omit<ReadRegister, "unread">, text: string, { people }: Facts): boolean {
  const known = marks.filter((one) => people.includes(one.name));
  if (known.length === 0) return rest !== null && marks.length === 0;
  const away = known.some((one) => one.status !== "present");
  return away || rest !== null || (known.length > 1 && CAME.test(text));
}
