import { readPlanRows } from "#src/actions/plans/read-plan-rows.ts";
import { dropGoneNow } from "#src/actions/plans/drop-gone.ts";
import { applyPlan } from "#src/actions/plans/apply-plan.ts";
import { planSize, toPlanView } from "#src/actions/plans/plan-view.ts";
import { sightOf } from "#src/actions/sight-of.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { parsePlan } from "#src/domain/plans/parse-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { PlanView, ReadPlan } from "#src/domain/requests/plan.ts";
import { tell } from "#src/outbox/tell.ts";
import { planLines } from "#src/text/plan-lines.ts";
import { findGo, type Go, isGoFor, refuseUnseen, toMake } from "./find-go.ts";
import { inWorld } from "./in-world.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";
import { readSheetsOf, refuseCells } from "./sheet-file.ts";

const CANCEL = "--cancel-missing";

/**
 * Takes a yearly plan over from xlsx: shows it with a mark of what it would do, and plans just that with --yes=MARK; run
 * again, it shows changes. What is not in it any more stays, unless --cancel-missing calls it off too.
 */
export const IMPORT_PLAN: Command = {
  usage: "FILE.xlsx [--cancel-missing] [--dry-run|--yes=MARK]",
  does: "shows what a yearly plan of activities would change, and makes it with --yes=MARK of the look",
  run: async ([file, ...options], context) => {
    const go = findGo(options.filter((one) => one !== CANCEL));
    if (file === undefined || go === undefined)
      throw misused(
        "import-plan takes FILE.xlsx, and --dry-run to look only or --yes=MARK, with the mark of the look, to plan what " +
          "was shown; with --cancel-missing at both it also calls off what is not in it any more.",
      );
    const plan = parsePlan(await readSheetsOf(file, Object.values(PLAN_SHEETS)));
    const wish = { plan, go, cancels: options.includes(CANCEL) };
    await withWorkshop(context, (workshop) => compareAndPlan(workshop, wish, context));
  },
};

type Wish = { readonly plan: ReadPlan; readonly go: Go; readonly cancels: boolean };

async function compareAndPlan(
  workshop: Workshop,
  { plan, go, cancels }: Wish,
  context: CommandContext,
): Promise<void> {
  await inWorld(workshop, async (tx, world) => {
    const compared = await readPlanRows(tx, "all", plan, world);
    if ("problems" in compared) throw refuseCells(compared.problems, context);
    const view = toPlanView(compared, world);
    for (const line of planLines(view)) context.print(line);
    const drops = cancels && view.gone.length + view.goneUndated.length > 0;
    if (planSize(view) === 0 && !drops)
      return context.print("Nothing to plan: all of it is on file already.");
    const mark = sightOf(view, drops);
    const all = `${told(view)}${drops ? ", which are called off" : ""}`;
    if (go === "look") return context.print(`Would plan: ${all}. ${toMake(mark)}`);
    if (!isGoFor(go, mark)) throw refuseUnseen(go, mark, all);
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
