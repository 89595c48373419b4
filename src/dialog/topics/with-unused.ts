import type { Request } from "#src/domain/request.ts";
import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import type { Turn } from "../dialog.ts";
import { type UsedBy, unusedWords } from "../unused-words.ts";

/** A figure of duty, after the words of its question that it does not go by: 今年冒雨走访多少户 is told of all visits. */
export function withUnused(turn: Turn | undefined, text: string, facts: Facts): Turn | undefined {
  // Where something is said already, it is why the figure is another one.
  if (turn?.request === undefined || turn.replies.length > 0) return turn;
  const used = usedBy(turn.request);
  if (used === undefined) return turn;
  const what = unusedWords(used, text, facts);
  // Of a name nothing may tell whether somebody elsewhere bears it.
  return what === undefined || A_NAME.test(what)
    ? turn
    : { ...turn, replies: [{ kind: "figures.unused", what }] };
}

function usedBy(request: Request): UsedBy | undefined {
  if (request.do === "figures.count" || request.do === "figures.cut") return request;
  return request.do === "figures.absences" || request.do === "figures.missing"
    ? { basis: request.basis, list: true }
    : undefined;
}

const A_NAME = new RegExp(`^${SURNAME}[一-鿿]{1,2}$`, "u");
