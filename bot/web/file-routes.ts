import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FileStore } from "#src/message/file-store.ts";
import { toErrorBody } from "#src/text/http.ts";
import { keepFile } from "../keep-file.ts";
import { wellFormed } from "#src/message/well-formed.ts";
import type { Persona } from "./ports.ts";
import { conversationOf, type Sessions } from "./sessions.ts";

type Options = {
  readonly bot: string;
  readonly personas?: readonly Persona[];
  readonly sessions: Sessions;
  readonly https?: boolean;
  readonly files: FileStore;
};

/** Files to send with a message, and files that came with one; for nobody but sender and receiver. */
export function fileRoutes(app: FastifyInstance, options: Options): void {
  app.post("/files", async (request, reply) => {
    if (!request.isMultipart()) return reply.code(400).send(toErrorBody("bad-request"));
    // Outside the demo nobody's bytes are read before it is known whose they are.
    const sender = options.personas === undefined ? await conversationOf(options, request, undefined) : null;
    if (sender !== null && "refused" in sender)
      return reply.code(sender.status).send(toErrorBody(sender.refused));
    const { file, persona } = await readUpload(request);
    const who = await conversationOf(options, request, persona ?? personaOf(request));
    if ("refused" in who) return reply.code(who.status).send(toErrorBody(who.refused));
    if (file === undefined) return reply.code(400).send(toErrorBody("bad-request"));
    const kept = await keepFile(options.files, who.conversation, file);
    if (kept === "wrong-kind") return reply.code(415).send(toErrorBody("file-kind"));
    if (kept === "infected") return reply.code(415).send(toErrorBody("file-infected"));
    if (kept === "too-many")
      return reply.code(429).header("retry-after", "600").send(toErrorBody("too-many-files"));
    return reply.code(201).send(kept);
  });
  app.get("/files/:id", async (request, reply) => {
    const who = await conversationOf(options, request, personaOf(request));
    const { id } = request.params as { id: string };
    const file = "refused" in who ? undefined : await options.files.show(wellFormed(id), who.conversation);
    if (file === undefined) return reply.code(404).send(toErrorBody("not-found"));
    const shown = file.type.startsWith("image/") ? "inline" : "attachment";
    return reply
      .header("content-type", file.type)
      .header("content-disposition", `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header("cache-control", "private, no-store")
      .send(file.bytes);
  });
}

const personaOf = (request: FastifyRequest): string | undefined =>
  (request.query as Readonly<Record<string, string | undefined>>)["persona"];

type Upload = {
  readonly file?: { readonly name: string; readonly bytes: Buffer };
  readonly persona?: string;
};

// The parts of a form come in any order.
async function readUpload(request: FastifyRequest): Promise<Upload> {
  let upload: Upload = {};
  for await (const part of request.parts()) {
    if (part.type === "file")
      upload = { ...upload, file: { name: wellFormed(part.filename), bytes: await part.toBuffer() } };
    else if (part.fieldname === "persona" && typeof part.value === "string")
      upload = { ...upload, persona: part.value };
  }
  return upload;
}
