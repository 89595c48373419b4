import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type DutyRecord, type NewDutyRecord, traceChanges } from "#db/queries/duty-records.ts";
import { type Followed, followOrigin, keepTogether } from "#db/queries/follow-origin.ts";
import type { News } from "#src/domain/news.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { originChangedNews } from "./origin-changed-news.ts";
import { type ShareChange, shareChangedNews } from "./share-changed-news.ts";

/** A change that was made to a record. */
export type Made = {
  /** As it was before. */
  readonly record: DutyRecord;
  readonly fields: Partial<NewDutyRecord>;
  readonly amendment: Amendment;
  readonly trace: { readonly field: string; readonly before: string | null; readonly after: string };
  readonly now: SimilarRecord;
};

/**
 * Makes the shares of a record say what it says now where they said the same before, each with its trace. A share is a
 * copy of what was reported: corrected in one place only, one occasion would be counted as two. Whoever has a record of
 * the same occasion hears of the change, in whichever of them it was made.
 */
export async function followChange(
  tx: Tx,
  { record, fields, amendment, trace, now }: Made,
  { personId, actorName: of }: Pick<Grant, "personId" | "actorName">,
  when: When,
): Promise<News[]> {
  if (amendment.field === "with" || amendment.field === "text") return [];
  const followed = await followOrigin(tx, record, fields);
  await traceChanges(
    tx,
    followed.map(({ id: recordId }) => ({ ...trace, byPerson: personId, at: when.now, recordId })),
  );
  await traceReopened(tx, followed, personId, when);
  await keepTogether(tx, record);
  const { number, kind, startsOn: date, place, counts } = record;
  const change = { amendment: asMade(amendment), of, was: { number, kind, date, place, counts }, now };
  return [
    ...enteredChangedNews(record, personId, change, when),
    ...(await originChangedNews(tx, { ...change, id: record.id, followed }, when)),
    ...(await shareChangedNews(tx, { ...change, record }, when)),
  ];
}

// Who had verified it did so of other words: that is taken back with its trace, and nobody else has to think of it.
async function traceReopened(
  tx: Tx,
  followed: readonly Followed[],
  byPerson: number,
  { now: at }: When,
): Promise<void> {
  const ids = followed.filter((one) => one.reopened).map((one) => one.id);
  const change = { byPerson, field: "state", before: "verified", after: "confirmed", at };
  await traceChanges(
    tx,
    ids.map((recordId) => ({ ...change, recordId })),
  );
  const line = { at, actorId: byPerson, action: "report.reopen", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
}

// Whoever wrote it down hears what the deputy made of it, and would else tell it on as it was.
function enteredChangedNews(
  { id, enteredBy }: DutyRecord,
  personId: number,
  { amendment, of: by, was, now }: Pick<ShareChange, "amendment" | "of" | "was" | "now">,
  { now: at }: When,
): News[] {
  if (enteredBy === null || enteredBy === personId) return [];
  const key = `entered-changed:${id}:${amendment.field}:${at.toISOString()}`;
  return [{ to: enteredBy, key, word: { kind: "share.entered-changed", by, was, now } }];
}

// Its day is settled: another record is not read by what it says itself.
const asMade = (amendment: Amendment): Amendment => {
  const { also: _also, unread: _unread, ...change } = amendment;
  if (change.field === "end") return { field: "end", value: change.value };
  if (change.field !== "date") return change;
  const { field, value, time } = change;
  return { field, value, ...(time === undefined ? {} : { time }) };
};
