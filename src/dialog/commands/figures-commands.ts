import type { Cut } from "#src/domain/figures/figure-basis.ts";
import { readTerseQuery } from "#src/understanding/terse-query.ts";
import type { QueryName } from "#src/understanding/understanding.ts";
import { readingContext } from "../card.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearQuery } from "../topics/figures.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const pageOf = (rest: string): number => Math.max(1, Number(/\d{1,4}/u.exec(rest)?.[0] ?? 1));

const terse =
  (name: QueryName): Command =>
  (dialog, rest, said, facts) => {
    const { asked, unread } = readTerseQuery(rest, readingContext(facts, said.at));
    if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
    return hearQuery(dialog, { ...asked, name }, facts) ?? say(dialog);
  };

const deputy: Command = (dialog, rest, said, facts) => {
  const name = rest.split(/\s/u)[0]?.replace(/代表$/u, "") ?? "";
  if (name === "") return say(dialog, { kind: "figures.refused", why: "no-such-deputy" });
  const { asked, unread } = readTerseQuery(rest.slice(name.length), readingContext(facts, said.at));
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return hearQuery(dialog, { ...asked, name: "deputy_profile", person: name }, facts) ?? say(dialog);
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
  统计: terse("stats"),
  未报: terse("missing_reports"),
  为什么: why,
  ...CUT_COMMANDS,
};
