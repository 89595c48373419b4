import type { Tx } from "#db/client.ts";
import { listTownshipStaff } from "#db/queries/staff.ts";
import type { News } from "#src/domain/news.ts";
import type { FiledOpinion, SimilarRecord } from "#src/domain/requests/report.ts";
import type { EnteredRecord } from "#src/domain/requests/report-news.ts";
import type { When } from "#src/domain/when.ts";

/** A person named in a report, with the record that names him or her. */
export type NamedCompanion = { readonly personId: number; readonly record: SimilarRecord };

/** Asks companions whether they took part: each record once, and once more at a moment when it was changed. */
export const companionNews = (named: readonly NamedCompanion[], by: string, changedAt?: Date): News[] =>
  named.map(({ personId, record }) => ({
    to: personId,
    key: `companion:${record.number}${changedAt === undefined ? "" : `:${changedAt.toISOString()}`}`,
    word: { kind: "report.companion", record, by },
  }));

/** Tells a deputy what staff entered, and the opinions with it, to be confirmed. */
export function enteredNews(
  to: number,
  records: readonly EnteredRecord[],
  opinions: readonly FiledOpinion[],
  by: string,
): News[] {
  const [first] = records;
  if (first === undefined) return [];
  const heard = opinions.length === 0 ? {} : { opinions };
  return [{ to, key: `entered:${first.number}`, word: { kind: "report.entered", records, by, ...heard } }];
}

/** Tells the township's staff what a deputy changed or took back after the free hours. */
export async function lateChangeNews(
  tx: Tx,
  records: readonly { readonly number: string; readonly mandateId: number }[],
  by: string,
  what: "changed" | "withdrawn" | "restored",
  { now, today }: When,
): Promise<News[]> {
  const staff = await listTownshipStaff(
    tx,
    records.map((one) => one.mandateId),
    today,
  );
  return staff.flatMap((to) =>
    records.map(({ number }) => ({
      to,
      key: `late:${number}:${what}:${now.toISOString()}`,
      word: { kind: "share.changed-late", number, by, what } as const,
    })),
  );
}
