import type { SittingKind } from "#src/domain/activity.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { SessionPlan, SittingPlan } from "#src/domain/requests/session.ts";
import { isStaff } from "../audience.ts";
import { pieces, readPlan } from "../read-plan.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const SITTINGS: readonly (readonly [SittingKind, RegExp])[] = [
  ["preparatory_sitting", /预备会/u],
  ["plenary_sitting", /全体会|大会|开幕|闭幕/u],
  ["delegation_sitting", /代表团|分团/u],
  ["panel_sitting", /小组|分组/u],
];
const TITLE = /[^\s,:;]*第[一二三四五六七八九十\d]+次会议/u;

/** Reads a session from lines: the first names it, every other is a sitting. Lines end with a break or a semicolon. */
function readSession(text: string, facts: Facts): SessionPlan | "unclear" {
  const [head = "", ...lines] = text
    .split(/[\n;]/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const sittings: SittingPlan[] = [];
  for (const line of lines) {
    const kind = SITTINGS.find(([, pattern]) => pattern.test(line))?.[0];
    const { on = sittings.at(-1)?.on, time } = pieces(line, facts);
    const place = readPlan(line, facts).place;
    if (kind === undefined || on === undefined || time === undefined) return "unclear";
    sittings.push({ kind, on, time, ...(place === undefined ? {} : { place }) });
  }
  const { org = "", place } = readPlan(head, facts);
  const title = TITLE.exec(head)?.[0] ?? `${org}人民代表大会会议`;
  if (sittings.length === 0) return "unclear";
  return { org, title, ...(place === undefined ? {} : { place }), sittings };
}

const publish: Command = (dialog, rest, { messageId }, facts) => {
  if (!isStaff(facts.speaker)) return say(dialog, { kind: "help.refused", why: "staff-only" });
  const plan = readSession(rest, facts);
  if (plan === "unclear") return say(dialog, { kind: "session.unclear" });
  return ask(dialog, { do: "session.preview", messageId, plan });
};

/** Calling a congress session with its sittings. */
export const SESSION_COMMANDS: Commands = { 发布会议: publish, 发布人代会: publish };
