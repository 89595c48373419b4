import type { Clock } from "#src/kernel/clock.ts";

/** Who is a contact of the account, as far as its list can be believed yet. */
export type Roll = {
  /** The puppet says that its list is whole. */
  readonly isWhole: () => void;
  /** Looks somebody up: `missing` is not on the list just now, `gone` is nobody any more. Rejects as the puppet does. */
  readonly look: (id: string) => Promise<"listed" | "missing" | "gone">;
};

/** A list that grew no more for so long is whole, also where a puppet does not say so. */
const STEADY_MS = 30_000;
/** One look may fall into a moment in which the list is loaded anew. */
const AGAIN_MS = 30_000;

/**
 * The roll of one log-in. Puppets say that somebody is logged in before they have his contacts, which come in for some
 * twenty seconds: whoever is not among them is gone only after the list was whole, and not in two looks half a minute
 * apart.
 */
export function createRoll(listContacts: () => Promise<readonly string[]>, clock: Clock): Roll {
  const missedSince = new Map<string, number>();
  let isWhole = false;
  let last = { contacts: "", since: Infinity };

  return {
    isWhole: () => {
      isWhole = true;
    },
    look: async (id) => {
      const list = await listContacts();
      const at = clock().getTime();
      const contacts = list.toSorted().join(" ");
      if (contacts !== last.contacts) last = { contacts, since: at };
      if (list.includes(id)) {
        missedSince.delete(id);
        return "listed";
      }
      if (list.length === 0 || (!isWhole && at - last.since < STEADY_MS)) return "missing";
      const since = missedSince.get(id) ?? at;
      missedSince.set(id, since);
      return at - since >= AGAIN_MS ? "gone" : "missing";
    },
  };
}
