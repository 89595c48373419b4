import { listOpenToObjection, type OpenToObjection } from "#db/queries/absence-told.ts";
import type { Tx } from "#db/client.ts";
import { listDialogsOf } from "#db/queries/dialogs.ts";
import type { Vault } from "#db/vault.ts";
import { objectionEnd } from "#src/actions/absences/objection-end.ts";
import { daysBefore } from "#src/domain/ago.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { openDialog } from "#src/inbox/open-dialog.ts";

/** No time for an objection is longer. */
const LONGEST_DAYS = 60;
/** So long after the hour of reminders it is still that reminder; what was said since needs none at once. */
const LATEST_MS = 3 * 3_600_000;

/**
 * Reminds deputies, on the day before the last one or else on that day, of words of theirs that were to object to an
 * absence and still wait for a tap. Once for each absence.
 */
export async function remindOfUnsaid(tx: Tx, vault: Vault, world: World): Promise<readonly News[]> {
  if (!isRemindingHour(world)) return [];
  const told = await listOpenToObjection(tx, daysBefore(world.now, LONGEST_DAYS));
  const ending = told.filter((one) => endsSoon(objectionEnd(one.toldAt, world), world.today));
  const dialogs = await listDialogsOf(tx, [...new Set(ending.map((one) => one.personId))]);
  return dialogs.flatMap(({ personId, conversation, state }) => {
    const own = ending.filter((one) => one.personId === personId);
    return listWaiting(openDialog(vault, state), own, world.today).map((word): News => ({
      to: personId,
      at: conversation,
      key: `unsaid:${word.activity.number}`,
      word,
      expiresAt: toInstant(addDays(word.objectBy, 1), 0, world.zone),
    }));
  });
}

function isRemindingHour({ now, today, zone, policy }: World): boolean {
  const since = +now - +toInstant(today, toMinute(policy.reminders.hour), zone);
  return since >= 0 && since < LATEST_MS;
}

const endsSoon = (until: Day | null, today: Day): until is Day =>
  until !== null && (until === today || until === addDays(today, 1));

type Unsaid = Extract<News["word"], { kind: "absence.unsaid" }>;

// Of a card that asks which of several is meant, each that ends is named.
function listWaiting(
  { pending }: ReturnType<typeof openDialog>,
  own: readonly OpenToObjection[],
  today: Day,
): readonly Unsaid[] {
  return pending.flatMap((one) => {
    if (one.at !== "sure" || one.question.kind !== "sure.objecting") return [];
    const { text, absences } = one.question;
    return absences.flatMap(({ activity, state, until }): Unsaid[] =>
      state === "open" && endsSoon(until, today) && own.some(({ number }) => number === activity.number)
        ? [{ kind: "absence.unsaid", activity, text, objectBy: until }]
        : [],
    );
  });
}
