import { isPassing, send } from "./api.js";

const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/**
 * Sends one's own words one after another, always under the id they were written down with: a message that was
 * stored although the answer got lost is known again and nothing is doubled. After a few tries it waits until the
 * person or the connection asks for more.
 */
export function createSender(conversation, persona, changed, signal) {
  let running = false;

  async function run() {
    if (running) return;
    running = true;
    for (let next = waiting(); next !== undefined && !signal.aborted; next = waiting()) {
      if (!(await deliver(next))) break;
    }
    running = false;
  }

  const waiting = () => conversation.own.find((one) => one.state === "waiting");

  function mark(message, state, why) {
    conversation.mark(message, state, why);
    changed(message);
  }

  async function deliver(message) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await send(toPosted(message, persona));
        mark(message, "received");
        return true;
      } catch (error) {
        if (signal.aborted) return false;
        if (!isPassing(error)) {
          mark(message, "refused", error.message);
          return true;
        }
        const pause = PAUSES_MS[attempt];
        if (pause === undefined) {
          for (const one of conversation.own.filter(isWaiting)) mark(one, "unsent");
          return false;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  return {
    run,
    /** Tries again what did not get through. */
    retry: () => {
      for (const one of conversation.own.filter((each) => each.state === "unsent")) mark(one, "waiting");
      void run();
    },
  };
}

const isWaiting = (message) => message.state === "waiting";

function toPosted({ id, text, choice, files }, persona) {
  const said = choice === undefined ? { text, attachments: files.map((file) => file.id) } : { choice };
  return persona === undefined ? { id, ...said } : { id, persona, ...said };
}
