import { kindOf, type Overrides } from "./clocks.ts";

/**
 * When people are reminded a second time, from the words of the rule: at nine o'clock; so many days before; from two
 * days before on never on a day of rest but on the working day before it; the day before and the day itself always;
 * every week once it is overdue, where that is a day of rest on the first working day after it; two that come to fall on one day are one, the later; what begins before half past nine is
 * reminded of at six in the evening before. Where nobody knows whether a day is worked the reminder stays on its day.
 * It shares no code with `src`.
 */
export type Said = { readonly before: number; readonly on: string };

const DAY = 86_400_000;
const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

export function remindedOnByTheText(
  due: string,
  steps: readonly number[],
  weeklyUntil: string | null,
  overrides: Overrides = {},
): { readonly said: readonly Said[]; readonly alarms: readonly number[] } {
  const said: Said[] = [];
  const alarms: number[] = [];
  for (const before of steps) {
    let on = plus(due, -before);
    if (before > 1) {
      let look = on;
      while (kindOf(look, overrides) === "holiday") look = plus(look, -1);
      if (kindOf(look, overrides) === "unknown") alarms.push(Number(look.slice(0, 4)));
      else on = look;
    }
    const same = said.findIndex((one) => one.on === on);
    if (same < 0) said.push({ before, on });
    else if (before < (said[same]?.before ?? 0)) said[same] = { before, on };
  }
  if (weeklyUntil !== null)
    for (let week = 1; plus(due, 7 * week) <= weeklyUntil; week += 1) {
      const asked = plus(due, 7 * week);
      let rested = asked;
      while (kindOf(rested, overrides) === "holiday") rested = plus(rested, 1);
      const isKnown = kindOf(rested, overrides) !== "unknown";
      if (!isKnown) alarms.push(Number(rested.slice(0, 4)));
      const on = isKnown ? rested : asked;
      if (on > weeklyUntil) continue;
      const crowded = said.findIndex((one) => one.on === on);
      if (crowded >= 0) said.splice(crowded, 1);
      said.push({ before: -7 * week, on });
    }
  said.sort((a, b) => Date.parse(a.on) - Date.parse(b.on) || b.before - a.before);
  return { said, alarms: [...new Set(alarms)] };
}

/** The moments, in the words of the district's clock, at which an activity is reminded of. */
export function activityRemindedByTheText(
  day: string,
  time: string,
  steps: readonly number[],
  overrides: Overrides = {},
): string[] {
  const { said } = remindedOnByTheText(day, steps, null, overrides);
  return said.map(({ before, on }) =>
    before === 0 && time < "09:30" ? `${plus(on, -1)} 18:00` : `${on} 09:00`,
  );
}
