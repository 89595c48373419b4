import { readFileSync } from "node:fs";
import { mergePatch } from "#src/domain/merge-patch.ts";
import { parsePolicy, parsePolicyText, type Policy } from "#src/domain/policy.ts";

/** The district's policy file as it was read, unchecked. */
export function readPolicyDocument(): unknown {
  const read = parsePolicyText(readFileSync("policy/wudang.yaml", "utf8"));
  if ("problems" in read) throw new TypeError(read.problems.join("\n"));
  return read.document;
}

/** The district's policy, with a patch laid over it. */
export function readPolicy(patch: object = {}): Policy {
  const parsed = parsePolicy(mergePatch(readPolicyDocument(), patch));
  if ("problems" in parsed) throw new TypeError(parsed.problems.join("\n"));
  return parsed.policy;
}
