import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import type { Turn } from "../dialog.ts";
import { unusedWords } from "../unused-words.ts";

/** A figure of duty, after the words of its question that it does not go by: 今年冒雨走访多少户 is told of all visits. */
export function withUnused(turn: Turn | undefined, text: string, facts: Facts): Turn | undefined {
  // Where something is said already, it is why the figure is another one.
  if (turn?.request === undefined || turn.replies.length > 0) return turn;
  if (turn.request.do !== "figures.count" && turn.request.do !== "figures.cut") return turn;
  const what = unusedWords(turn.request, text, facts);
  // Of a name nothing may tell whether somebody elsewhere bears it.
  return what === undefined || A_NAME.test(what)
    ? turn
    : { ...turn, replies: [{ kind: "figures.unused", what }] };
}

const A_NAME = new RegExp(`^${SURNAME}[一-鿿]{1,2}$`, "u");
