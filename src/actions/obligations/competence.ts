import type { Competence } from "#db/queries/waiting-submissions.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Submission } from "#src/domain/submission.ts";
import type { Grant } from "../gate.ts";

/** The rules of the policy that ask for this kind of report; for any kind where none is named. */
export function rulesFor({ obligations }: Policy, submission?: Submission): string[] {
  return Object.entries(obligations)
    .filter(([, { needs }]) =>
      submission === undefined
        ? "submission" in needs
        : "submission" in needs && needs.submission === submission,
    )
    .map(([rule]) => rule);
}

/** On whose reports the actor decides: the role that the policy names for the rule, or the office, in its subtree. */
export function competencesOf(grant: Grant, policy: Policy, submission?: Submission): Competence[] {
  return rulesFor(policy, submission).flatMap((rule) => {
    const taker = policy.obligations[rule]?.accepted_by;
    const held = grant.roles.filter(({ role }) => role === taker || role === "office");
    return held.map(({ orgId }) => ({ rule, orgId }));
  });
}

/** Which report an obligation under a rule is met by; undefined where records meet it. */
export function submissionOf(rule: string, { obligations }: Policy): Submission | undefined {
  const needs = obligations[rule]?.needs;
  return needs !== undefined && "submission" in needs ? needs.submission : undefined;
}
