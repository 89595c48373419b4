import type { TableWanted } from "#src/domain/figures/export-data.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { parseNumber } from "#src/understanding/numbers.ts";
import { ask, say } from "../turns.ts";

const NEXT =
  /^(?:请|再|给我|帮我)?(?:看|翻)?(?:到|一?下)?(?:下一?页|后一页|往[下后]翻?|下面的|后面的|还有呢|接着看)(?:呢|吧|看看|看)?[。.!?]*$/u;
const BACK =
  /^(?:请|再|给我|帮我)?(?:看|翻)?(?:到|回)?(?:上一?页|前一页|往[上前]翻?|上面一页)(?:呢|吧|看看|看)?[。.!?]*$/u;

const NAMED =
  /^(?:请|再|给我|帮我)?(?:看|翻)?(?:到|一?下)?第(?<page>\d{1,3}|[一二三四五六七八九十]{1,2})页(?:呢|吧|看看|看)?[。.!?]*$/u;

const SHOWN = {
  opinions: "figures.backlog",
  absences: "figures.absences",
  missing: "figures.missing",
} as const satisfies Record<TableWanted["list"], FigureView["kind"]>;

// 第三页: of a list of people or opinions, which is made again; any other has its buttons.
function hearNamedPage(dialog: Dialog, line: string): Turn | undefined {
  const page = parseNumber(NAMED.exec(line)?.groups?.["page"] ?? "")?.value;
  const { paged, table } = dialog;
  if (page === undefined) return undefined;
  if (paged === undefined) return say(dialog, { kind: "help.aside", of: "no-list" });
  if (page > paged.pages) return say(dialog, { kind: "help.aside", of: "last-page" });
  const isOlder = paged.of !== undefined && table !== undefined && paged.of !== SHOWN[table.list];
  if (table === undefined || isOlder || page < 1)
    return say(dialog, { kind: "help.aside", of: "more-pages" });
  const { list, basis } = table;
  return ask(dialog, { do: list === "opinions" ? "figures.backlog" : `figures.${list}`, basis, page });
}

/** 下一页 where no button of a list in view is meant: whether there is another page at all. Undefined for all else. */
export function hearPageWords(dialog: Dialog, text: string): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  const named = hearNamedPage(dialog, line);
  if (named !== undefined) return named;
  const isNext = NEXT.test(line);
  if (!isNext && !BACK.test(line)) return undefined;
  const { paged } = dialog;
  if (paged === undefined) return say(dialog, { kind: "help.aside", of: "no-list" });
  if (isNext)
    return say(dialog, { kind: "help.aside", of: paged.page < paged.pages ? "more-pages" : "last-page" });
  return say(dialog, { kind: "help.aside", of: paged.page > 1 ? "more-pages" : "first-page" });
}
