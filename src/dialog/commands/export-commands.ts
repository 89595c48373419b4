import { stretchBefore } from "#src/domain/figures/figure-period.ts";
import { basisOf } from "../basis-of.ts";
import { readAsked, readAskedWithoutNames } from "../read-asked.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { readOpen } from "../read-open.ts";
import { readLeast } from "../read-least.ts";
import { hearQuery } from "../topics/figures.ts";
import { absenceBasis, missingBasis } from "../topics/lists-asked.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

// 我要一份缺席的表格, 给我一张羊昌镇的缺席表: the list last, as a table.
const WISH =
  /^(?:请|麻烦)?(?:我?[想需]?要|给我|发我|来|帮我[做弄出导])(?:一?[份张个])?(?<about>[^,。?]{0,10}?)的?(?<list>缺席|未报|意见)(?:情况|名单)?的?(?:表格?|电子表)[。!]*$/u;

// 导成表, 把这个做成表格: of what was shown last.
const LAST =
  /^(?:请|麻烦|帮我|帮忙|把|给我)*(?:这个|那个|它|这些|上面的?|刚才的?|结果|数据|这张)*(?:给我|帮我|都)?(?:导|做|弄|整理?|转|生成|存|发我?|拿|要|来|出)(?:一下|成|出来?|为|一?[份张个])*(?:excel|xlsx)?(?:表格?|电子表格?)?(?:文件|格式)?(?:给我|发我|吧|一下|可以吗|行吗)*[。!?]*$/iu;
const MADE = /表|excel|xlsx|导/iu;

/** What a wish for a table of a list says behind 导出; undefined for any other line. */
export function findTableWish(line: string): string | undefined {
  if (LAST.test(line) && MADE.test(line)) return "";
  const { about, list } = WISH.exec(line)?.groups ?? {};
  return list === undefined ? undefined : `${list} ${about ?? ""}`.trim();
}

// 导出 alone is about what was shown last; 导出统计 and 导出表格 say no more than 导出.
/** Makes the table that the words name. */
export const exported: Command = (dialog, rest, said, facts) => {
  const words = rest.replace(/^(?:统计|表格|明细|数据)\s*/u, "");
  const list = TABLES.find(([begins]) => begins.test(words));
  if (list !== undefined) return list[1](dialog, words.replace(list[0], ""), said, facts);
  const { messageId } = said;
  if (words === "" && dialog.table !== undefined)
    return ask(dialog, { do: `export.${dialog.table.list}`, messageId, basis: dialog.table.basis });
  if (words === "" && dialog.figure !== undefined)
    return ask(dialog, { do: "export.make", messageId, basis: dialog.figure });
  const { asked, unread } = readAsked(words, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return hearQuery(dialog, { ...asked, name: "export" }, said, facts) ?? say(dialog);
};

const absences: Command = (dialog, rest, said, facts) => {
  const { least, about } = readLeast(rest);
  const { asked, unread } = readAsked(about, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  const { messageId } = said;
  return ask(dialog, { do: "export.absences", messageId, basis: absenceBasis(asked, facts, least) });
};

const missing: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAsked(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  const { messageId } = said;
  return ask(dialog, { do: "export.missing", messageId, basis: missingBasis(asked, facts) });
};

const opinions: Command = (dialog, rest, said, facts) => {
  const { which, about: left } = readOpinionKind(rest);
  const { isOpen, about } = readOpen(left);
  const { asked, unread } = readAskedWithoutNames(about, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(dialog, {
    do: "export.opinions",
    messageId: said.messageId,
    basis: { ...basisOf(asked, facts), ...which, ...(isOpen ? { open: true } : {}) },
  });
};

// What waits is done item by item: it is read in the chat, page by page.
const waiting: Command = (dialog, rest, said, facts) =>
  facts.speaker.kind === "member"
    ? say(dialog, { kind: "export.not-made", why: "no-table", list: "待办", words: `待办${rest}` })
    : ask(dialog, { do: "export.make", messageId: said.messageId, basis: basisOf({}, facts) });

const TABLES: readonly (readonly [RegExp, Command])[] = [
  [/^缺席(?:名单|情况)?/u, absences],
  [/^未报(?:名单|情况)?/u, missing],
  [/^(?:群众)?意见/u, opinions],
  [/^待办/u, waiting],
  // 交通类意见: the kind before the word.
  [/(?:的|类|方面)?(?<!我的)(?:群众)?意见/u, opinions],
];

// 周报, 月报 羊昌镇: what the office is sent on schedule, whenever somebody wants it.
const sheet =
  (every: "week" | "month"): Command =>
  (dialog, rest, said, facts) => {
    const { asked, unread } = readAsked(rest, said, facts);
    if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
    const stretch = asked.from === undefined ? stretchBefore(every, facts.today) : {};
    const basis = { ...basisOf(asked, facts), ...stretch };
    return ask(dialog, { do: "export.make", messageId: said.messageId, basis });
  };

/** Figures and lists as tables, asked for in terse words. */
export const EXPORT_COMMANDS: Commands = {
  导出: exported,
  导出表格: exported,
  周报: sheet("week"),
  月报: sheet("month"),
};
