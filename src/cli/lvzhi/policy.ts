import { readFileSync } from "node:fs";
import { parsePolicy, parsePolicyText, type Policy } from "#src/domain/policy.ts";
import { readConfig } from "#src/compose/config.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, misused } from "./command.ts";

/** Checks a policy file, or says what it would change. */
export const POLICY: Command = {
  usage: "check|diff FILE",
  does: "checks a policy file, or lists what it would change",
  run: async ([verb, file], { environment, print }) => {
    if ((verb !== "check" && verb !== "diff") || file === undefined)
      throw misused("policy takes check FILE or diff FILE.");
    const policy = parseFile(file);
    if (verb === "check") return print(`${file}: ${policy.id} ${policy.version} is a valid policy.`);
    const before = flatten(readPolicy(readConfig(environment).POLICY_FILE));
    const lines = diff(before, flatten(policy));
    for (const line of lines) print(line);
    if (lines.length === 0) print("No difference.");
  },
};

function parseFile(file: string): Policy {
  const read = parsePolicyText(readText(file));
  const parsed = "problems" in read ? read : parsePolicy(read.document);
  if ("policy" in parsed) return parsed.policy;
  throw new Fault("policy.invalid", `${file}: ${parsed.problems.join("; ")}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Fault("policy.invalid", `${file} cannot be read: check its path.`, { cause });
  }
}

/** Every value of the policy by its path; lists are one value. */
function flatten(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new Map([[path, JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...flatten(inner, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

function diff(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, fresh] = [before.get(path), after.get(path)];
    if (old === fresh) return [];
    return [`${path}: ${old ?? "(none)"} -> ${fresh ?? "(none)"}`];
  });
}
