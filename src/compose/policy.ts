import { readFileSync } from "node:fs";
import { parsePolicy, parsePolicyText, type Policy } from "#src/domain/policy.ts";
import { Fault } from "#src/kernel/fault.ts";

/** Reads the district's rules. Throws `policy.invalid` with the file's name and what is wrong in it. */
export function readPolicy(file: string): Policy {
  const read = parsePolicyText(readText(file));
  const parsed = "problems" in read ? read : parsePolicy(read.document);
  if ("policy" in parsed) return parsed.policy;
  throw new Fault("policy.invalid", `The policy ${file} is wrong: ${parsed.problems.join("; ")}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Fault("policy.invalid", `The policy ${file} cannot be read: check its path, and POLICY_FILE.`, {
      cause,
    });
  }
}
