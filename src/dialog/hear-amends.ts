import type { Facts } from "#src/domain/facts.ts";
import { amendLast, amendNamed } from "./amend-named.ts";
import { amendsPlainly } from "./amends-plainly.ts";
import { asksOfEntered } from "./asks-of-entered.ts";
import { companionsPutRight } from "./companions-put-right.ts";
import { deniesEntered } from "./denies-entered.ts";
import type { Dialog, Turn } from "./dialog.ts";
import type { Said } from "./topics/report.ts";
import { hearTakenOut } from "./topics/take-out.ts";
import { namedChange } from "./named-change.ts";
import { saidOfOthers } from "./said-for.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";
import { ask, say } from "./turns.ts";
import { hearAmendsOfEach } from "./hear-amends-of-each.ts";
import { unsaidField } from "./unsaid.ts";
import { wordOnColleague } from "./word-on-colleague.ts";
import { orElse } from "./or-else.ts";
import { wantsBack } from "./wants-back.ts";
import { restore } from "./topics/restore.ts";

/**
 * What is certainly about something filed, whatever else the whole of the words is like: what they plainly change, of
 * one record or of several, or take out, who was there as well, or what is wrong without what is right. Undefined for
 * all else.
 */
export function hearAmends(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  if (wantsBack(said.text)) return restore(dialog, said.text);
  if (dialog.filed === undefined && deniesEntered(withoutNumbers(said.text), facts))
    return ask(dialog, {
      do: "report.acknowledge",
      numbers: numbersIn(said.text, "履"),
      right: false,
      unsure: true,
    });
  if (asksOfEntered(said.text))
    return ask(dialog, { do: "report.acknowledge", numbers: [], right: true, unsure: true });
  const each = hearAmendsOfEach(dialog, undefined, said, facts);
  if (each !== undefined) return each;
  const out = hearTakenOut(dialog, said, facts);
  if (out !== undefined) return out;
  const word = saidOfOthers(said.text);
  if (word !== undefined)
    return ask(dialog, { do: "report.acknowledge", numbers: [], right: word === "right", unsure: true });
  const answered = onColleague(dialog, said, facts);
  if (answered !== undefined) return answered;
  const named = namedChange(said.text, facts, said.at);
  if (named !== undefined) return ask(orElse(dialog, named, said, facts), { do: "report.amend", ...named });
  const who = companionsPutRight(withoutNumbers(said.text), facts);
  if (who !== undefined) return amendLast(dialog, who, said);
  const plainly = amendsPlainly(said, facts);
  if (plainly !== undefined) return amendNamed(dialog, said, facts) ?? amendLast(dialog, plainly, said);
  const field = unsaidField(said.text);
  return field === undefined ? undefined : say(dialog, { kind: "report.not-read", field, filed: true });
}

// 对,我跟张伟去的, and nothing asks just now: what a colleague told is shown once more, or, right after filing, he comes to
// the record.
function onColleague(dialog: Dialog, said: Said, { people }: Facts): Turn | undefined {
  const word = wordOnColleague(said.text, people);
  if (word === undefined || !word.firm) return undefined;
  if (dialog.filed === undefined)
    return ask(dialog, {
      do: "report.acknowledge",
      numbers: [],
      right: word.present,
      unsure: true,
      ...(word.with.length === 0 ? {} : { of: word.with }),
    });
  return word.present && word.with.length > 0
    ? amendLast(dialog, { field: "with", value: word.with.join("、"), more: true }, said)
    : undefined;
}
