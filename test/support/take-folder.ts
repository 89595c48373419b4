import { takeDataDir } from "#src/compose/data-dir.ts";

const say = (what: object): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);

// Takes a data folder as a service does, says under which name, and keeps it until it is killed.
try {
  const taken = takeDataDir(process.argv[2] ?? "", process.pid);
  say({ pid: process.pid, holder: taken.holder });
  setInterval(() => taken.path, 60_000);
} catch (error) {
  say({ refused: error instanceof Error && "code" in error ? error.code : "" });
}
