import type { Facts } from "#src/domain/facts.ts";
import { daysBetween } from "#src/domain/day.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { type FigurePeriod, monthAround } from "#src/domain/figures/figure-period.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { isStaff } from "./audience.ts";
import type { Asked } from "./basis-of.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { readAskedOfKnown } from "./read-asked.ts";
import type { Said } from "./topics/report.ts";
import { ask } from "./turns.ts";

const ONLY = /^(?:那么?|看看?)?(?<when>[^,。?]{2,8}?)(?:的|呢|的呢)[?。!]*$/u;
// 比上个月多多少: the last figure of that month, to be held against it.
const HELD =
  /^(?:那|这)?(?:比|跟|和|同|与)(?<when>上个?月|上周|上个?季度|前年|上半年)(?:相?比|对比|比较)?(?:是|有)?(?:[多少]了?|增[加长]|减少)+(?:还是)?(?:[多少几]|了|户|人|次|件|条|呢)*[?。!]*$/u;
// What stands alone is a question of its own, and goes on from nothing: 羊昌镇走访怎么样.
const OTHER =
  /^(?:(?:那么?|再看看?|换成?|改成?)(?:看看)?[,\s]*(?<then>[^,。?]{2,12}?)(?:的?(?:呢|怎么样|咋样|如何|有?多少|有?几[户次条人件])[呢啊]?)?|(?:看看)?(?<alone>[^,。?]{2,12}?)的?呢)[?。!]*$/u;

// 今年还有什么要做的 is a question of its own.
// 导出全区今年的 wants a table.
const ASKS_MORE = /什么|啥|哪|谁|多少|怎|还|要|没|做|交|欠|办|我|导|下载|打印|(?<!代)表/u;

/** The last figure in another stretch of time: 今年的, 上个月呢. Undefined where the words say anything else. */
export function hearOtherPeriod(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = said.text.normalize("NFKC").trim();
  const { figure } = dialog;
  const held = figure === undefined ? null : HELD.exec(line);
  const when = (ONLY.exec(line) ?? held)?.groups?.["when"];
  const read = when === undefined || ASKS_MORE.test(when) ? {} : readWhole(when, said, facts);
  const { from, to, ...more } = read;
  if (figure !== undefined && from !== undefined && Object.keys(more).length === 0)
    return ask(dialog, {
      do: "figures.count",
      basis: { ...figure, from, to: to ?? from },
      ...(held === null ? {} : besideOf(figure, { from, to: to ?? from }, facts)),
    });
  return bareStretch(dialog, line, said, facts) ?? hearOther(dialog, line, said, facts);
}

// What is held against a month is a month: of a year 上个月 is no part to be compared with the whole.
function besideOf(
  figure: FigurePeriod,
  other: FigurePeriod,
  { today }: Facts,
): { readonly beside?: FigurePeriod } {
  const month = monthAround(today);
  const stretch = isAlike(figure, other) ? { from: figure.from, to: figure.to } : month;
  return isAlike(stretch, other) ? { beside: stretch } : {};
}

const isAlike = (one: FigurePeriod, other: FigurePeriod): boolean => {
  const [days, others] = [daysBetween(one.from, one.to) + 1, daysBetween(other.from, other.to) + 1];
  return one.from !== other.from && days <= 2 * others && others <= 2 * days;
};

// 十月份, 2027年全部 behind a figure; a day alone may be that of a deed.
const ALL_OF_YEAR = /(?:全部|全年|整年|一整年|所有)的?$/u;
const BARE =
  /^(?:(?:20)?\d\d年|今年|去年|前年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|[上本这]个?(?:月|季度))?$/u;

function bareStretch(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const { figure, table } = dialog;
  const when = line.replace(/[?。!\s]+$/u, "").replace(ALL_OF_YEAR, "");
  if (when === "" || !BARE.test(when)) return undefined;
  const { from, to = from } = readWhole(when, said, facts);
  if (from === undefined || to === undefined) return undefined;
  if (figure !== undefined) return ask(dialog, { do: "figures.count", basis: { ...figure, from, to } });
  if (table === undefined || table.list === "opinions") return undefined;
  return ask(dialog, { do: `figures.${table.list}`, basis: { ...table.basis, from, to }, page: 1 });
}

/** The last figure or list of another place, deputy or kind: 那羊昌镇呢, 走访呢. */
function hearOther(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const { then, alone, what = then ?? alone } = OTHER.exec(line)?.groups ?? {};
  const { figure, table } = dialog;
  const last = figure ?? table?.basis;
  if (last === undefined || what === undefined) return undefined;
  if (ASKS_MORE.test(what)) return undefined;
  const cut = figure === undefined ? undefined : findCut(what);
  if (figure !== undefined && cut?.text === what)
    return ask(dialog, { do: "figures.cut", basis: figure, by: cut.by, page: 1 });
  const asked = readWhole(what, said, facts);
  if (Object.keys(asked).length === 0) return undefined;
  // A deputy has a figure of the own duty alone.
  const isOfOthers = asked.org !== undefined || asked.orgs !== undefined || asked.person !== undefined;
  if (isOfOthers && (last.own === true || !isStaff(facts.speaker))) return undefined;
  const basis = changed(last, asked);
  if (table === undefined) return ask(dialog, { do: "figures.count", basis });
  if (asked.kind !== undefined) return undefined;
  return ask(
    dialog,
    table.list === "opinions"
      ? { do: "figures.opinions", basis }
      : { do: `figures.${table.list}`, basis, page: 1 },
  );
}

function readWhole(words: string, said: Said, facts: Facts): Asked {
  const { asked, unread } = readAskedOfKnown(words, said, facts);
  return unread === undefined ? asked : {};
}

// Another place is asked about all of it, whoever and whatever part of the first was in view.
function changed(last: FigureBasis, { from, to = from, org, orgs, person, kind }: Asked): FigureBasis {
  const { org: _, orgs: __, person: ___, parts: ____, ...rest } = last;
  const isElsewhere = org !== undefined || orgs !== undefined || person !== undefined;
  return {
    ...(isElsewhere ? rest : last),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(org === undefined ? {} : { org }),
    ...(orgs === undefined ? {} : { orgs }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
  };
}
