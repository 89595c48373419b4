import { readPlanRows } from "#src/actions/plans/read-plan-rows.ts";
import { dropGoneNow } from "#src/actions/plans/drop-gone.ts";
import { applyPlan } from "#src/actions/plans/apply-plan.ts";
import { planSize, toPlanView } from "#src/actions/plans/plan-view.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { parsePlan } from "#src/domain/plans/parse-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { PlanView, ReadPlan } from "#src/domain/requests/plan.ts";
import { Fault } from "#src/kernel/fault.ts";
import { tell } from "#src/outbox/tell.ts";
import { planLines } from "#src/text/plan-lines.ts";
import { inWorld } from "./in-world.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";
import { readSheetsOf, refuseCells } from "./sheet-file.ts";

const OPTIONS = ["", "--dry-run", "--yes", "--yes --cancel-missing"];

/**
 * Takes a yearly plan over from xlsx: shows it, and plans what was shown only with --yes; run again, it shows changes.
 * What is not in it any more stays, unless --cancel-missing calls it off too.
 */
export const IMPORT_PLAN: Command = {
  usage: "FILE.xlsx [--dry-run|--yes [--cancel-missing]]",
  does: "shows what a yearly plan of activities would change, and makes it with --yes",
  run: async ([file, ...options], context) => {
    const option = options.join(" ");
    if (file === undefined || !OPTIONS.includes(option))
      throw misused(
        "import-plan takes FILE.xlsx, and --dry-run to look only or --yes to plan what is shown; " +
          "--yes --cancel-missing also calls off what is not in it any more.",
      );
    const plan = parsePlan(await readSheetsOf(file, Object.values(PLAN_SHEETS)));
    await withWorkshop(context, (workshop) => compareAndPlan(workshop, plan, option, context));
  },
};

async function compareAndPlan(
  workshop: Workshop,
  plan: ReadPlan,
  option: string,
  context: CommandContext,
): Promise<void> {
  await inWorld(workshop, async (tx, world) => {
    const compared = await readPlanRows(tx, "all", plan, world);
    if ("problems" in compared) throw refuseCells(compared.problems, context);
    const view = toPlanView(compared, world);
    for (const line of planLines(view)) context.print(line);
    const drops = option.includes("--cancel-missing") && view.gone.length + view.goneUndated.length > 0;
    if (planSize(view) === 0 && !drops)
      return context.print("Nothing to plan: all of it is on file already.");
    if (option === "--dry-run") return context.print(`Would plan: ${told(view)}.`);
    if (option === "")
      throw new Fault("command.failed", `Nothing was planned yet: ${told(view)}. To plan it, add --yes.`);
    const { outcome, news } = await applyPlan(tx, null, compared, world);
    const dropped = drops ? await dropGoneNow(tx, compared, world) : null;
    const words = await tell(tx, workshop.vault, [...news, ...(dropped?.news ?? [])], world);
    const off = dropped === null ? "" : `, ${dropped.outcome.count} called off`;
    context.print(`Planned: ${told(view)}; ${outcome.announced} announced now${off}, ${words} messages.`);
  });
}

const told = ({ fresh, changed, undated, redated, fixed, gone, goneUndated, same }: PlanView): string =>
  `${fresh.length} activities new, ${changed.length + fixed.length} changed, ` +
  `${undated.length + redated.length} without a day yet, ${same} as before, ` +
  `${gone.length + goneUndated.length} no longer in the plan`;
