import type { Dialog, Turn } from "../dialog.ts";
import { say } from "../turns.ts";

const NEXT =
  /^(?:请|再|给我|帮我)?(?:看|翻)?(?:到|一?下)?(?:下一?页|后一页|往[下后]翻?|下面的|后面的|还有呢|接着看)(?:呢|吧|看看|看)?[。.!?]*$/u;
const BACK =
  /^(?:请|再|给我|帮我)?(?:看|翻)?(?:到|回)?(?:上一?页|前一页|往[上前]翻?|上面一页|第一页)(?:呢|吧|看看|看)?[。.!?]*$/u;

/** 下一页 where no button of a list in view is meant: whether there is another page at all. Undefined for all else. */
export function hearPageWords(dialog: Dialog, text: string): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  const isNext = NEXT.test(line);
  if (!isNext && !BACK.test(line)) return undefined;
  const { paged } = dialog;
  if (paged === undefined) return say(dialog, { kind: "help.aside", of: "no-list" });
  if (isNext)
    return say(dialog, { kind: "help.aside", of: paged.page < paged.pages ? "more-pages" : "last-page" });
  return say(dialog, { kind: "help.aside", of: paged.page > 1 ? "more-pages" : "first-page" });
}
