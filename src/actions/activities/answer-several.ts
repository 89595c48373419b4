import type { Tx } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityView } from "#src/domain/requests/activity.ts";
import type {
  AnswerToOne,
  GivenAnswer,
  SeveralAnswered,
  SeveralAnswers,
} from "#src/domain/requests/several-answers.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import type { Told } from "../told.ts";
import { answerComing } from "./answer-coming.ts";
import { askLeave } from "./ask-leave.ts";

/**
 * A deputy answers several calls in one breath: each answer takes effect as if it were said by itself, leave that lacks
 * its reason is asked about, and what meets no call is said.
 */
export async function answerSeveral(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { answers, unmet }: SeveralAnswers,
  world: World,
): Promise<Told<SeveralAnswered>> {
  const given: GivenAnswer[] = [];
  const unreasoned: ActivityView[] = [];
  const news: News[] = [];
  // One after another: each reads what the one before has written.
  for (const answer of answers) {
    const done = await answerOne(tx, vault, grant, answer, world);
    if (typeof done !== "string" && "news" in done) news.push(...done.news);
    const outcome = typeof done === "string" ? done : "news" in done ? done.outcome : done;
    if (typeof outcome === "string")
      given.push({ of: "activity.not-answered", activity: answer.activity, why: outcome });
    else if (outcome.of === "activity.why-leave") unreasoned.push(outcome.activity);
    else if (isGiven(outcome)) given.push(outcome);
    else throw new TypeError(`an answer to one call is ${outcome.of}`);
  }
  return { outcome: { of: "activity.several-answered", given, unreasoned, unmet }, news };
}

const answerOne = (
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { activity, coming, reason, note }: AnswerToOne,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> =>
  coming
    ? answerComing(tx, grant, { do: "activity.coming", activity }, world)
    : askLeave(
        tx,
        vault,
        grant,
        { do: "activity.leave", activity, ...(reason && { reason }), ...(note && { note }) },
        world,
      );

const isGiven = (
  outcome: ActivityOutcome,
): outcome is Exclude<GivenAnswer, { of: "activity.not-answered" }> =>
  outcome.of === "activity.answered" ||
  outcome.of === "activity.leave-sent" ||
  outcome.of === "activity.leave-stands" ||
  outcome.of === "activity.leave-waits";
