import { randomUUID } from "node:crypto";
import { z } from "zod";
import { enterWith } from "./authenticator.ts";

const Shown = z.object({
  seq: z.number(),
  text: z.string(),
  kind: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type Heard = z.infer<typeof Shown>;

/** Somebody at the web chat of a real service, known by the cookie that a code was exchanged for. */
export type Visitor = {
  /** Says words and returns what is said in answer. */
  readonly says: (text: string) => Promise<readonly Heard[]>;
  /** What came without being asked for, until `isIt` holds of something. */
  readonly hears: (isIt: (one: Heard) => boolean) => Promise<Heard>;
};

const NO_ANSWER = new Set(["help.privacy", "deadline.no-term-end", "deadline.no-calendar"]);

/** Enters with a code, and sets an authenticator up where one is wanted; refused with the status that the door answers. */
export async function enter(url: string, code: string): Promise<Visitor | number> {
  const { status, cookie } = await enterWith(url, code, { now: new Date(), name: code, secrets: new Map() });
  if (status !== 201 || cookie === undefined) return status;
  let last = 0;
  const list = async (waitMs: number): Promise<Heard[]> => {
    const got = await fetch(`${url}/api/chat/messages?after=${last}&waitMs=${waitMs}`, {
      headers: { cookie },
    });
    const shown = z.array(Shown).parse(await got.json());
    last = shown.at(-1)?.seq ?? last;
    return shown;
  };
  const says = async (text: string): Promise<readonly Heard[]> => {
    await list(0);
    const sent = await fetch(`${url}/api/chat/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ id: randomUUID(), text }),
    });
    if (sent.status !== 202) throw new Error(`the web chat answered ${sent.status}: ${await sent.text()}`);
    const shown = await list(15_000);
    // The notice of privacy comes before a first answer, and an alarm may: the answer is still on its way.
    if (shown.every((one) => NO_ANSWER.has(one.kind))) shown.push(...(await list(15_000)));
    return [...shown, ...(await list(60))];
  };
  const hears = async (isIt: (one: Heard) => boolean): Promise<Heard> => {
    for (let tries = 0; tries < 20; tries += 1) {
      const found = (await list(1_000)).find(isIt);
      if (found !== undefined) return found;
    }
    throw new Error("nothing of the kind was heard");
  };
  return { says, hears };
}
