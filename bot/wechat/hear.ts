import type { Message, Wechaty } from "wechaty";
import { errorFacts, type Log } from "#src/kernel/log.ts";

/**
 * Hands messages on in the order of their arrival. wechaty by itself looks each one up and hands on whichever is ready
 * first; a conversation has an order.
 */
export function hearInOrder(wechaty: Wechaty, heard: (message: Message) => void, log: Log): void {
  let line = Promise.resolve();
  const handOn = async (before: Promise<void>, id: string): Promise<void> => {
    await before;
    try {
      const message = await wechaty.Message.find({ id });
      if (message === undefined) log.error("wechat.message-not-had");
      else heard(message);
    } catch (error) {
      log.error("wechat.message-not-had", errorFacts(error));
    }
  };
  wechaty.on("puppet", (puppet) =>
    puppet.on("message", ({ messageId }) => {
      line = handOn(line, messageId);
    }),
  );
}
