import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "#src/kernel/clock.ts";
import { splitAddress } from "#src/message/address.ts";
import type { Accept } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import { type HttpMessage, toErrorBody } from "#src/text/http.ts";
import { fileRoutes } from "./file-routes.ts";
import { parsePosted } from "./parse.ts";
import type { Mailbox, Persona } from "./ports.ts";
import { conversationOf, sessionRoutes, type Sessions } from "./sessions.ts";

/** What the web chat is made from. */
export type WebOptions = {
  readonly bot: string;
  /** The cast of the demo; absent outside demo mode, where people come with a session. */
  readonly personas?: readonly Persona[];
  readonly sessions: Sessions;
  /** People come over https although it does not show on the request. */
  readonly https?: boolean;
  readonly accept: Accept;
  readonly mailbox: Mailbox;
  readonly files: FileStore;
  readonly clock: Clock;
};

const LARGEST_MESSAGE = 64 * 1024;
/** One file with a few short words beside it; a form of anything else is cut off where it goes beyond. */
const UPLOAD = {
  fileSize: 10 * 1024 * 1024,
  files: 1,
  fields: 4,
  fieldSize: 1_024,
  parts: 5,
  headerPairs: 32,
};
const LONGEST_WAIT_MS = 25_000;
const MOST_LISTED = 200;

/** The web chat's own interface, under /api/chat. */
export async function webRoutes(app: FastifyInstance, options: WebOptions): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, { limits: UPLOAD });
  sessionRoutes(app, options);
  fileRoutes(app, options);
  app.get("/personas", (_request, reply) =>
    options.personas === undefined ? refuse(reply, 404, "not-found") : reply.send(options.personas),
  );
  app.get("/key", (request, reply) => giveKey(options, request, reply));
  app.post("/messages", { bodyLimit: LARGEST_MESSAGE }, (request, reply) => post(options, request, reply));
  app.get("/messages", (request, reply) => list(options, request, reply));
}

/** Answers with what is wrong, in Chinese and English. */
export const refuse = (reply: FastifyReply, status: number, code: HttpMessage): FastifyReply =>
  reply.code(status).send(toErrorBody(code));

async function post(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const posted = parsePosted(request.body);
  if (typeof posted === "string") return refuse(reply, 400, posted);
  const who = await conversationOf(options, request, posted.persona);
  if ("refused" in who) return refuse(reply, who.status, who.refused);
  const attachments = await findAttachments(options, posted.attachmentIds, who.conversation);
  if (attachments === undefined) return refuse(reply, 404, "not-found");
  const demo = options.personas !== undefined;
  const { duplicate, tooMany } = await options.accept({
    channel: "web",
    bot: options.bot,
    externalId: `${splitAddress(who.conversation).rest}/${posted.id}`,
    conversation: who.conversation,
    sender: who.conversation,
    sentAt: demo && posted.sentAt !== undefined ? posted.sentAt : options.clock(),
    body: posted.body.kind === "text" ? { ...posted.body, attachments } : posted.body,
  });
  if (tooMany === true) return refuse(reply.header("retry-after", "60"), 429, "too-many");
  return reply.code(202).send({ accepted: true, duplicate });
}

async function findAttachments({ files }: WebOptions, ids: readonly string[], conversation: string) {
  const found = await Promise.all(ids.map((id) => files.find(id, conversation)));
  const known = found.flatMap((file) =>
    file === undefined ? [] : [{ id: file.id, name: file.name, type: file.type }],
  );
  return known.length === ids.length ? known : undefined;
}

// What a request asks with, and whose conversation it is about.
async function asker(options: WebOptions, request: FastifyRequest) {
  const query = request.query as Readonly<Record<string, string | undefined>>;
  return { query, who: await conversationOf(options, request, query["persona"]) };
}

async function giveKey(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { who } = await asker(options, request);
  if ("refused" in who) return refuse(reply, who.status, who.refused);
  return reply.header("cache-control", "no-store").send({ key: options.mailbox.keyOf(who.conversation) });
}

async function list(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { query, who } = await asker(options, request);
  if ("refused" in who) return refuse(reply, who.status, who.refused);
  const after = wholeNumber(query["after"], 0, Number.MAX_SAFE_INTEGER);
  const waitMs = wholeNumber(query["waitMs"], 0, LONGEST_WAIT_MS);
  if (after === null || waitMs === null) return refuse(reply, 400, "bad-request");
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  const deadline = performance.now() + waitMs;
  for (;;) {
    const ready = options.mailbox.wait(
      who.conversation,
      after,
      Math.max(0, deadline - performance.now()),
      gone.signal,
    );
    const entries = await options.mailbox.list(who.conversation, after, MOST_LISTED);
    if (entries.length > 0 || performance.now() >= deadline || gone.signal.aborted) {
      gone.abort();
      return reply.header("cache-control", "no-store").send(entries);
    }
    await ready;
    // Whoever waits learns no more than whoever asks: the session may have ended meanwhile.
    const { who: still } = await asker(options, request);
    if ("refused" in still) return refuse(reply, still.status, still.refused);
  }
}

// A wait longer than is allowed is shortened; what is no number is refused.
function wholeNumber(value: string | undefined, least: number, most: number): number | null {
  if (value === undefined || value === "") return least;
  return /^\d{1,15}$/u.test(value) ? Math.min(most, Number(value)) : null;
}
