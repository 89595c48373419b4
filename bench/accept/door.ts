import { webRoutes } from "#bot/web/routes.ts";
import { isTransient, type DatabaseAddress, openDatabase } from "#db/client.ts";
import { CAST } from "#db/demo/cast.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createLog } from "#src/compose/log.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createSessions } from "#src/compose/sessions.ts";
import { createServer } from "#src/http/server.ts";
import { createAccept } from "#src/inbox/accept.ts";

// The real door of the web chat with nobody behind it: server, routes, checks, encryption, inbox. Prints its URL.

const KEY = "a key for benches, long enough to be one";
const { db } = openDatabase(JSON.parse(process.argv[2] ?? "{}") as DatabaseAddress);
const vault = createVault(KEY);
const log = createLog("error");
const policy = readPolicy("policy/wudang.yaml");
const clock = (): Date => new Date();
const server = await createServer({
  host: "127.0.0.1",
  port: 0,
  trustProxy: false,
  localOnly: true,
  isTransient,
  log,
  routes: async (app) => {
    await app.register(webRoutes, {
      prefix: "/api/chat",
      bot: "demo",
      personas: CAST,
      sessions: createSessions("demo", {
        db,
        vault,
        log,
        clock,
        policy,
        zone: "Asia/Shanghai",
        monotonic: () => performance.now(),
        running: [],
        wake: () => undefined,
      }),
      accept: createAccept(db, vault, () => undefined),
      mailbox: createMailbox(db, vault, { clock, zone: "Asia/Shanghai" }, () => undefined),
      files: createFileStore(db, vault, { clock, zone: "Asia/Shanghai" }),
      clock,
    });
  },
});
process.stdout.write(`${await server.listen()}\n`);
