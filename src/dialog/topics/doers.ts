import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { doersTold } from "../doers-told.ts";
import { goneInstead } from "../gone-instead.ts";
import { toldOfEach } from "../told-of-each.ts";
import { say } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * What staff tell of several deputies who each did something: a card for each, one after another, or where it is not
 * clear who did what, that they be told one by one. Undefined where it is the deed of one, also in another's place.
 */
export function hearDoers(
  dialog: Dialog,
  { text, at }: Pick<Said, "text" | "at">,
  facts: Facts,
): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const each = toldOfEach(text, facts, at);
  if (each !== undefined) return say(dialog, { kind: "report.whose-each", each });
  const names = goneInstead(text, facts.people) === text ? doersTold(text, facts) : undefined;
  return names === undefined ? undefined : say(dialog, { kind: "report.one-by-one", names });
}
