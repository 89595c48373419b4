import { guarded } from "../guarded.ts";
import { hasChar, withBlanks } from "../char-set.ts";
import type { Frame, Now } from "./frame.ts";
import { DAY_SECONDS, type Kind, type Meaning, resolve } from "./meaning.ts";

type Limit = "before" | "until" | "after" | "since";
type Limited = { readonly meaning: Meaning; readonly start: number; readonly end: number };

const AHEAD = guarded(/(?:截[止至]到?|自从?|从)\s?$/u);
// Most dates stand beside none of these.
const AHEAD_ENDS = withBlanks("止至到自从");
const BEHIND_BEGINS = withBlanks("或及和之以前后至起开为止");
const BEHIND =
  /\s?(?:(?<reached>或|及|和)?(?:(?<before>之前|以前|前(?![来往面后期景台辈排进提程天年日晚]|[一二两三几\d]天))|(?<after>之后|以后|后(?![期续面勤山院台备方天年日晚]|[一二两三几\d]天)))|(?<since>以来|至今|起(?![来码诉草点步伏])|开始)|(?<end>为止|止(?!血|损)))/uy;

/** Applies 之前, 以来, 起, 截止到 beside a phrase: one end of the period is then open, or now. */
export function limited(
  text: string,
  start: number,
  end: number,
  { frame, meaning, joined }: { readonly frame: Frame; readonly meaning: Meaning; readonly joined: boolean },
  now: Now,
): Limited {
  const ahead = hasChar(AHEAD_ENDS, text.charCodeAt(start - 1))
    ? (AHEAD.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? "")
    : "";
  const begin = start - ahead.length;
  if (meaning.kind === "duration" || frame.instant !== undefined) return { meaning, start, end };
  BEHIND.lastIndex = end;
  const match = hasChar(BEHIND_BEGINS, text.charCodeAt(end)) ? BEHIND.exec(text) : null;
  const limit = limitOf(ahead, match?.groups ?? {});
  if (limit === undefined) return { meaning, start: begin, end };
  const there = match === null ? end : BEHIND.lastIndex;
  if (joined) return { meaning, start: begin, end: there };
  // 9月以来 has begun, whatever the wish.
  const since = limit === "since" ? resolve(frame, { ...now, direction: "past" }) : undefined;
  return { meaning: bounded(since ?? meaning, limit, frame, now), start: begin, end: there };
}

function limitOf(ahead: string, groups: Readonly<Record<string, string | undefined>>): Limit | undefined {
  const { reached, before, after, since, end } = groups;
  if (before !== undefined) return reached === undefined ? "before" : "until";
  if (after !== undefined) return reached === undefined ? "after" : "since";
  if (since !== undefined || ahead.startsWith("自从")) return "since";
  return end !== undefined || ahead.startsWith("截") ? "before" : undefined;
}

const RANGES: Readonly<Partial<Record<Kind, Kind>>> = {
  date: "daterange",
  datetime: "datetimerange",
  time: "timerange",
};

function bounded(meaning: Meaning, limit: Limit, frame: Frame, now: Now): Meaning {
  const { from = 0, to = from, days } = meaning;
  const kind = RANGES[meaning.kind] ?? meaning.kind;
  const rest = { ...meaning, kind };
  const at = now.day * DAY_SECONDS + now.second;
  const dated = kind !== "timerange";
  const period = days?.wide === true;
  if (limit === "before" || limit === "until") {
    const end = frame.third !== undefined || (limit === "until" && period) ? to : from;
    const { from: _open, ...open } = { ...rest, to: end, until: true as const };
    return dated && end > at ? { ...open, kind: dayKind(kind), from: at } : open;
  }
  const { to: _open, ...open } = { ...rest, from: limit === "after" && period ? to : from };
  if (limit === "after" || !dated || from >= at) return open;
  return { ...open, kind: dayKind(kind), to: at };
}

// A range that begins or ends now has a time of day.
const dayKind = (kind: Kind): Kind => (kind === "daterange" ? "datetimerange" : kind);
