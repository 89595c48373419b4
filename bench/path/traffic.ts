import { setTimeout as sleep } from "node:timers/promises";
import type { Service } from "#src/compose/service.ts";
import { answered, type Arrivals } from "./talk.ts";

/** How often deputies say something while something else is measured. */
export const PER_SECOND = 20;

/** Deputies who report and confirm all the while, so many messages a second, whatever becomes of the answers. */
export type Traffic = {
  /** Forgets how long messages took until now. */
  readonly forget: () => void;
  /** How long each took since, from stored to answered, in milliseconds. */
  readonly times: () => readonly number[];
  /** Nobody says anything more; resolves once everybody is answered. */
  readonly stop: () => Promise<void>;
};

/**
 * Lets them speak, each in turn and one matter at a time, `PER_SECOND`; `text` is what one says in a turn of his, and
 * `run` tells messages of one run from those of another on the same database.
 */
export function startTraffic(
  service: Service,
  arrivals: Arrivals,
  conversations: readonly string[],
  text: (turn: number) => string,
  run = "",
): Traffic {
  let times: number[] = [];
  let isOver = false;
  const waiting = new Map<string, Promise<void>>();
  const say = async (conversation: string, turn: number): Promise<void> => {
    times.push(
      await answered(service, arrivals, {
        conversation,
        text: text(turn),
        id: `${run}${conversation}/${turn}`,
      }),
    );
    waiting.delete(conversation);
  };
  const speak = async (): Promise<void> => {
    const began = performance.now();
    for (let nth = 0; !isOver; nth += 1) {
      const conversation = conversations[nth % conversations.length] ?? "";
      // Whoever is not answered yet waits, and so does everybody behind him.
      await waiting.get(conversation);
      waiting.set(conversation, say(conversation, Math.floor(nth / conversations.length)));
      await sleep(Math.max(0, began + ((nth + 1) * 1000) / PER_SECOND - performance.now()));
    }
    await Promise.all(waiting.values());
  };
  const running = speak();
  return {
    forget: () => {
      times = [];
    },
    times: () => times,
    stop: () => {
      isOver = true;
      return running;
    },
  };
}
