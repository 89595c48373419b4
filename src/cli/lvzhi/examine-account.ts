import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { connect, type Db } from "#db/client.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Whether the service comes to the database as a user of its own that may do no more than it needs, and must prove it. */
export async function examineAccount(db: Db, url: string | undefined): Promise<Finding> {
  if (url === undefined) return fine("account", "the embedded server's own, behind a socket of this user");
  const [role] = await db.execute<{ name: string; mighty: boolean }>(sql`
    select rolname as name, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty
    from pg_roles where rolname = current_user`);
  const name = role?.name ?? "";
  if (role?.mighty !== false)
    return wrong(
      "account",
      `${name} may do more than the service needs: give it a user that owns its database and is no superuser`,
    );
  // Behind a socket the machine itself says who it is (peer).
  return new URL(url).hostname !== "" && (await isLetIn(withWrongPassword(url)))
    ? wrong("account", `${name} is let in with any password: ask for one (scram-sha-256) in pg_hba.conf`)
    : fine("account", `${name}, with no more rights than its own database`);
}

function withWrongPassword(url: string): string {
  const other = new URL(url);
  other.password = randomBytes(12).toString("hex");
  return other.href;
}

async function isLetIn(url: string): Promise<boolean> {
  const client = connect({ url }, 1, { application_name: "lvzhi doctor" });
  const letIn = await client`select 1`.then(
    () => true,
    () => false,
  );
  await client.end({ timeout: 1 });
  return letIn;
}
