import { fastify, type FastifyInstance } from "fastify";
import { webRoutes } from "#bot/web/routes.ts";
import type { Mailbox } from "#bot/web/ports.ts";
import type { Db } from "#db/client.ts";
import { CAST } from "#db/demo/cast.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import type { FileStore } from "#src/message/file-store.ts";
import { TEST_KEY } from "./city.ts";

/** The demo's web routes over a database, without a service behind them: for what is read and fetched. */
export async function openWebApp(
  db: Db,
  clock: () => Date,
): Promise<{ readonly app: FastifyInstance; readonly files: FileStore; readonly mailbox: Mailbox }> {
  const vault = createVault(TEST_KEY);
  const files = createFileStore(db, vault, { clock, zone: "Asia/Shanghai" });
  const mailbox = createMailbox(db, vault, { clock, zone: "Asia/Shanghai" }, () => undefined);
  const app = fastify();
  await app.register(webRoutes, {
    prefix: "/api/chat",
    bot: "demo",
    personas: CAST,
    sessions: {
      longestSeconds: 1,
      open: () => Promise.resolve(""),
      enter: () => Promise.resolve("bad-code" as const),
      prove: () => Promise.resolve(false),
      find: () => Promise.resolve(undefined),
      end: () => Promise.resolve(),
    },
    accept: () => Promise.resolve({ duplicate: false }),
    mailbox,
    files,
    clock,
  });
  return { app, files, mailbox };
}
