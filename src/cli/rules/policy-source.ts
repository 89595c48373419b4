import { readFileSync } from "node:fs";
import path from "node:path";
import { mergePatch } from "#src/domain/merge-patch.ts";
import { parsePolicy, parsePolicyText, type ParsedPolicy } from "#src/domain/policy.ts";

const POLICY_FOLDER = path.resolve(import.meta.dirname, "../../../policy");
const DEFAULT_NAME = "wudang";
const NAME = /^[A-Za-z0-9_-]+$/;

const toFile = (wanted: string): string =>
  NAME.test(wanted) ? path.join(POLICY_FOLDER, `${wanted}.yaml`) : path.resolve(wanted);

function readDocument(wanted: string): ReturnType<typeof parsePolicyText> {
  try {
    return parsePolicyText(readFileSync(toFile(wanted), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error)
      return { problems: [`cannot read it (${String(error.code)})`] };
    throw error;
  }
}

function loadPolicy(wanted: string | object): ParsedPolicy {
  const read = readDocument(typeof wanted === "string" ? wanted : DEFAULT_NAME);
  if ("problems" in read) return read;
  return parsePolicy(typeof wanted === "string" ? read.document : mergePatch(read.document, wanted));
}

/** Finds the policy that an input line names. */
export type PolicySource = (wanted: unknown) => ParsedPolicy;

/**
 * Nothing means the default policy, a word a file of the folder `policy`, any other text a file; an object is laid
 * over the default as a JSON merge patch (RFC 7396). Each is read and checked once.
 */
export function createPolicySource(): PolicySource {
  const known = new Map<string, ParsedPolicy>();
  return (wanted) => {
    const named = wanted ?? DEFAULT_NAME;
    if (typeof named !== "string" && (typeof named !== "object" || Array.isArray(named))) {
      return { problems: ["must be a name, a file or an object"] };
    }
    const key = JSON.stringify(named);
    const policy = known.get(key) ?? loadPolicy(named);
    known.set(key, policy);
    return policy;
  };
}
