import { CASE_STATES } from "#src/domain/case-state.ts";
import type { CaseOrigin, OwnCase } from "#src/domain/figures/own-case.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { FiledOpinion } from "#src/domain/requests/report.ts";
import { assertNever } from "#src/kernel/never.ts";
import { day, short } from "./format.ts";
import { opinionLines } from "./report-filed.ts";
import { DANGER } from "./report-card.ts";
import { type Rendered, words } from "./rendered.ts";
import { renderSuggestion, type SuggestionReply } from "./suggestion.ts";

/** Everything that is said about opinions and suggestions. */
export type CaseReply =
  | SuggestionReply
  | { readonly kind: "case.opinion-left"; readonly opinions: readonly FiledOpinion[]; readonly files: number }
  | { readonly kind: "case.nothing-to-rate" }
  | {
      readonly kind: "case.shown";
      readonly found: OwnCase;
      readonly mine: boolean;
      /** For staff: where it comes from. */
      readonly origin?: CaseOrigin;
    };

/** Puts a reply about opinions and suggestions into words. */
export function renderCase(reply: CaseReply): Rendered {
  switch (reply.kind) {
    case "case.opinion-left":
      return opinionLeft(reply.opinions, reply.files);
    case "case.suggestion-card":
    case "case.suggestion-submitted":
    case "case.cosigned":
    case "case.which-suggestion":
    case "case.cosigned-yours":
    case "case.suggestion-gone":
      return renderSuggestion(reply);
    case "case.shown":
      return shown(reply);
    case "case.nothing-to-rate":
      return words("眼下没有等您评价的答复。", "办理单位答复后,我会来问您满不满意。");
    default:
      return assertNever(reply);
  }
}

function opinionLeft(opinions: readonly FiledOpinion[], files: number): Rendered {
  const urgent = opinions.some((one) => one.urgent);
  const number = opinions[0]?.number;
  return {
    text: [
      "收到,已登记:",
      ...opinionLines(opinions),
      ...(files > 0 ? [`附件${files}个`] : []),
      ...(urgent ? [DANGER] : []),
      "会转交人大代表和有关部门,有结果告诉您。",
    ].join("\n"),
    choices: [],
    ...(number === undefined ? {} : { number }),
  };
}

// 12月1日登记,李明代表(履-2026-00001),地点马场村: what is known of it.
const originWords = ({ filedOn, deputy, record, place }: CaseOrigin): string =>
  [
    `${day(filedOn)}登记`,
    ...(deputy === null ? [] : [`${deputy}代表${record === null ? "" : `(${record})`}`]),
    ...(place === null ? [] : [`地点${short(place, 20)}`]),
  ].join(",");

const WHAT = { suggestion: "建议", motion: "议案", cosigned: "附议的建议" } as const;

function shown({ found, mine, origin }: Extract<CaseReply, { kind: "case.shown" }>): Rendered {
  const { number, what, text, category, state } = found;
  const label =
    what === "opinion" ? `意见${category === null ? "" : `,${OPINION_CATEGORIES[category]}`}` : WHAT[what];
  return {
    ...words(
      `${number} ${label}(${CASE_STATES[state]})`,
      `“${short(text, 120)}”`,
      origin !== undefined && originWords(origin),
      mine && state !== "withdrawn" && `不要了请说:撤销 ${number}`,
      !mine && what === "opinion" && `留了电话的,说:联系方式 ${number}`,
    ),
    number,
  };
}
