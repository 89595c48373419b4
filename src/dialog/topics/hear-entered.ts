import type { Facts } from "#src/domain/facts.ts";
import type { ShareRequest } from "#src/domain/requests/share.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { givesVerdicts, verdictOnAll, verdictsOnEach } from "../entered-verdicts.ts";
import { ask, inFocus, say } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * A deputy's word on several records that staff entered: 都对, 都不对, 第一条对,第二条不对. Places count where one card asks about
 * several; where they may be of two cards it is said how. Undefined for all else, and where something of one's own is in
 * view.
 */
export function hearOnEntered(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const { asked, speaker } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0 || text.length > LONGEST) return undefined;
  if (inFocus(dialog) !== undefined || dialog.filed !== undefined) return undefined;
  const numbers = asked?.act.do === "report.acknowledge" ? asked.act.numbers : undefined;
  const all = verdictOnAll(text);
  if (all !== undefined && (numbers !== undefined || (asked === undefined && all.plain)))
    return ask(dialog, {
      do: "report.acknowledge",
      numbers: [],
      right: all.right,
      every: true,
      // Their cards lie far up: it is asked once more.
      ...(numbers === undefined ? { unsure: true as const } : {}),
    });
  if (numbers === undefined || !givesVerdicts(text)) return undefined;
  const each = verdictsOnEach(text, numbers);
  if (each === undefined || (numbers.length < 2 && !/履/u.test(text)))
    return say(dialog, { kind: "share.by-number", numbers });
  const [first, ...others] = [true, false].flatMap((right): ShareRequest[] => {
    const meant = [...each].flatMap(([number, is]) => (is === right ? [number] : []));
    return meant.length === 0 ? [] : [{ do: "report.acknowledge", numbers: meant, right }];
  });
  if (first === undefined) return undefined;
  return ask(others.length === 0 ? dialog : { ...dialog, amending: others }, first);
}

/** A word on what was done is short. */
const LONGEST = 60;
