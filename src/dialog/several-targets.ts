import type { Day } from "#src/domain/day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNamedEvent } from "./named-event.ts";
import { numbersIn } from "./spoken-number.ts";

/** A call as a line names it: by its number, or by its day and the word for what it is. */
export type Target = {
  readonly number?: string;
  readonly on?: Day;
  /** The last day, where a stretch of days is named: 下周, 10号到17号. */
  readonly until?: Day;
  /** Only the date was said, and no month: it may be that of another month. */
  readonly anyMonth?: true;
  readonly event?: string;
  /** As it was said. */
  readonly said: string;
};

type Found = Target & { readonly index: number; readonly end: number };

/** A piece of a line: its words, the calls it names, and what is left without them. */
export type Segment = { readonly words: string; readonly targets: readonly Target[]; readonly rest: string };

const NUMBER = /活-\d{4}-\d{1,6}/gu;

/** The calls that a line names, in order. */
export function findTargets(text: string, today: Day): readonly Found[] {
  const numbers = [...text.matchAll(NUMBER)].map((one): Found => {
    const [number = one[0]] = numbersIn(one[0], "活");
    return { number, said: one[0], index: one.index, end: one.index + one[0].length };
  });
  const blanked = text.replace(NUMBER, (one) => " ".repeat(one.length));
  const days = findDates(blanked, { today, prefer: "future" })
    .filter((one) => !one.doubtful && one.end >= today && (!one.wide || one.start < one.end))
    .filter((one) => one.start < one.end || one.start >= today)
    .map((one): Found => {
      const end = one.index + one.text.length;
      const after = /^[^,;\u3002、和\d]{0,6}/u.exec(blanked.slice(end))?.[0] ?? "";
      const event = findNamedEvent(after);
      return {
        on: one.start,
        said: one.text,
        index: one.index,
        end,
        ...(one.start < one.end ? { until: one.end } : {}),
        ...(/[月天周期拜]/u.test(one.text) ? {} : { anyMonth: true as const }),
        ...(event === undefined ? {} : { event }),
      };
    });
  return [...numbers, ...days].sort((a, b) => a.index - b.index);
}

/** A line in pieces: by its marks, and where an answer stands between two calls. */
export function segmentsOf(
  text: string,
  targets: readonly Found[],
  isVerb: (words: string) => boolean,
): readonly Segment[] {
  const cuts = new Set<number>([0]);
  for (const mark of text.matchAll(/[,;\u3002!\n]/gu)) cuts.add(mark.index + 1);
  for (const [index, one] of targets.entries()) {
    const before = targets[index - 1];
    if (before !== undefined && isVerb(text.slice(before.end, one.index))) cuts.add(one.index);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.flatMap((start, index): Segment[] => {
    const end = starts[index + 1] ?? text.length;
    const words = text
      .slice(start, end)
      .replace(/[,;\u3002!\s]+$/u, "")
      .trim();
    if (words === "") return [];
    const within = targets.filter((one) => one.index >= start && one.index < end);
    const rest = within.reduceRight(
      (left, one) => left.slice(0, one.index - start) + left.slice(one.end - start),
      text.slice(start, end),
    );
    return [{ words, targets: within, rest: rest.replace(/[,;\u3002!]+$/u, "") }];
  });
}
