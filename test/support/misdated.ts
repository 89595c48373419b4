import type { OutboundMessage } from "#src/message/outbound.ts";

const DATE = /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日\(周([日一二三四五六])\)/gu;
// What stands for a year until a message is put into words.
const UNSAID = /[\ue000-\uf8ff]/u;

const found: string[] = [];

/** The dates of a text that say a year which is the reader's own, leave another out, or name the wrong weekday. */
export const misdated = (text: string, year: number): readonly string[] => [
  ...(UNSAID.test(text) ? [text] : []),
  ...Array.from(text.matchAll(DATE)).flatMap(([date, said, month, day, weekday]) => {
    const meant = new Date(Date.UTC(Number(said ?? year), Number(month) - 1, Number(day)));
    const isRight = "日一二三四五六"[meant.getUTCDay()] === weekday && Number(said) !== year;
    return isRight ? [] : [`${date} in ${year}: ${text}`];
  }),
];

/** Looks at a message that is sent at a moment, its labels too. */
export function watchDates({ text, choices }: OutboundMessage, now: Date): void {
  const year = new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
  for (const one of [text, ...choices.map(({ label }) => label)]) found.push(...misdated(one, year));
}

/** The messages with such dates, so far in this worker. */
export const misdatedFound = (): readonly string[] => found;
