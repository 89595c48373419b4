import type { Tx } from "#db/client.ts";
import type { CompanionsAmended } from "#src/domain/requests/companions-amended.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { AmendRequest, ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { type Amended, amendReport } from "./amend-report.ts";
import { eachOnce } from "./each-once.ts";
import type { Grant } from "./gate.ts";

/**
 * Makes the change that was asked for, and the others that the same words ask for, each with its trace. Where only
 * some can be made, the outcome says which were left.
 */
export async function amendBoth(
  tx: Tx,
  grant: Grant,
  { amendment: { also, ...first }, ...request }: AmendRequest,
  world: World,
): Promise<Amended | ReportRefusal> {
  const done = await amendReport(tx, grant, { ...request, amendment: first }, world);
  if (also === undefined || typeof done === "string") return done;
  const { number } = done.outcome.record;
  const then = await amendBoth(tx, grant, { do: "report.amend", number, amendment: also }, world);
  if (typeof then !== "string")
    return { outcome: joined(done, then), news: eachOnce([...done.news, ...then.news]) };
  const { also: others, ...left } = also;
  const without = { ...done, outcome: { ...done.outcome, left: [left] } };
  if (others === undefined) return without;
  const rest = await amendBoth(tx, grant, { do: "report.amend", number, amendment: others }, world);
  return typeof rest === "string"
    ? { ...without, outcome: { ...without.outcome, left: [left, others] } }
    : {
        outcome: { ...joined(done, rest), left: [left, ...(rest.outcome.left ?? [])] },
        news: eachOnce([...done.news, ...rest.news]),
      };
}

function joined({ outcome: one }: Amended, { outcome: other }: Amended): Amended["outcome"] {
  const { same, now, ...spoken } = { ...one, ...other, ...toCompanions(one.companions, other.companions) };
  const said = one.now === undefined ? now : { ...one.now, ...toAlso(other.now) };
  return {
    ...spoken,
    ...(said === undefined ? {} : { now: said }),
    ...(one.same === true && same === true ? { same } : {}),
  };
}

const toAlso = (change: Amendment | undefined) => (change === undefined ? {} : { also: change });

// 陈建国没去,杨秀英去了: what became of either.
function toCompanions(one: CompanionsAmended | undefined, other: CompanionsAmended | undefined) {
  if (one === undefined || other === undefined) return {};
  const both = (part: keyof CompanionsAmended): string[] => [...new Set([...one[part], ...other[part]])];
  return {
    companions: {
      asked: both("asked"),
      dropped: both("dropped"),
      kept: both("kept"),
      declined: both("declined"),
      unknown: both("unknown"),
    },
  };
}
