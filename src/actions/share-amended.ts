import type { Tx } from "#db/client.ts";
import type { News } from "#src/domain/news.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { ShareOutcome, ShareRequest } from "#src/domain/requests/share.ts";
import type { World } from "#src/domain/rules.ts";
import { amendBoth } from "./amend-both.ts";
import type { Amended } from "./amend-report.ts";
import type { Grant } from "./gate.ts";
import { shareRecord } from "./speak-on-records.ts";

type Shared = Extract<ShareOutcome, { of: "report.shared" }>;

/**
 * Takes a companion's word, and what he or she says otherwise than the colleague did: 是的,但是是5户 makes a share of 5
 * households, of which the colleague hears. What cannot be otherwise is named, and the share stands all the same.
 */
export async function shareAmended(
  tx: Tx,
  grant: Grant,
  request: Extract<ShareRequest, { do: "report.share" }>,
  world: World,
): Promise<
  ShareOutcome | ReportRefusal | { readonly outcome: ShareOutcome; readonly news: readonly News[] }
> {
  const shared = await shareRecord(tx, grant, request, world);
  const { amendment } = request;
  if (amendment === undefined || typeof shared === "string" || shared.of !== "report.shared") return shared;
  const { number } = shared.record;
  const done = await amendBoth(tx, grant, { do: "report.amend", number, amendment }, world);
  if (typeof done === "string") return { ...shared, left: true };
  return { outcome: withChange(shared, done), news: done.news };
}

function withChange(shared: Shared, { outcome: { record, counts, now, left = [] } }: Amended): Shared {
  const changes = each(now);
  const unread = changes.flatMap((one) => one.unread ?? []);
  const place = changes.find((one) => one.field === "place")?.value;
  return {
    ...shared,
    record: {
      ...shared.record,
      ...record,
      ...(counts === undefined ? {} : { counts }),
      ...(typeof place === "string" ? { place } : {}),
    },
    ...(left.length === 0 ? {} : { left: true }),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

const each = (now: Amendment | undefined): readonly Amendment[] =>
  now === undefined ? [] : [now, ...each(now.also)];
