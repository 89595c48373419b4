/** So many characters has an answer at most, whatever is asked for: the rest is on pages, or in a table. */
export const LONGEST_ANSWER = 300;

/** So many has a card, which somebody reads through before a yes. */
export const LONGEST_CARD = 500;

// Characters that no text has stand around words that have briefer ones, until a message is put into words: only then
// is it known how long it is. None of them stand inside others.
const BEGIN = "\uFDD0";
const OR = "\uFDD1";
const END = "\uFDD2";
const WAYS = /\uFDD0([^\uFDD0\uFDD2]*)\uFDD2/gu;
const NO_TEXT = /[\uFDD0-\uFDD2]/gu;

/**
 * Words with briefer ones, or nothing at all, for where an answer would grow too long. All that stands in it becomes
 * briefer step by step and together, so that the lines of a list stay alike; of these the last is kept from there on.
 */
export const byRoom = (...ways: readonly [string, string, ...string[]]): string =>
  `${BEGIN}${ways.map((one) => one.replaceAll(NO_TEXT, "")).join(OR)}${END}`;

const STEPS = [0, 1, 2, 3] as const;

/** The text as full as `room` characters allow, once it is `print`ed; as brief as it gets where that is too long still. */
export function inRoom(text: string, print: (words: string) => string, room = LONGEST_ANSWER): string {
  const told = STEPS.map((step) => atStep(text, step));
  return told.find((one) => print(one).length <= room) ?? told.at(-1) ?? text;
}

const atStep = (text: string, step: number): string =>
  text
    .split("\n")
    .flatMap((line) => {
      const told = line.replaceAll(WAYS, (_all, ways: string) => {
        const each = ways.split(OR);
        return each[Math.min(step, each.length - 1)] ?? "";
      });
      return told === "" && line !== "" ? [] : [told];
    })
    .join("\n");
