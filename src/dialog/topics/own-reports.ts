import type { Facts } from "#src/domain/facts.ts";
import { isTown } from "#src/domain/is-town.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { askedPlaces } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { filingAsked } from "../filing-asked.ts";
import { ask, say } from "../turns.ts";

/** What a deputy asks of the own duty: the year at a glance, or a figure of a kind, a period, a place or a division. */
export function ownReports(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn {
  const { org: _, orgs: __, ...rest } = query;
  const [org, other] = askedPlaces(text, facts);
  // A record says the village and not its town.
  if (org !== undefined && (other !== undefined || isTown(org)))
    return say(dialog, { kind: "figures.not-heeded", what: [org, other].filter(Boolean).join("、") });
  const place = org !== undefined && IS_SPOT.test(org) ? { org } : {};
  const own = { ...basisOf({ ...rest, ...place }, facts), own: true } as const;
  const by = findCut(text)?.by;
  if (by === "kind" || by === "month")
    return ask(dialog, { do: "figures.cut", basis: own, by, page: 1, whole: true });
  if (
    query.kind === undefined &&
    query.mark === undefined &&
    org === undefined &&
    (query.from === undefined || ASKS_WHAT_IS_LEFT.test(text))
  )
    return ownDuty(dialog, facts);
  return ask(dialog, { do: "figures.count", basis: own, ...filingAsked(text, own) });
}

const IS_SPOT = /(?:村|社区|[站室园厂校院]|(?<!小)组)$/u;
const ASKS_WHAT_IS_LEFT = /还?[差欠缺](?:了|着)?(?:些|点)?(?:什么|啥|哪|几|多少)/u;

/** What is done and still expected. Who looks after deputies and is none owes no duty: what waits for him or her is told. */
export function ownDuty(dialog: Dialog, { speaker }: Facts): Turn {
  if (speaker.kind !== "member" || speaker.mandates.length > 0 || !isStaff(speaker))
    return ask(dialog, { do: "figures.own-duty" });
  return { ...ask(dialog, { do: "figures.todo" }), replies: [{ kind: "figures.no-own-duty" }] };
}
