import { listMandatesJudgedSince } from "#db/queries/final-since.ts";
import { tallyOutgoing } from "#db/queries/outbox-counts.ts";
import { followTold } from "#src/actions/absences/follow-told.ts";
import { judgeAbsences } from "#src/actions/absences/judge-absences.ts";
import { newsKey } from "#src/domain/news.ts";
import { tell } from "#src/outbox/tell.ts";
import { EVERY_MINUTE, type Job } from "./job.ts";
import { remindOfUnsaid } from "./unsaid-objections.ts";
import { soundObjectionAlarm } from "./objection-alarm.ts";

const NAME = "absence-warnings";
/** Attendance is judged when staff finalise it; this looks once more at what was finalised lately. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * Judges everybody concerned by activities that became final: whatever the moment of finalising missed is told now,
 * and a ground that is gone is taken back. Judging twice says nothing twice. Who was told is noted, and whom no channel
 * reached is told once one does.
 */
export const absenceWarningsJob: Job = {
  name: NAME,
  poke: EVERY_MINUTE,
  timetable: () => ({ every: 15 }),
  run: async (parts, { after, isFirst }, world) => {
    const { db, vault } = parts;
    const since = new Date(isFirst ? 0 : after.getTime() - OVERLAP_MS);
    const keys = await db.transaction(async (tx) => {
      const mandates = await listMandatesJudgedSince(tx, since);
      const judged = await judgeAbsences(tx, mandates, world);
      const unsaid = await remindOfUnsaid(tx, vault, world);
      const news = [...judged, ...(await followTold(tx, world)), ...unsaid].map((one) => ({
        ...one,
        schedule: NAME,
      }));
      await tell(tx, vault, news, world);
      await soundObjectionAlarm(tx, parts, world);
      return news.map(newsKey);
    });
    const recount = () => db.transaction((tx) => tallyOutgoing(tx, keys));
    return { tally: await recount(), recount };
  },
};
