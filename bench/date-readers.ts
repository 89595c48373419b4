import recognizers from "@microsoft/recognizers-text-date-time";
import { hans } from "chrono-node/zh";
import type { DateCase, Prediction } from "#test/corpus/date_score.mjs";
import { readCase } from "#test/support/date-suite.ts";

/** A reader of Chinese dates under measurement. */
export type DateReader = { readonly name: string; readonly read: (one: DateCase) => readonly Prediction[] };

const pad = (value: number): string => String(value).padStart(2, "0");
const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const momentOf = (date: Date): string =>
  `${dayOf(date)}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(":")}`;
const referenceOf = ({ reference_time: at }: DateCase): Date => new Date(at ?? "2026-01-01T00:00:00");

const ours: DateReader = { name: "ours", read: readCase };

const chrono: DateReader = {
  name: "chrono",
  read: (one) => {
    const forwardDate = one.flags?.includes("prefer:future") === true;
    return hans.parse(one.text, referenceOf(one), { forwardDate }).map(({ index, text, start, end }) => ({
      index,
      text,
      start: noted(start),
      ...(end === undefined || end === null ? {} : { end: endOf(end) }),
    }));
  },
};

type Components = { isCertain: (part: "hour" | "minute") => boolean; date: () => Date };

const isTimed = (components: Components): boolean =>
  components.isCertain("hour") || components.isCertain("minute");
const noted = (components: Components): string =>
  isTimed(components) ? momentOf(components.date()) : dayOf(components.date());

// The peer names the last day; the suite's ranges are half-open.
function endOf(components: Components): string {
  const date = components.date();
  if (isTimed(components)) return momentOf(date);
  date.setDate(date.getDate() + 1);
  return dayOf(date);
}

const microsoft: DateReader = {
  name: "recognizers",
  read: (one) =>
    recognizers
      .recognizeDateTime(one.text, "zh-cn", recognizers.DateTimeOptions.None, referenceOf(one))
      .map(({ start: index, text, resolution }) => ({
        index,
        text,
        readings: listValues(resolution).map(toReading),
      })),
};

type Value = Readonly<Record<string, string | undefined>>;

// The peer offers several readings; one that is right is enough for it.
const listValues = (resolution: Readonly<Record<string, unknown>> | undefined): readonly Value[] => {
  const values = resolution?.["values"];
  return Array.isArray(values) ? values : [];
};

function toReading(value: Value): { start?: string; end?: string; seconds?: number } {
  if (value["type"] === "duration") return { seconds: Number(value["value"]) };
  const [start, end] = [notationOf(value["value"] ?? value["start"]), notationOf(value["end"])];
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function notationOf(said: string | undefined): string | undefined {
  if (said === undefined || /^\d{4}-\d\d-\d\d$/u.test(said)) return said;
  if (/^\d\d:\d\d:\d\d$/u.test(said)) return `T${said}`;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(said) ? said.replace(" ", "T") : undefined;
}

/** Ours and the best that npm offers, in the order in which they are shown. */
export const DATE_READERS: readonly DateReader[] = [ours, microsoft, chrono];
