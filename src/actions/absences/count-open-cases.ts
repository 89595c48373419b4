import type { Tx } from "#db/client.ts";
import { countCases } from "#db/queries/absence-cases.ts";
import type { Policy } from "#src/domain/policy.ts";
import { strikeRules } from "./strike-rules.ts";

/** How many cases of absence wait for the office. */
export const countOpenCases = (tx: Tx, scope: readonly number[], policy: Policy): Promise<number> =>
  countCases(tx, scope, strikeRules(policy));
