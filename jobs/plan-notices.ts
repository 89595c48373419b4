import { tallyOutgoing } from "#db/queries/outbox-counts.ts";
import { announcePlans } from "#src/actions/plans/announce-plans.ts";
import { newsKey } from "#src/domain/news.ts";
import { tell } from "#src/outbox/tell.ts";
import { EVERY_MINUTE, type Job } from "./job.ts";

const NAME = "plan-notices";

/** Sends the notices of a yearly plan's activities when their days are near, a few a day and deputy (policy: plans). */
export const planNoticesJob: Job = {
  name: NAME,
  poke: EVERY_MINUTE,
  timetable: () => ({ every: 15 }),
  run: async ({ db, vault }, _stretch, world) => {
    const { keys, report } = await db.transaction(async (tx) => {
      const { news, activities, postponed } = await announcePlans(tx, world);
      const scheduled = news.map((one) => ({ ...one, schedule: NAME }));
      await tell(tx, vault, scheduled, world);
      return { keys: scheduled.map(newsKey), report: { activities: activities.length, postponed } };
    });
    const recount = () => db.transaction((tx) => tallyOutgoing(tx, keys));
    return { tally: await recount(), report, recount };
  },
};
