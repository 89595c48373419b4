/**
 * The rules on absence a second time, straight from their text and as plainly as possible. It shares no code with
 * `src`, so that a mistake has to be made twice to go unseen.
 */
export type TermLine = {
  readonly id: number;
  readonly asOf: string;
  readonly mandates: readonly { readonly from: string; readonly to?: string | undefined }[];
  readonly suspensions: readonly { readonly from: string; readonly to?: string | undefined }[];
  readonly activities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly date: string;
    readonly final: boolean;
    readonly status: "present" | "late" | "left_early" | "leave" | "absent";
    readonly leave?: "approved" | "pending" | "refused" | undefined;
    readonly notified: boolean;
    /** The session of a sitting. */
    readonly session?: string | undefined;
  }[];
};
type Activity = TermLine["activities"][number];
export type WindowName = "rolling_12_months" | "calendar_year" | "same_mandate";
/** So many sittings of these kinds missed in one session are the session missed. */
type Conversion = { readonly sittings: readonly string[]; readonly times: number };
export type RuleText = {
  readonly rule: string;
  readonly kind: string;
  readonly window: WindowName;
  /** Of which congresses; of all where it is not said. */
  readonly levels?: readonly string[];
  /** What it counts: absences where it is not said. */
  readonly counts?: "leave";
  readonly converts?: readonly Conversion[];
  /** Which one is told first, and which is a strike; the first and the second where it is not said. */
  readonly noticeFrom?: number;
  readonly strikeAt?: number;
};

/** The default policy's two rules, as the contract words them. */
export const DEFAULT_RULES: readonly RuleText[] = [
  { rule: "group_activity_unapproved", kind: "group_activity", window: "rolling_12_months" },
  { rule: "congress_session_unapproved", kind: "congress_session", window: "same_mandate" },
];

const within = (span: { from: string; to?: string | undefined }, date: string): boolean =>
  date >= span.from && date <= (span.to ?? "9999-99-99");

function counts(activity: Activity, line: TermLine): boolean {
  if (!activity.final) return false;
  if (activity.date > line.asOf) return false;
  if (!activity.notified) return false;
  let inMandate = false;
  for (const mandate of line.mandates) if (within(mandate, activity.date)) inMandate = true;
  if (!inMandate) return false;
  for (const suspension of line.suspensions) if (within(suspension, activity.date)) return false;
  return true;
}

function isAbsence(activity: Activity, line: TermLine): boolean {
  if (!counts(activity, line)) return false;
  if (activity.status !== "absent") return false;
  return activity.leave !== "approved" && activity.leave !== "pending";
}

function sameDayOneYearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1);
  const rest = date.slice(4);
  return rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`;
}

function inWindow(earlier: Activity, last: Activity, window: WindowName, line: TermLine): boolean {
  if (window === "rolling_12_months") return earlier.date > sameDayOneYearBefore(last.date);
  if (window === "calendar_year") return earlier.date.slice(0, 4) === last.date.slice(0, 4);
  for (const mandate of line.mandates) {
    if (within(mandate, earlier.date) && within(mandate, last.date)) return true;
  }
  return false;
}

const before = (a: Activity, b: Activity): number =>
  a.date + a.id === b.date + b.id ? 0 : a.date + a.id < b.date + b.id ? -1 : 1;

function isGranted(activity: Activity, line: TermLine): boolean {
  if (!counts(activity, line)) return false;
  return activity.status === "leave" || (activity.status === "absent" && activity.leave === "approved");
}

// The sitting that completes the number stands for its session, once, and only where that was not missed as a whole.
function convertedBy(rule: RuleText, counted: readonly Activity[]): Activity[] {
  const completing: Activity[] = [];
  for (const session of new Set(counted.map((one) => one.session))) {
    if (session === undefined) continue;
    if (counted.some((one) => one.id === session && one.kind === rule.kind)) continue;
    const missed = counted.filter((one) => one.session === session);
    const complete = missed.find((one, at) =>
      (rule.converts ?? []).some(
        ({ sittings, times }) =>
          sittings.includes(one.kind) &&
          missed.slice(0, at + 1).filter(({ kind }) => sittings.includes(kind)).length === times,
      ),
    );
    if (complete !== undefined) completing.push(complete);
  }
  return completing;
}

type Judged = {
  readonly absences: readonly string[];
  readonly notices: readonly { readonly rule: string; readonly level: number; readonly activity: string }[];
  readonly strikes: readonly { readonly rule: string; readonly activities: readonly string[] }[];
};

export function judgeByTheText(line: TermLine, rules: readonly RuleText[] = DEFAULT_RULES): Judged {
  const inOrder = [...line.activities].sort(before);
  const found = [];
  for (const rule of rules) {
    const is = rule.counts === "leave" ? isGranted : isAbsence;
    const counted = inOrder.filter((activity) => is(activity, line));
    const direct = counted.filter(({ kind }) => kind === rule.kind);
    const grounds = [...direct, ...convertedBy(rule, counted)].sort(before);
    for (const at of grounds) {
      const until = grounds.filter((other) => other === at || before(other, at) < 0);
      const together = until.filter((other) => inWindow(other, at, rule.window, line)).map(({ id }) => id);
      found.push({ at, rule, together });
    }
  }
  // What is said of one day stands in the order of the rules.
  found.sort((a, b) => before(a.at, b.at));
  const notices = [];
  const strikes = [];
  for (const { at, rule, together } of found) {
    const [first, last] = [rule.noticeFrom ?? 1, rule.strikeAt ?? 2];
    if (together.length < first) continue;
    notices.push({ rule: rule.rule, level: Math.min(together.length, last), activity: at.id });
    if (together.length >= last) strikes.push({ rule: rule.rule, activities: together });
  }
  return { absences: inOrder.filter((one) => isAbsence(one, line)).map(({ id }) => id), notices, strikes };
}

/** Before an activity ahead: the rule under which staying away would be a strike, and the days that count by then. */
export function threatByTheText(
  line: TermLine,
  ahead: Activity,
  rules: readonly RuleText[] = DEFAULT_RULES,
): unknown {
  const then = { ...line, asOf: ahead.date };
  if (!counts({ ...ahead, final: true, notified: true }, then)) return null;
  for (const { rule, kind, window } of rules) {
    if (kind !== ahead.kind) continue;
    const earlier = line.activities
      .filter((one) => one.id !== ahead.id && one.kind === kind && isAbsence(one, then))
      .filter((one) => before(one, ahead) < 0 && inWindow(one, ahead, window, line))
      .sort(before);
    if (earlier.length > 0) return { rule, absences: earlier.map(({ date }) => date) };
  }
  return null;
}

/** How many activities count, and of those how many were attended, on leave, or missed without leave. */
export function tallyByTheText(line: TermLine) {
  let [present, leave, waiting, absent] = [0, 0, 0, 0];
  for (const one of line.activities) {
    if (!counts(one, line)) continue;
    if (["present", "late", "left_early"].includes(one.status)) present += 1;
    else if (one.status === "leave" || one.leave === "approved") leave += 1;
    else if (one.leave === "pending") {
      leave += 1;
      waiting += 1;
    } else absent += 1;
  }
  return { expected: present + leave + absent, present, leave, waiting, absent };
}
