import { readPlanRows } from "#src/actions/plans/read-plan-rows.ts";
import { applyPlan } from "#src/actions/plans/apply-plan.ts";
import { toPlanView } from "#src/actions/plans/plan-view.ts";
import { jobParts } from "#src/compose/jobs.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { parsePlan } from "#src/domain/plans/parse-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { PlanView, ReadPlan } from "#src/domain/requests/plan.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { Fault } from "#src/kernel/fault.ts";
import { tell } from "#src/outbox/tell.ts";
import { planLines } from "#src/text/plan.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";
import { readSheetsOf, refuseCells } from "./sheet-file.ts";

const OPTIONS = ["", "--dry-run", "--yes"];

/** Takes a yearly plan over from xlsx: shows it, and plans what was shown only with --yes; run again, it shows changes. */
export const IMPORT_PLAN: Command = {
  usage: "FILE.xlsx [--dry-run|--yes]",
  does: "shows what a yearly plan of activities would change, and makes it with --yes",
  run: async ([file, option = "", ...more], context) => {
    if (file === undefined || !OPTIONS.includes(option) || more.length > 0)
      throw misused(
        "import-plan takes FILE.xlsx, and --dry-run to look only or --yes to plan what is shown.",
      );
    const plan = parsePlan(await readSheetsOf(file, Object.values(PLAN_SHEETS)));
    await withWorkshop(context, (workshop) => compareAndPlan(workshop, plan, option, context));
  },
};

async function compareAndPlan(
  { config, database: { db }, vault, clock, log }: Workshop,
  plan: ReadPlan,
  option: string,
  context: CommandContext,
): Promise<void> {
  const parts = jobParts(config, db, vault, clock, log);
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, clock());
  await db.transaction(async (tx) => {
    const compared = await readPlanRows(tx, "all", plan, world);
    if ("problems" in compared) throw refuseCells(compared.problems, context);
    const view = toPlanView(compared, world);
    for (const line of planLines(view)) context.print(line);
    if (view.fresh.length + view.changed.length === 0)
      return context.print("Nothing to plan: all of it is on file already.");
    if (option === "--dry-run") return context.print(`Would plan: ${told(view)}.`);
    if (option === "")
      throw new Fault("command.failed", `Nothing was planned yet: ${told(view)}. To plan it, add --yes.`);
    const { outcome, news } = await applyPlan(tx, null, compared, world);
    const words = await tell(tx, vault, news, world);
    context.print(`Planned: ${told(view)}; ${outcome.announced} announced now, ${words} messages.`);
  });
}

const told = ({ fresh, changed, gone, same }: PlanView): string =>
  `${fresh.length} activities new, ${changed.length} changed, ${same} as before, ${gone.length} no longer in the plan`;
