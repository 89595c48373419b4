import { expect, test } from "vitest";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { render } from "#src/text/render.ts";
import {
  today,
  NAME,
  TOWN,
  GROUP,
  subject,
  whole,
  kinds,
  cutLine,
  stretch,
  five,
} from "#test/support/longest-lines.ts";

const views: Record<string, FigureView> = {
  "a figure": {
    kind: "figures.tally",
    subject,
    ...whole,
    byKind: kinds.map(cutLine),
    cuts: ["month"],
    filed: 12345,
    today,
  },
  "a figure of all kinds": {
    kind: "figures.tally",
    subject: { ...stretch, whose: GROUP },
    ...whole,
    byKind: kinds.map(cutLine),
    cuts: ["month"],
    filed: 12345,
    submitted: 1234,
    today,
  },
  "an average": {
    kind: "figures.tally",
    subject,
    ...whole,
    byKind: [],
    cuts: ["month"],
    average: { over: "deputy", of: 1500 },
    today,
  },
  ...Object.fromEntries(
    (["kind", "township", "group", "station", "deputy", "month"] as const).flatMap((by) => {
      const label = {
        kind: "committee_session_attend",
        township: TOWN,
        group: GROUP,
        station: `${TOWN}人大代表第一联络站`,
        deputy: NAME,
        month: "2026-12",
      }[by];
      const lines = { ...five(cutLine(label)), page: 1 };
      const about = { ...stretch, whose: GROUP, mark: "unpictured" } as const;
      const common = { kind: "figures.cut", by, lines, subject: about, today } as const;
      return [
        [`a figure by ${by}`, { ...common, whole }],
        [`the same by ${by}`, common],
        [`each alone by ${by}`, { ...common, apart: true, whole, opinions: 12345 }],
      ] as const;
    }),
  ),
  "six places, each alone": {
    kind: "figures.cut",
    by: "kind",
    apart: true,
    today,
    subject: {
      ...stretch,
      whose: Array.from({ length: 6 }, () => "龙井社区居委会").join("、"),
      without: ["马场村", "大龙滩", "小龙滩"],
      kind: "home_visit",
    },
    lines: {
      ...five(cutLine("龙井社区居委会")),
      rows: Array.from({ length: 6 }, () => cutLine("龙井社区居委会")),
      page: 1,
      pages: 1,
      total: 6,
    },
  },
  "ten towns": {
    kind: "figures.tally",
    ...whole,
    byKind: kinds.map(cutLine),
    cuts: ["month"],
    today,
    subject: { ...stretch, whose: Array.from({ length: 10 }, () => TOWN).join("、") },
  },
};

test.for(Object.entries(views))("%s keeps within an answer", ([, view]) => {
  const { text } = render(view, { today });
  expect(text.length, text).toBeLessThanOrEqual(300);
});
