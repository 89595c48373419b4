import { readConfig } from "#src/compose/config.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { type Command, misused } from "./command.ts";

/** Checks a policy file, or says what it would change. */
export const POLICY: Command = {
  usage: "check|diff FILE",
  does: "checks a policy file, or lists what it would change",
  run: async ([verb, file], { environment, print }) => {
    if ((verb !== "check" && verb !== "diff") || file === undefined)
      throw misused("policy takes check FILE or diff FILE.");
    const policy = readPolicy(file);
    if (verb === "check") return print(`${file}: ${policy.id} ${policy.version} is a valid policy.`);
    const before = flatten(readPolicy(readConfig(environment).POLICY_FILE));
    const lines = diff(before, flatten(policy));
    for (const line of lines) print(line);
    if (lines.length === 0) print("No difference.");
  },
};

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
