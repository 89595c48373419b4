import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Update } from "grammy/types";
import { toErrorBody } from "#src/text/http.ts";

/** Where Telegram delivers, and the secret by which it is known. */
export type WebhookOptions = {
  readonly path: string;
  /** At least 32 characters; Telegram sends it with every delivery. */
  readonly secret: string;
  /** Resolves after the update is stored. */
  readonly take: (update: Update) => Promise<void>;
};

const LARGEST_UPDATE = 1024 * 1024;

/** Where Telegram delivers. It is told "received" after the message is stored; anything else makes it come again. */
export function webhookRoutes(app: FastifyInstance, { path, secret, take }: WebhookOptions): void {
  const isSecret = sameAs(secret);
  app.post(path, { bodyLimit: LARGEST_UPDATE }, async (request, reply) => {
    if (!isSecret(request.headers["x-telegram-bot-api-secret-token"]))
      return reply.code(401).send(toErrorBody("unauthorised"));
    if (!isUpdate(request.body)) return reply.code(400).send(toErrorBody("bad-request"));
    await take(request.body);
    return reply.code(200).send({});
  });
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

// Over digests, so that neither the length nor the first wrong character shows in the time it takes.
function sameAs(secret: string): (given: unknown) => boolean {
  const wanted = digest(secret);
  return (given) => timingSafeEqual(digest(typeof given === "string" ? given : ""), wanted);
}

const isUpdate = (body: unknown): body is Update =>
  typeof body === "object" && body !== null && "update_id" in body && Number.isSafeInteger(body.update_id);
