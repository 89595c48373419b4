import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isNear } from "#src/compose/near.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Whether what goes to the database and back can be read on the way; `url` is undefined for the embedded one. */
export async function examineTransport(db: Db, url: string | undefined): Promise<Finding> {
  if (url === undefined) return fine("transport", "by a socket of this machine");
  const [row] = await db.execute<{ ssl: boolean }>(
    sql`select coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) ssl`,
  );
  return transportFinding(url, row?.ssl === true);
}

/** The same, for a connection of which it is known whether it is encrypted. */
export function transportFinding(url: string, encrypted: boolean): Finding {
  const says = encrypted ? "encrypted" : "unencrypted";
  if (isNear(url)) return fine("transport", `${says}, within this machine or its own network`);
  if (encrypted && new URL(url).searchParams.get("sslmode") === "verify-full")
    return fine("transport", "encrypted, to a server whose certificate was checked");
  return wrong(
    "transport",
    `${says}, to a server elsewhere that nobody checked: add sslmode=verify-full to DATABASE_URL`,
  );
}
