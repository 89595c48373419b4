import { addDays, addMonths, type Day } from "#src/domain/day.ts";
import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { parseNumber } from "#src/understanding/numbers.ts";
import { kindWords, shortKind } from "../asked-kinds.ts";
import { withWholeNames } from "../asked-places.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { periodWords } from "../period-words.ts";
import { withPlaces } from "../read-asked.ts";
import { readParts } from "../read-parts.ts";
import { ask, say } from "../turns.ts";
import { missingBasis } from "./lists-asked.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
const ASKS = /谁|哪|名单|的(?:人大)?(?:代表|人)?[?.!\u3002]*$/u;
const NOTHING =
  /(?:都|还|又|也|仍|一直|至今|完全)*(?:没有?|无|未)(?:得)?(?:任何|什么|一点|啥)?的?(?:动静|动作|声响|履职记录|履职情况|履职活动|记录|履职(?!报告)|(?:上报|报)过?)(?:过)?的?/u;
// 三个月没动静, 连续两个月没记录: the months up to today. 三月 is one of them, and 一周 no week of a name.
const SPAN =
  /(?:已经?|都|有|最近|过去|近|连续|连着|超过|整整)*(?<!第|\d)(?<n>\d{1,3}|[一两二三四五六七八九十百]{1,3}|半)(?:多)?(?<unit>个多?月|天|周|个?(?:星期|礼拜)|个?季度|年)(?:多|及?以上|以来|之?内|里|时间|了)*(?=[^,]{0,4}[没无未])/u;
const DAYS_OF: readonly (readonly [RegExp, number, "days" | "months"])[] = [
  [/月/u, 1, "months"],
  [/季度/u, 3, "months"],
  [/年/u, 12, "months"],
  [/天/u, 1, "days"],
  [/周|星期|礼拜/u, 7, "days"],
];
const NOT = "(?:没有?|未|没去)";
// 走访了没接待的: who did one thing and not the other.
const HALF =
  /(?<![没未有去])(?:走访|接待|慰问|调研|视察|值班|宣[讲传]|调解)[了过](?:的)?[,]?(?:但是?|却|可是?)?(?:没有?|未)/u;

/**
 * Who has nothing on record over a length of time (三个月没动静的, 近30天没有履职记录的), and who lacks several kinds of duty
 * (又没走访又没接待的有谁), each of which has a list of its own. Undefined for all else.
 */
export function hearSilenceAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts).replace(/[\s\u3002!]+/gu, "");
  if (line.length > LONGEST || !ASKS.test(line)) return undefined;
  return ofSeveral(dialog, line, facts) ?? overTime(dialog, line, said, facts);
}

function ofSeveral(dialog: Dialog, line: string, facts: Facts): Turn | undefined {
  const what = HALF.exec(line)?.[0];
  const kinds = kindsIn(line);
  if (what !== undefined && kinds.length > 1)
    return say(dialog, { kind: "figures.not-heeded", of: "missing", what: line.replace(/[?]$/u, "") });
  if (!SEVERAL.test(line) || kinds.length < 2) return undefined;
  const { org, orgs } = withPlaces({}, line, facts);
  const about = [...(orgs ?? (org === undefined ? [] : [org])), ...periodWords(line, facts.today)];
  const alone = kinds.map((kind) => ["未报", ...about, DUTY_KINDS[kind].name].join(" "));
  return say(dialog, { kind: "figures.apart", of: "kinds", alone });
}

const KIND = kindWords().source;
const SEVERAL = new RegExp(
  `${NOT}过?(?:${KIND})[了过的]*[^,]{0,6}[,、也又和且并]*[^,]{0,8}(?:${NOT}过?|[和与跟及或、])(?:${KIND})|(?:${KIND})[和与跟及、也](?:${KIND})都?${NOT}`,
  "u",
);

const kindsIn = (line: string): readonly DutyKind[] => [
  ...new Set((line.match(kindWords()) ?? []).flatMap((word) => shortKind(word) ?? [])),
];

function overTime(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  if (!NOTHING.test(line)) return undefined;
  const span = SPAN.exec(line);
  const isStill = /动静|动作|声响/u.test(line);
  const stretch = span === null ? undefined : upToday(span.groups ?? {}, facts.today);
  // A length that reaches further back than anybody means, or half a day, is no other stretch of time.
  if (span !== null && stretch === undefined)
    return say(dialog, { kind: "figures.not-heeded", of: "missing", what: span[0] });
  if (stretch === undefined && !isStill) return undefined;
  const rest = line.replace(span?.[0] ?? "", " ").replace(NOTHING, " ");
  const { asked, left } = readParts(rest, said, facts);
  if (left !== "" || asked.person !== undefined) return undefined;
  const basis = missingBasis(withPlaces({ ...asked, ...stretch }, line, facts), facts, line);
  return ask(dialog, { do: "figures.missing", basis, page: 1 });
}

function upToday(
  { n = "", unit = "" }: Readonly<Record<string, string | undefined>>,
  today: Day,
): { readonly from: Day; readonly to: Day } | undefined {
  const [, length, of] = DAYS_OF.find(([word]) => word.test(unit)) ?? [];
  const times = parseNumber(n)?.value;
  const many = times === undefined || length === undefined ? undefined : times * length;
  if (many === undefined || many < 1 || !Number.isInteger(many) || many > MOST) return undefined;
  return { from: addDays(of === "months" ? addMonths(today, -many) : addDays(today, -many), 1), to: today };
}
const MOST = 400;
