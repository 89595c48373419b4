import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Query, QueryName } from "#src/understanding/understanding.ts";
import { readingContext } from "../card.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { Said } from "../topics/report.ts";
import { hearQuery } from "../topics/figures.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const pageOf = (rest: string): number => Math.max(1, Number(/\d{1,4}/u.exec(rest)?.[0] ?? 1));

// What each word of a terse question adds is read on its own: a word that adds nothing is asked about, because a
// figure about something else than was meant is worse than none.
function readTerse(
  name: QueryName,
  head: string,
  said: Said,
  facts: Facts,
): Query | { readonly unread: string } {
  const rest = said.text.trim().slice(head.length).trim();
  const read = understand(`${head} ${rest}`, readingContext(facts, said.at)).query ?? { name };
  const unread = rest.split(/[\s,,、;;::]+/u).find((word) => word !== "" && !adds(word, read, said, facts));
  return unread === undefined ? { ...read, name } : { unread };
}

function adds(word: string, whole: Query, said: Said, facts: Facts): boolean {
  if (whole.org?.includes(word) === true || whole.person?.includes(word) === true) return true;
  const alone = understand(`统计 ${word}`, readingContext(facts, said.at)).query;
  return (
    alone?.org !== undefined ||
    alone?.kind !== undefined ||
    alone?.from !== undefined ||
    alone?.person !== undefined
  );
}

const terse =
  (name: QueryName, head: string): Command =>
  (dialog, _rest, said, facts) => {
    const query = readTerse(name, head, said, facts);
    if ("unread" in query) return say(dialog, { kind: "figures.not-read", word: query.unread });
    return hearQuery(dialog, query, facts) ?? say(dialog, { kind: "figures.not-read", word: said.text });
  };

const deputy: Command = (dialog, rest, said, facts) => {
  const name = rest.split(/\s/u)[0]?.replace(/代表$/u, "") ?? "";
  if (name === "") return say(dialog, { kind: "figures.refused", why: "no-such-deputy" });
  const more = rest.slice(name.length).trim();
  const read = more === "" ? undefined : understand(`统计 ${more}`, readingContext(facts, said.at)).query;
  return hearQuery(dialog, { ...read, name: "deputy_profile", person: name }, facts) ?? say(dialog);
};

const why: Command = (dialog, rest) =>
  dialog.figure === undefined
    ? say(dialog, { kind: "figures.nothing-shown" })
    : ask(dialog, { do: "figures.why", basis: dialog.figure, page: pageOf(rest) });

const cutBy =
  (by: Cut): Command =>
  (dialog: Dialog, rest: string): Turn =>
    dialog.figure === undefined
      ? say(dialog, { kind: "figures.nothing-shown" })
      : ask(dialog, { do: "figures.cut", basis: dialog.figure, by, page: pageOf(rest) });

const CUT_COMMANDS: Commands = {
  按类型: cutBy("kind"),
  按镇街: cutBy("township"),
  按小组: cutBy("group"),
  按联络站: cutBy("station"),
  按代表: cutBy("deputy"),
  按月: cutBy("month"),
};

/** Questions about duty done, in terse words. */
export const FIGURES_COMMANDS: Commands = {
  我的履职: (dialog) => ask(dialog, { do: "figures.own-duty" }),
  我的积分: (dialog) => ask(dialog, { do: "figures.own-score" }),
  我的意见: (dialog, rest) => ask(dialog, { do: "figures.own-cases", page: pageOf(rest) }),
  我的建议: (dialog, rest) => ask(dialog, { do: "figures.own-cases", page: pageOf(rest) }),
  我的数据: (dialog) => ask(dialog, { do: "figures.own-data" }),
  代表: deputy,
  统计: terse("stats", "统计"),
  未报: terse("missing_reports", "未报"),
  为什么: why,
  ...CUT_COMMANDS,
};
