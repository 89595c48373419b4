import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openGate } from "#src/actions/gate.ts";

const read = (file: string): string => readFileSync(file, "utf8");
const SOURCES = globSync("{src,jobs,bot,db}/**/*.ts").filter((file) => !file.startsWith("db/migrations"));
const using = (word: RegExp): string[] => SOURCES.filter((file) => word.test(read(file))).sort();

test("one place makes grants, and one asks for them", () => {
  expect(using(/new Permit\(/u)).toEqual(["src/actions/gate.ts"]);
  expect(using(/\bopenGate\(/u)).toEqual(["src/actions/gate.ts", "src/inbox/perform.ts"]);
});

test("whatever the inbox has actions do, they do under a grant", () => {
  const imported = globSync("src/inbox/*.ts").flatMap((file) =>
    [...read(file).matchAll(/import (?!type)\{([^}]*)\} from "#(src\/actions\/[^"]+)"/gu)].flatMap(
      ([, names = "", from = ""]) =>
        names
          .split(",")
          .map((name) => name.trim())
          // Lists are no actions.
          .filter((name) => /^(?!type )(?!openGate$)[a-z]/u.test(name))
          .map((name) => ({ name, from })),
    ),
  );
  expect(imported.length).toBeGreaterThan(20);
  const without = imported.filter(({ name, from }) => {
    const parameters = new RegExp(`export (?:async )?function ${name}\\(([\\s\\S]*?)\\n?\\): Promise`, "u");
    return !/: (?:readonly )?Grant\b/u.test(parameters.exec(read(from))?.[1] ?? "");
  });
  expect(without).toEqual([]);
});

test("no conversation, channel or job reaches around the inbox to what is done under a grant", () => {
  const under = SOURCES.filter((file) => file.startsWith("src/actions/") && /: Grant\b/u.test(read(file)));
  const reaching = SOURCES.filter((file) => !/^src\/(?:actions|inbox|cli|compose)\//u.test(file)).filter(
    (file) =>
      [...read(file).matchAll(/import (?!type)\{[^}]*\} from "#(src\/actions\/[^"]+)"/gu)].some(
        ([, from = ""]) => under.includes(from),
      ),
  );
  expect(reaching).toEqual([]);
});

test("nothing is ever put down to nobody: a guest's grant names no person, and breaks where one is needed", () => {
  const grant = openGate({ kind: "guest" }, "feedback.leave", "2026-11-20");
  if (typeof grant === "string") throw new Error(grant);
  expect(grant.actorId).toBeNull();
  expect(() => grant.personId).toThrow(TypeError);
  expect(using(/actorId \?\? 0/u).filter((file) => /insertAudit/u.test(read(file)))).toEqual([]);
});
