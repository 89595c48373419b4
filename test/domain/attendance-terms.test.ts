import { expect, test } from "vitest";
import { outcomeOf } from "#src/domain/attendance/activity-outcome.ts";
import type { AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import { findThreat } from "#src/domain/attendance/find-threat.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import { tallyAttendance } from "#src/domain/figures/tally-attendance.ts";
import { judgeByTheText, tallyByTheText, type TermLine, threatByTheText } from "#test/oracle/attendance.ts";
import { correctedBy, sequenceFrom, termFrom } from "#test/support/many-terms.ts";
import { readPolicy } from "#test/support/policy.ts";

const { attendance } = readPolicy();
const TERMS = 100_000;

function toFacts(line: TermLine): AttendanceFacts {
  const toSpan = ({ from, to }: TermLine["mandates"][number]) => ({ from, to: to ?? null });
  return {
    mandates: line.mandates.map(toSpan),
    suspensions: line.suspensions.map(toSpan),
    activities: line.activities.map((one) => ({ ...one, leave: one.leave ?? null })),
  };
}

const isWrong = (line: TermLine): boolean =>
  JSON.stringify(judgeAttendance(toFacts(line), attendance, line.asOf)) !==
  JSON.stringify(judgeByTheText(line));

test("of a hundred thousand terms, and as many corrected registers, none is judged other than the text says", () => {
  const next = sequenceFrom(20_261_125);
  const wrong: TermLine[] = [];
  let struck = 0;
  for (let id = 0; id < TERMS; id += 1) {
    const line = termFrom(next, id);
    const corrected = correctedBy(next, line);
    if (isWrong(line)) wrong.push(line);
    if (isWrong(corrected)) wrong.push(corrected);
    if (judgeAttendance(toFacts(line), attendance, line.asOf).strikes.length > 0) struck += 1;
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  // Terms without anything to judge would prove nothing.
  expect(struck).toBeGreaterThan(TERMS / 10);
}, 120_000);

test("before any activity of a hundred thousand terms, whoever would have a strike by it is warned, and nobody else", () => {
  const next = sequenceFrom(20_261_126);
  const wrong: unknown[] = [];
  let threatened = 0;
  for (let id = 0; id < TERMS; id += 1) {
    const line = termFrom(next, id);
    const ahead = line.activities[id % Math.max(1, line.activities.length)];
    if (ahead === undefined) continue;
    const found = findThreat(toFacts(line), ahead.id, attendance) ?? null;
    if (found !== null) threatened += 1;
    if (JSON.stringify(found) !== JSON.stringify(threatByTheText(line, ahead))) wrong.push({ line, ahead });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(threatened).toBeGreaterThan(TERMS / 20);
}, 120_000);

test("the figures of a hundred thousand terms count what the text counts, and leave is neither present nor absent", () => {
  const next = sequenceFrom(20_261_127);
  const wrong: TermLine[] = [];
  for (let id = 0; id < TERMS; id += 1) {
    const line = termFrom(next, id);
    const facts = toFacts(line);
    const tally = tallyAttendance(
      facts.activities.map((one) => outcomeOf(one, facts, attendance, line.asOf)),
    );
    if (JSON.stringify(tally) !== JSON.stringify(tallyByTheText(line))) wrong.push(line);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
}, 120_000);
