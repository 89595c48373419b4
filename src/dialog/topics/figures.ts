import { yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FigureRequest } from "#src/domain/requests/figures.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { withoutStretch } from "../asked-stretch.ts";
import { asSuggestions } from "../as-suggestions.ts";
import { audienceOf, isStaff } from "../audience.ts";
import type { Asked, AskedFigure } from "../basis-of.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { comparesTownships } from "../ranks.ts";
import { withPlaces } from "../read-asked.ts";
import { readLeast } from "../read-least.ts";
import { ask, say } from "../turns.ts";
import { findSize, hearUnheeded } from "../unheeded.ts";
import { averaged } from "./averaged.ts";
import { countAsked } from "./count-asked.ts";
import { aboutDeputy } from "./deputy-asked.ts";
import { exportAsked } from "./export-asked.ts";
import { hearLeavesAsked } from "./leaves-asked.ts";
import { absenceBasis } from "./lists-asked.ts";
import { opinionsAsked } from "./opinions-asked.ts";
import { silentAsked } from "./silent-asked.ts";
import { nameOf } from "../name-of.ts";
import { periodWords } from "../period-words.ts";
import { notInFull } from "./not-in-full.ts";
import { ownDuty, ownReports } from "./own-reports.ts";
import type { Said } from "./report.ts";
import { tellingOwnPlaces } from "./own-places.ts";
import { rulesAsked } from "./rules-asked.ts";
import { severalAsked } from "./several-asked.ts";
import { whenAsked } from "./when-asked.ts";
import { withUnused } from "./with-unused.ts";

/** What a question in plain words asks the house for, and what of its words the figure does not go by. */
export const hearPlainQuery = (
  dialog: Dialog,
  read: AskedFigure,
  said: Said,
  facts: Facts,
): Turn | undefined => withUnused(hearQuery(dialog, read, said, facts), withoutStretch(said, facts), facts);

/** What a question in plain or terse words asks the house for; undefined where it is about something else. */
export function hearQuery(dialog: Dialog, read: AskedFigure, said: Said, facts: Facts): Turn | undefined {
  const asked = whenAsked(dialog, asSuggestions(read, said.text), said, facts);
  if ("turn" in asked) return asked.turn;
  return tellingOwnPlaces(
    averaged(dialog, hearOne(dialog, asked.query, said, facts), said.text, facts),
    said.text,
    facts,
  );
}

function hearOne(dialog: Dialog, read: AskedFigure, said: Said, facts: Facts): Turn | undefined {
  const query = { ...withPlaces(read, said.text, facts), name: nameOf(read, said.text, facts) };
  const first = notInFull(dialog, query, said.text, facts) ?? severalAsked(dialog, query, said.text, facts);
  if (first !== undefined) return first;
  switch (query.name) {
    case "my_reports":
      return ownReports(dialog, query, said.text, facts);
    case "my_score":
      return ask(dialog, { do: "figures.own-score" });
    case "my_opinions":
      return ownCases(dialog, query, said.text, facts);
    case "my_archive":
      return ask(dialog, { do: "figures.own-data" });
    case "stats":
      return countAsked(dialog, query, said.text, facts);
    case "deputy_profile":
      return aboutDeputy(dialog, query, said.text, facts);
    case "missing_reports":
      return silentAsked(dialog, query, said, facts);
    case "my_attendance":
      return attendanceAsked(dialog, query, said.text, facts);
    case "absences":
      return absencesAsked(dialog, query, said.text, facts);
    case "opinion_stats":
    case "opinion_backlog":
      return opinionsAsked(dialog, query, said.text, facts);
    case "export":
      return exportAsked(dialog, query, said, facts);
    case "assessment":
      return ask(dialog, { do: "figures.own-score" });
    case "deadlines":
      return ofNow(ownDuty(dialog, facts), query, said.text, facts);
    case "help":
      return say(dialog, { kind: "help.menu", audience: audienceOf(facts) });
    case "rules":
      return rulesAsked(dialog, said.text, facts);
    case "upcoming_activities":
      return undefined;
  }
}

// All that somebody brought is one list, of whatever time.
const ownCases = (dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn =>
  withUnheardPeriod(ask(dialog, { do: "figures.own-cases", page: 1 }), query, text, facts);

// What is still to be done is of this year: 我去年还差什么 is not answered silently with it.
const ofNow = (turn: Turn, query: AskedFigure, text: string, facts: Facts): Turn =>
  query.to === undefined || yearOf(query.to) >= yearOf(facts.today)
    ? turn
    : withUnheardPeriod(turn, query, text, facts);

function withUnheardPeriod(turn: Turn, { from }: AskedFigure, text: string, { today }: Facts): Turn {
  const [when] = from === undefined ? [] : periodWords(text, today);
  return when === undefined
    ? turn
    : { ...turn, replies: [...turn.replies, { kind: "figures.unused", what: when }] };
}

const RATE = /^(?!.*(?:谁|哪|名单)).*(?:出勤|到会率|考勤)/u;

function attendanceAsked(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn {
  const size = findSize(text);
  if (size !== undefined) return say(dialog, { kind: "figures.not-heeded", what: size });
  // 出勤率 of staff who do not say whose is that of those they look after.
  return isStaff(facts.speaker) && !isOfOneself(text)
    ? ask(dialog, {
        do: "figures.absences",
        basis: { ...absenceBasis(query, facts), ...eachOf(text) },
        page: 1,
      })
    : ask(dialog, ownAttendance(query));
}

// Who took part is not who was away: 2月参加学习培训的是哪些人.
const AWAY = /[缺没未旷迟退假率勤应]|不(?:来|到|去|参加)|到会|签到|出席|实到|参会|(?:来|到)[了过]/u;

function absencesAsked(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn {
  if (!AWAY.test(text) && isStaff(facts.speaker))
    return (
      hearUnheeded(dialog, query, text, facts) ??
      countAsked(dialog, query, query.kind === undefined ? text : `${text} 按代表`, facts)
    );
  // 出勤率 of a deputy is his own.
  if (!isStaff(facts.speaker) && RATE.test(text)) return ask(dialog, ownAttendance(query));
  // Who had leave was not absent: no absence is passed off as it.
  const leaves = hearLeavesAsked(dialog, text, facts);
  if (leaves !== undefined) return leaves;
  const never = NEVER_CAME.exec(text)?.[0];
  if (never !== undefined && isStaff(facts.speaker))
    return say(dialog, { kind: "figures.not-heeded", of: "absences", what: never });
  const asked = whyAbsent(dialog, query, text, facts);
  if (asked !== undefined) return asked;
  const { least } = readLeast(text);
  const unheeded = least === undefined ? hearUnheeded(dialog, query, text, facts) : undefined;
  const basis = { ...absenceBasis(query, facts, least), ...(least === undefined ? eachOf(text) : {}) };
  return unheeded ?? ask(dialog, { do: "figures.absences", basis, page: 1 });
}

// Who was never there is on no list: one of absences holds those who were away once.
const NEVER_CAME =
  /(?:一[次回场]也?都?|从来?都?)没有?(?:来|到|参加|出席)(?:过|会)?|(?:次次|每[次场回]都?|回回|场场)(?:都)?(?:没(?:来|到|参加)|不(?:来|到|参加)|缺席)/u;

// 杨秀英为什么算缺席 under a list of absences is of one of these, in the stretch of time that it is of.
const WHY = /为什么|为啥|凭什么|怎么(?:就|会)?算/u;
function whyAbsent(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn | undefined {
  const { missed } = dialog;
  const { person, from } = query;
  if (missed === undefined || person === undefined || from !== undefined || !WHY.test(text)) return undefined;
  const stretch = { from: missed.from, to: missed.to };
  const basis = { ...absenceBasis(query, facts), ...stretch };
  return isStaff(facts.speaker)
    ? ask(dialog, { do: "figures.absences", basis, page: 1, why: true })
    : undefined;
}

// 各镇出勤率, 各小组缺席情况: a line for each. Of each deputy there is none: nobody is held against another.
function eachOf(text: string): { readonly each?: "township" | "group" | "station" } {
  const by = comparesTownships(text) ? "township" : findCut(text)?.by;
  if (by !== "township" && by !== "group" && by !== "station") return {};
  return /出勤|到会|参会|出席|缺席|缺勤|考勤|应到|实到/u.test(text) ? { each: by } : {};
}

/** One's own attendance, in the period that the words name or else this year. */
export const ownAttendance = ({ from, to }: Asked): FigureRequest => ({
  do: "figures.own-attendance",
  ...(from === undefined ? {} : { period: { from, to: to ?? from } }),
});
