import type { Policy } from "#src/domain/policy.ts";
import { answerJsonLines, type JsonLine } from "./json-lines.ts";
import { answerAttendance } from "./rules/attendance.ts";
import { answerClock } from "./rules/clock.ts";
import { createPolicySource, type PolicySource } from "./rules/policy-source.ts";

type Answer = (line: object, policy: Policy) => object;

const ANSWERS: Readonly<Record<string, Answer>> = {
  attendance: answerAttendance,
  clock: answerClock,
  score: () => ({ error: "not-yet" }),
};

function answerLine(line: object, answer: Answer, findPolicy: PolicySource): object {
  const found = findPolicy("policy" in line ? line.policy : undefined);
  return "problems" in found ? { error: `policy: ${found.problems.join("; ")}` } : answer(line, found.policy);
}

/** One answer for each line: with the line's id if it has one, and never a crash. */
function toAnswerer(answer: Answer): (line: JsonLine) => object {
  const findPolicy = createPolicySource();
  return (line) => {
    if ("error" in line) return line;
    const { value } = line;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { error: "the line is not a JSON object" };
    }
    const id = "id" in value ? { id: value.id } : {};
    return { ...id, ...answerLine(value, answer, findPolicy) };
  };
}

const LINES = `clock: {"id", "rule", "start": "YYYY-MM-DD", "calendar"?: {"YYYY-MM-DD": "holiday"|"workday"}}
  gives {"id", "due"}, or {"id", "error": "no-calendar", "year"}; a rule is a clock of the policy.
attendance: {"id", "asOf", "mandates": [{"from", "to"?}], "suspensions"?: [{"from", "to"?}],
    "activities": [{"id", "kind", "date", "final", "status", "notified", "leave"?, "session"?, "minutes"?}]}
  gives {"id", "absences", "notices", "strikes"}.
Any line may name a "policy" (a file, a name) or carry what is different from the default.`;

const name = process.argv[2] ?? "";
const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
if (answer === undefined) {
  const usage = `usage: npm run -s rules -- ${Object.keys(ANSWERS).join("|")} < lines.jsonl`;
  const isAsked = name === "--help" || name === "-h";
  if (isAsked) console.log(`${usage}\n\n${LINES}`);
  else console.error(`${usage}\n(--help says what a line is)`);
  process.exitCode = isAsked ? 0 : 1;
} else {
  await answerJsonLines(process.stdin, process.stdout, toAnswerer(answer));
}
