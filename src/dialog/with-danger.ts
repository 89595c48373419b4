import type { OpinionDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isSorted } from "#src/understanding/categories.ts";
import { findDanger, findDangerBeside } from "#src/understanding/danger.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import type { Said } from "./topics/report.ts";

/** An opinion that tells of danger: urgent, and a matter of public safety where nothing else is plain. */
export function inDanger(words: string, { places }: Facts): OpinionDraft {
  const opinion = toOpinion(words, places);
  return { ...opinion, urgent: true, ...(isSorted(words) ? {} : { category: "safety" }) };
}

/** A report whose words tell of danger: it stands among what was heard, as urgent, whatever the reader made of it. */
export function withDanger(read: Understanding, { text }: Said, facts: Facts): Understanding {
  if (read.reports.length === 0) return read;
  const heard = read.opinions.map((one) =>
    one.urgent === true || findDanger(one.text) !== undefined
      ? { ...one, ...inDanger(one.text, facts) }
      : one,
  );
  const beside = heard.some((one) => one.urgent === true) ? undefined : findDangerBeside(text);
  const opinions = beside === undefined ? heard : [...heard, inDanger(beside, facts)];
  if (opinions.every((one) => one.urgent !== true)) return read;
  // It is filed at once: of which kind it is, staff can put right.
  return { ...read, opinions, ask: read.ask.filter((name) => name !== "category") };
}
