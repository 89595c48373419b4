import { fromDayNumber, toDayNumber, type Day } from "./day.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const LAST_CLOCK_CHANGE_IN_CHINA = Date.UTC(1991, 8, 15);

const formats = new Map<string, Intl.DateTimeFormat>(); // building one takes longer than using it a hundred times

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  return format;
}

/** Minutes that the zone's clocks are ahead of UTC at an instant. An unknown zone throws a RangeError. */
function offsetMinutes(at: number, zone: string): number {
  if (zone === "Asia/Shanghai" && at >= LAST_CLOCK_CHANGE_IN_CHINA) return 480;
  const name = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** The wall clock at an instant: the calendar day, and the minute of the day from 0 to 1439. */
export function toLocal(at: Date, zone: string): { readonly day: Day; readonly minute: number } {
  const minutes = Math.floor(at.getTime() / MINUTE_MS) + offsetMinutes(at.getTime(), zone);
  const number = Math.floor(minutes / DAY_MINUTES);
  return { day: fromDayNumber(number), minute: minutes - number * DAY_MINUTES };
}

/** The calendar day of an instant. */
export const localDay = (at: Date, zone: string): Day => toLocal(at, zone).day;

/** HH:MM as the minute of the day. */
export function toMinute(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The instant at which the zone's clocks show a minute of a day; where clocks skip it, as much later. */
export function toInstant(day: Day, minute: number, zone: string): Date {
  const wall = (toDayNumber(day) * DAY_MINUTES + minute) * MINUTE_MS;
  const guess = wall - offsetMinutes(wall, zone) * MINUTE_MS;
  return new Date(wall - offsetMinutes(guess, zone) * MINUTE_MS);
}

/** The minute of a day as HH:MM. */
export const toWallTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
