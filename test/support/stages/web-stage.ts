import { fastify } from "fastify";
import { createWebChannel } from "#bot/web/channel.ts";
import type { MailboxEntry } from "#bot/web/ports.ts";
import { webRoutes } from "#bot/web/routes.ts";
import type { Stage } from "../channel-contract.ts";
import { createListener } from "./listener.ts";
import { createMemoryMailbox } from "./memory-mailbox.ts";

const PERSONA = { id: "liming", name: "李明", role: "deputy", org: "羊昌镇" };
const CONVERSATION = "web:demo:liming";

/** The web chat over HTTP, with a mailbox in memory. */
export async function openWebStage(): Promise<Stage> {
  const house = createListener();
  const mailbox = createMemoryMailbox();
  const app = fastify();
  const sessions = {
    longestSeconds: 0,
    open: () => Promise.resolve(""),
    enter: () => Promise.resolve("bad-code" as const),
    prove: () => Promise.resolve(false),
    find: () => Promise.resolve(undefined),
    end: () => Promise.resolve(),
  };
  const { accept, files } = house;
  const clock = (): Date => new Date();
  await app.register(webRoutes, {
    prefix: "/api/chat",
    bot: "demo",
    personas: [PERSONA],
    sessions,
    accept,
    files,
    mailbox,
    clock,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  let sequence = 0;
  let last: object = {};

  // As the page does: the same id again until it is told that the message is stored.
  const post = async (body: object): Promise<void> => {
    last = { persona: PERSONA.id, ...body };
    for (let status = 0; status !== 202;) status = await postOnce(url, last);
  };
  const nextId = (): string => `m${(sequence += 1)}`;
  return Object.assign(house, {
    channel: createWebChannel("demo", mailbox),
    conversation: CONVERSATION,
    keep: (file: { name: string; type: string; bytes: Buffer }) => house.keepFor(CONVERSATION, file),
    person: {
      says: (text: string) => post({ id: nextId(), text }),
      chooses: (label: string) => {
        const choice = mailbox.entries
          .flatMap((one) => one.choices)
          .findLast((one) => one.label === label)?.id;
        return post({ id: nextId(), choice });
      },
      sends: async (file: { name: string; bytes: Buffer }) => {
        const form = new FormData();
        form.append("persona", PERSONA.id);
        form.append("file", new Blob([new Uint8Array(file.bytes)]), file.name);
        const answer = await fetch(`${url}/api/chat/files`, { method: "POST", body: form });
        const { id } = (await answer.json()) as { id: string };
        await post({ id: nextId(), attachments: [id] });
      },
      sendsSomethingElse: () => undefined,
      sees: async () => {
        const answer = await fetch(`${url}/api/chat/messages?persona=${PERSONA.id}&after=0&waitMs=0`);
        const entries = (await answer.json()) as MailboxEntry[];
        return entries.map(({ text, attachments }) => ({ text, files: attachments.map((one) => one.name) }));
      },
    },
    network: {
      redelivers: async () => void (await postOnce(url, last)),
      echoes: () => undefined,
      saysInGroup: () => undefined,
      answers: () => undefined,
    },
    close: () => app.close(),
  });
}

async function postOnce(url: string, body: object): Promise<number> {
  const answer = await fetch(`${url}/api/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
}
