import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ToldOfShare } from "#src/domain/requests/share.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findPlace } from "#src/understanding/places.ts";

const SAME =
  /^(?:[对嗯哦噢]的?[,\s]*|是的[,\s]+)*(?:就是|是|对)(?<what>[^,\u3002?]{1,20}?[那这](?:一?[次回天场]|[一二两三四五六七八九十\d]{1,3}(?:户|个人?|家|人))(?:人家|群众|老人|人)?)(?:的|吧|嘛|啊|哦)*[。!]*$/u;

/** What a yes says of the record that is asked about: 就是今早罗吊村那五户. Undefined for all else. */
export function toldOfShare(text: string, { today, places }: Facts): ToldOfShare | undefined {
  const what = SAME.exec(text.normalize("NFKC").trim())?.groups?.["what"];
  if (what === undefined) return undefined;
  const day = dayNamed(what, today);
  const place = findPlace(what, places);
  const { counts } = findCounts(what);
  return {
    ...(day === undefined ? {} : { on: day }),
    ...(place === undefined ? {} : { place }),
    ...(Object.keys(counts).length === 0 ? {} : { counts }),
  };
}

/** The one day that words name of what is over; undefined where they name none, or a stretch of time. */
export const dayNamed = (words: string, today: Day): Day | undefined =>
  findDates(words.normalize("NFKC"), { today, prefer: "past" }).find((one) => !one.wide && !one.doubtful)
    ?.start;
