import { errorFacts, type Log } from "#src/kernel/log.ts";

/** Who notes that WeChat is being heard. */
export type Presence = {
  /** Something may have gone unheard just now: a log-in, or a message that could not be had. */
  readonly broke: () => void;
  /** It is being heard. */
  readonly goesOn: () => void;
};

/**
 * Notes presence, one note after another. A break that could not be noted, because the database was away as well, stays
 * to be noted: whoever was talking then is asked in any case.
 */
export function createPresence(note: (began: boolean) => Promise<void>, log: Log): Presence {
  let breaks = 0;
  let noted = 0;
  let line = Promise.resolve();

  const noteNow = async (): Promise<void> => {
    const known = breaks;
    try {
      await note(known > noted);
      noted = known;
    } catch (error) {
      log.warn("wechat.presence-not-noted", errorFacts(error));
    }
  };
  const goesOn = (): void => {
    line = line.then(noteNow);
  };
  return {
    goesOn,
    broke: () => {
      breaks += 1;
      goesOn();
    },
  };
}
