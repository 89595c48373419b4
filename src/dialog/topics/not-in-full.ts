import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import type { Query } from "#src/understanding/understanding.ts";
import { asksOfOthers } from "../asks-of-others.ts";
import { isStaff } from "../audience.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { findNeverAbsent } from "../never-absent.ts";
import { ask, say } from "../turns.ts";
import { countAsked } from "./count-asked.ts";
import { absenceBasis } from "./lists-asked.ts";
import { hearUnheeded, unknownName, unknownPlace } from "../unheeded.ts";

const ABOUT_DUTY: ReadonlySet<Query["name"]> = new Set(["stats", "deputy_profile", "my_reports"]);
const ABOUT_DEPUTIES: ReadonlySet<Query["name"]> = new Set([...ABOUT_DUTY, "missing_reports"]);

/** The answer to a question about deputies of which something is heeded by no figure; undefined where all of it is. */
export function notInFull(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn | undefined {
  // 全勤的有哪些 may sound like a score: whatever it is taken for, it is of who was there.
  const what = isStaff(facts.speaker) && !isOfOneself(text) ? findNeverAbsent(text) : undefined;
  if (what !== undefined) return alwaysThere(dialog, query, { what, text }, facts);
  const unheeded = ABOUT_DUTY.has(query.name) ? heededByNone(dialog, query, text, facts) : undefined;
  if (unheeded !== undefined) return unheeded;
  return ABOUT_DEPUTIES.has(query.name) && asksOfOthers(text, facts)
    ? say(dialog, { kind: "figures.refused", why: "others-duty" })
    : undefined;
}

// By name, and no table of it: whoever is not on the list had leave, was absent, or was called to nothing.
function alwaysThere(
  dialog: Dialog,
  query: AskedFigure,
  { what, text }: { readonly what: string; readonly text: string },
  facts: Facts,
): Turn {
  if (query.name === "export" || A_TABLE.test(text) || query.person !== undefined)
    return say(dialog, { kind: "figures.not-heeded", of: "absences", what });
  const always = EVERY_TIME.test(what) ? ("present" as const) : ("not-absent" as const);
  return ask(dialog, { do: "figures.absences", basis: { ...absenceBasis(query, facts), always }, page: 1 });
}

const A_TABLE = /导出|表格|下载|excel|xlsx/iu;
const EVERY_TIME = /勤(?!率)|次次|每[次场回]|回回|场场|率/u;

const BY_SURNAME = new RegExp(`^${SURNAME}代表?$`, "u");

function heededByNone(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn | undefined {
  const unheeded = hearUnheeded(dialog, query, text, facts);
  if (unheeded !== undefined) return unheeded;
  const place = unknownPlace(query, text, facts);
  // The house says that there is none, in the words for one elsewhere.
  if (place !== undefined) return countAsked(dialog, { ...query, org: place }, text, facts);
  const person = query.person === undefined ? unknownName(text, facts) : undefined;
  // 李代表 may be one of several: no name that is like it is guessed.
  if (person !== undefined && BY_SURNAME.test(person))
    return say(dialog, { kind: "figures.refused", why: "no-such-deputy" });
  // The house says that there is none, and whose name is like it where the speaker may look.
  return person === undefined
    ? undefined
    : ask(dialog, { do: "figures.count", basis: basisOf({ ...query, person }, facts) });
}
