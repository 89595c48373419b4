import { compareRoster, type Compared, importRoster } from "#src/actions/roster/import-roster.ts";
import { sightOf } from "#src/actions/sight-of.ts";
import { listKnownOrgs } from "#db/queries/roster-state.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import type { Roster } from "#src/domain/roster/roster.ts";
import { Fault } from "#src/kernel/fault.ts";
import { lostLeaders } from "#src/domain/roster/lost-leaders.ts";
import { putBack } from "#src/domain/roster/put-back.ts";
import { type RosterPlan, planSize } from "#src/domain/roster/roster-plan.ts";
import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";
import { tell } from "#src/outbox/tell.ts";
import { rosterChanges } from "#src/text/roster-changes.ts";
import { findGo, type Go, isGoFor, refuseUnseen, toMake } from "./find-go.ts";
import { inWorld } from "./in-world.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";
import { printProgress, readSheetsOf, refuseCells } from "./sheet-file.ts";

/**
 * Takes a roster over from xlsx: all of it, or nothing and the list of every bad cell. Where a roster is on file
 * already, the changes are shown with a mark of them, and only these are made with --yes=MARK. Whoever resigned or was
 * terminated is put back in office by a second word only, which says how many.
 */
export const IMPORT_ROSTER: Command = {
  usage: "FILE.xlsx [--dry-run|--yes=MARK [--back-in-office=N]]",
  does: "takes a roster over; shows what would change of one that is on file, and changes it with --yes=MARK of the look",
  run: async ([file, ...options], context) => {
    const go = findGo(options.filter((one) => !BACK.test(one)));
    const back = Number(options.map((one) => BACK.exec(one)?.[1]).find((one) => one !== undefined) ?? 0);
    if (file === undefined || go === undefined)
      throw misused(
        "import-roster takes FILE.xlsx, and --dry-run to look only or --yes=MARK, with the mark of the look, to make the changes shown; " +
          "--back-in-office=N where the look says so.",
      );
    const sheets = await readSheetsOf(file, Object.values(ROSTER_SHEETS));
    await withWorkshop(context, async (workshop) => {
      const known = await workshop.database.db.transaction(listKnownOrgs);
      const parsed = parseRoster(sheets, known);
      if ("problems" in parsed) throw refuseCells(parsed.problems, context);
      context.print(`Read ${counted(parsed.roster)}; comparing with what is on file…`);
      await compareAndFile(workshop, parsed.roster, { go, back }, context);
    });
  },
};

const BACK = /^--back-in-office=(\d{1,5})$/u;

/** The go, and how many people it says may be put back in office. */
type Said = { readonly go: Go; readonly back: number };

async function compareAndFile(
  workshop: Workshop,
  roster: Roster,
  { go, back }: Said,
  context: CommandContext,
): Promise<void> {
  await inWorld(workshop, async (tx, world) => {
    const compared = await compareRoster(tx, workshop.vault, roster);
    if ("problems" in compared) throw refuseCells(compared.problems, context);
    const { plan } = compared;
    if (planSize(plan) === 0) return context.print("Nothing to change: all of it is on file already.");
    const isFirst = compared.state.mandates.length + compared.state.roles.length === 0;
    const lines = isFirst ? [] : linesOf(compared);
    const mark = sightOf(plan);
    const isSeen = isGoFor(go, mark);
    const returning = putBack(plan).length;
    const more = returning === 0 ? "" : ` --back-in-office=${returning}`;
    if (!isSeen) for (const line of lines) context.print(line);
    if (go === "look")
      return context.print(`Would file: ${told(plan)}.${isFirst ? "" : ` ${toMake(mark, more)}`}`);
    if (!isSeen && (!isFirst || go !== "ask")) throw refuseUnseen(go, mark, told(plan), more);
    if (returning !== back) throw refuseBack(returning);
    const news = await importRoster(tx, workshop.vault, compared, world, printProgress(context));
    const words = await tell(tx, workshop.vault, news, world);
    context.print(`Filed: ${told(plan)}${words === 0 ? "" : `; ${words} messages to those concerned`}.`);
  });
}

const refuseBack = (people: number): Fault =>
  new Fault(
    "command.failed",
    people === 0
      ? "Nothing was changed: nobody would be put back in office; leave --back-in-office away."
      : `Nothing was changed: ${people} of these changes put somebody back in office who resigned or was terminated. ` +
          `Where the file is old, put it right; where that is meant, add --back-in-office=${people} to --yes=MARK.`,
  );

function linesOf({ plan, state, nameOf }: Compared): readonly string[] {
  const people = new Map([
    ...state.people.map((one) => [one.id, one] as const),
    ...plan.newPeople.map((one) => [one.id, one] as const),
    ...plan.people.map(({ after }) => [after.id, after] as const),
  ]);
  const mandates = new Map([
    ...state.mandates.map((one) => [one.id, one] as const),
    ...plan.mandates.map((one) => [one.id, one.after] as const),
  ]);
  const person = (ref: number) => people.get(ref);
  const names = { org: nameOf, person, mandate: (ref: number) => mandates.get(ref) };
  return rosterChanges(plan, names, lostLeaders(plan, state));
}

const counted = ({ orgs, mandates, staff }: Roster): string =>
  `${orgs.length} organisations, ${mandates.length} mandates, ${staff.length} staff roles`;

const told = ({ orgs, newPeople, people, mandates, rests, roles }: RosterPlan): string =>
  `${orgs.length} organisations and ${newPeople.length} people new, ${people.length} people changed; ` +
  `mandates ${fresh(mandates)} new, ${mandates.length - fresh(mandates)} changed, ${rests.length} suspensions; ` +
  `roles ${fresh(roles)} new, ${roles.length - fresh(roles)} changed`;

const fresh = (list: readonly { readonly before: unknown }[]): number =>
  list.filter((one) => one.before === null).length;
