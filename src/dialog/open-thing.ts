import { asKept } from "#src/domain/as-kept.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { OpenThing } from "#src/text/open-thing.ts";
import type { Pending, ReportCard } from "./dialog.ts";

/** What is open, as far as one line can tell it. */
export function toThing(pending: Exclude<Pending, { at: "leave" }>): OpenThing {
  switch (pending.at) {
    case "report":
      return inCard(pending);
    case "suggestion":
      return { of: "suggestion", title: withoutPersonalData(pending.title) };
    case "session":
      return { of: "activity" };
    case "activity":
    case "mandate":
      return { of: pending.at };
    case "sure":
      return { of: "decision" };
  }
}

function inCard({ questions, whose, reports, opinions }: ReportCard): OpenThing {
  const [report] = reports.map(asKept);
  const [opinion] = opinions;
  if (questions.length > 0 || whose !== undefined) return { of: "question" };
  if (report === undefined) return { of: "opinion", category: opinion?.category ?? "other" };
  const { kind, date: on, place } = report;
  const items = reports.length + opinions.length;
  return { of: "report", kind, on, items, ...(place === undefined ? {} : { place }) };
}
