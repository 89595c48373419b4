import type { Tx } from "#db/client.ts";
import { listEndlessTerms } from "#db/queries/obligations.ts";
import { listDistricts } from "#db/queries/orgs.ts";
import type { Day } from "#src/domain/day.ts";
import { owedByTermEnd } from "#src/domain/owed-by-term-end.ts";
import type { Policy } from "#src/domain/policy.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Looks at whether the roster and the policy fit each other: the names of the examples, the ends of terms. */
export const examineRoster = async (
  tx: Tx,
  policy: Policy,
  file: string,
  today: Day,
): Promise<readonly Finding[]> => [
  namesFinding(await listDistricts(tx), policy, file),
  termFinding(await listEndlessTerms(tx, today), policy),
];

// The examples that people are shown are of the district that the policy names.
function namesFinding(districts: readonly string[], { names }: Policy, file: string): Finding {
  const meant = names.district;
  return districts.length === 0 || districts.includes(meant)
    ? fine("names", `examples are of ${meant}`)
    : wrong(
        "names",
        `examples are of ${meant}, the roster is of ${districts.join(", ")}: put the district's own under \`names\` in ${file}`,
      );
}

function termFinding(endless: Awaited<ReturnType<typeof listEndlessTerms>>, policy: Policy): Finding {
  const missed = endless.filter(({ level }) => owedByTermEnd(policy, level).length > 0);
  const terms = missed.map(({ level, term }) => `${term} (${level})`).join(", ");
  return missed.length === 0
    ? fine("terms", "whatever is owed by a term's end has a due day")
    : wrong(
        "terms",
        `no end on file for ${terms}: what is owed by then has no due day; put it into the roster`,
      );
}
