import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import { askedKinds } from "../asked-kinds.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { withWholeNames } from "../asked-places.ts";
import { withoutStretch } from "../asked-stretch.ts";
import { periodWords } from "../period-words.ts";
import { readParts } from "../read-parts.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { readLeast } from "../read-least.ts";
import { ask, say } from "../turns.ts";
import { hearUnheeded } from "../unheeded.ts";
import { absenceBasis, missingBasis } from "./lists-asked.ts";
import type { Said } from "./report.ts";

const OPEN = /待办|在办|没有?(?:办|处理|答复)|未(?:办|处理|答复)/u;

/** A table asked for in plain words: of the list that they name, or of the figure. */
export function exportAsked(dialog: Dialog, query: AskedFigure, said: Said, facts: Facts): Turn {
  const text = said.text.normalize("NFKC");
  const { messageId } = said;
  if (/缺席|缺勤|没到会/u.test(text)) {
    const { least } = readLeast(text);
    return ask(dialog, { do: "export.absences", messageId, basis: absenceBasis(query, facts, least) });
  }
  if (/未报|没有?报|没有?记录/u.test(text))
    return ask(dialog, { do: "export.missing", messageId, basis: missingBasis(query, facts) });
  if (/意见/u.test(text) && !/我的意见/u.test(text)) {
    const open = OPEN.test(text) ? ({ open: true } as const) : {};
    return ask(dialog, {
      do: "export.opinions",
      messageId,
      basis: { ...basisOf(query, facts), ...readOpinionKind(text).which, ...open },
    });
  }
  if (/待办/u.test(text))
    return say(dialog, { kind: "export.not-made", why: "no-table", list: "待办", words: "待办" });
  const kinds = askedKinds(text);
  if (kinds.length > 1) return kindsApart(dialog, query, { text, kinds }, facts);
  return hearUnheeded(dialog, query, text, facts) ?? figureAsked(dialog, query, said, facts);
}

// A table is of one kind or of all.
function kindsApart(
  dialog: Dialog,
  { org, orgs, person }: AskedFigure,
  { text, kinds }: { readonly text: string; readonly kinds: readonly DutyKind[] },
  facts: Facts,
): Turn {
  const whose = [org, person].filter((one) => one !== undefined);
  const about = [...(orgs ?? whose), ...periodWords(text, facts.today)];
  const alone = kinds.map((kind) => ["导出", ...about, DUTY_KINDS[kind].name].join(" "));
  return say(dialog, { kind: "figures.apart", of: "kinds", alone });
}

// Somebody who is not known here reads like somebody elsewhere.
const A_NAME = new RegExp(`^${SURNAME}[一-鿿]{1,2}$`, "u");
// 出个2月份的表: how it is asked for, and what would else be two months.
const WISH =
  /^(?:请|麻烦|帮我|帮忙|把|我?想?要|需要|给我)*(?:出|做|来|弄|搞|整|要|打|导|生成|拉|下载|看)?(?:一?[个张份下])?/u;
const HOW =
  /把|给我|发我|发过来|我[想需]?要|需要|想要|(?<!领)导(?:出来?|成)?|做成?|整理?成?|生成|弄|打印|下载|excel|xlsx|表格?|台账|文件|报表|电子版|明细|清单|出来|一?[下份张个]|格式|可以|能|吧|嘛|[出成]/giu;

/** The figure that words ask to be made a table of. What they say that nothing here heeds is named before it. */
function figureAsked(dialog: Dialog, query: AskedFigure, said: Said, facts: Facts): Turn {
  // 11月和12月 are one stretch of time, and heeded.
  const text = withoutStretch({ ...said, text: withWholeNames(said.text, facts) }, facts).replace(WISH, "");
  const { asked, left: more } = readParts(text, said, facts);
  const left = more.replace(HOW, "");
  const { from, to = from } = asked;
  const period = from === undefined || to === undefined ? {} : { from, to };
  // The house says whether there is such a place.
  const isPlace = LIKE_A_PLACE.test(left);
  const place = isPlace && query.org === undefined && query.orgs === undefined ? { org: left } : {};
  const isName = A_NAME.test(left) && (query.person ?? left) === left;
  const wanted = {
    ...query,
    ...place,
    ...(isName ? { person: left } : {}),
    ...(query.from === undefined ? period : {}),
  };
  const turn = ask(dialog, {
    do: "export.make",
    messageId: said.messageId,
    basis: basisOf(wanted, facts),
  });
  return isPlace || isName || left.length < 2
    ? turn
    : { ...turn, replies: [{ kind: "figures.unused", what: left }] };
}

const LIKE_A_PLACE = /^[一-鿿]{2,8}(?:村|社区|镇|乡|街道|[站组寨]|小区)$/u;
