import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { FiledOpinion } from "#src/domain/requests/report.ts";
import { assertNever } from "#src/kernel/never.ts";
import { short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

export type CaseReply =
  | { readonly kind: "case.opinion-left"; readonly opinions: readonly FiledOpinion[] }
  | {
      readonly kind: "case.suggestion-card";
      readonly card: string;
      readonly title: string;
      readonly motion: boolean;
      readonly again?: true;
    }
  | {
      readonly kind: "case.suggestion-submitted";
      readonly number: string;
      readonly title: string;
      readonly motion: boolean;
    }
  | {
      readonly kind: "case.cosigned";
      readonly number: string;
      readonly title: string;
      readonly lead: string;
      readonly already: boolean;
    }
  | { readonly kind: "case.nothing-to-rate" };

/** Puts a reply about opinions and suggestions into words. */
export function renderCase(reply: CaseReply): Rendered {
  switch (reply.kind) {
    case "case.opinion-left":
      return opinionLeft(reply.opinions);
    case "case.suggestion-card":
      return suggestionCard(reply);
    case "case.suggestion-submitted":
      return {
        ...words(
          `已提交${reply.motion ? "议案" : "建议"} ${reply.number}`,
          `“${short(reply.title, 40)}”`,
          "代表工委会交有关单位办理,答复会发给您。",
          "想看进度,说:我的意见",
        ),
        number: reply.number,
      };
    case "case.cosigned":
      return {
        ...words(
          `${reply.already ? "您已经附议过" : "已附议"} ${reply.number}`,
          `“${short(reply.title, 40)}”`,
          `领衔代表:${reply.lead}`,
        ),
        number: reply.number,
      };
    case "case.nothing-to-rate":
      return words("眼下没有等您评价的答复。", "办理单位答复后,我会来问您满不满意。");
    default:
      return assertNever(reply);
  }
}

function opinionLeft(opinions: readonly FiledOpinion[]): Rendered {
  const urgent = opinions.some((one) => one.urgent);
  const number = opinions[0]?.number;
  return {
    text: [
      "收到,已登记:",
      ...opinions
        .slice(0, 8)
        .map((one) => `${one.number} ${OPINION_CATEGORIES[one.category]}:${short(one.text, 24)}`),
      ...(urgent ? ["有危险请马上打110、119或120。"] : []),
      "会转交人大代表和有关部门,有结果告诉您。",
    ].join("\n"),
    choices: [],
    ...(number === undefined ? {} : { number }),
  };
}

function suggestionCard(reply: Extract<CaseReply, { kind: "case.suggestion-card" }>): Rendered {
  return {
    text: [
      reply.again === true ? "还有这张没有确认:" : `提一件代表${reply.motion ? "议案" : "建议"}:`,
      `“${short(reply.title, 120)}”`,
      reply.motion ? "议案要有案由、案据、方案,区级须10人以上联名。" : "提交后由代表工委交办,三个月内答复。",
    ].join("\n"),
    choices: [
      { label: "对,提交", act: { do: "card.confirm", card: reply.card } },
      { label: "只当群众意见反映", act: { do: "card.intent", card: reply.card, intent: "opinion" } },
      { label: "不提了", act: { do: "card.drop", card: reply.card } },
    ],
  };
}
