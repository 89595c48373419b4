import type { SuggestionNews, SuggestionView } from "#src/domain/requests/suggestion.ts";
import type { Unsuited } from "#src/domain/unsuited.ts";
import { assertNever } from "#src/kernel/never.ts";
import { short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** Everything that is said about suggestions. */
export type SuggestionReply =
  | SuggestionNews
  | {
      readonly kind: "case.suggestion-card";
      readonly card: string;
      readonly title: string;
      readonly motion: boolean;
      readonly files: number;
      readonly again?: true;
      readonly unsuited?: Unsuited;
    }
  | {
      readonly kind: "case.suggestion-submitted";
      readonly number: string;
      readonly title: string;
      readonly motion: boolean;
      readonly record: string;
      readonly files?: number;
    }
  | ({ readonly kind: "case.cosigned"; readonly already: boolean; readonly record?: string } & SuggestionView)
  | { readonly kind: "case.which-suggestion"; readonly suggestions: readonly SuggestionView[] };

/** Puts a reply about a suggestion or a motion into words. */
export function renderSuggestion(reply: SuggestionReply): Rendered {
  switch (reply.kind) {
    case "case.suggestion-card":
      return suggestionCard(reply);
    case "case.suggestion-submitted":
      return about(
        reply,
        `已提交${reply.motion ? "议案" : "建议"} ${reply.number}`,
        `已计入履职:${reply.record}${reply.files === undefined ? "" : `,附件${reply.files}个`}`,
        "代表工委会交有关单位办理,答复会发给您。",
        "想看进度,说:我的意见",
      );
    case "case.cosigned":
      return about(
        reply,
        `${reply.already ? "您已经附议过" : "已附议"} ${reply.number}`,
        `领衔代表:${reply.lead}`,
        reply.record !== undefined && `已计入履职:${reply.record}。不附议了,说:撤销`,
      );
    case "case.which-suggestion":
      return {
        ...words("附议哪一件?点一下:"),
        choices: reply.suggestions.map(({ number, title, lead }) =>
          says(`${number} ${lead}:${short(title, 24)}`, `附议 ${number}`),
        ),
      };
    case "case.cosigned-yours":
      return about(reply, `${reply.by}代表附议了您的${reply.number}:`);
    case "case.suggestion-gone":
      return about(
        reply,
        `${reply.lead}代表撤回了您附议的${reply.number}:`,
        "您的附议随之作废,不再计入履职。",
      );
    default:
      return assertNever(reply);
  }
}

const about = (
  { number, title }: { readonly number: string; readonly title: string },
  first: string,
  ...lines: readonly (string | false)[]
): Rendered => ({ ...words(first, `“${short(title, 60)}”`, ...lines), number });

// Where somebody is helped with what is none for a suggestion.
const ELSEWHERE: Readonly<Record<Unsuited, string>> = {
  own_matter: "这像是您自己或亲属的事,不能当代表建议提。可以找主管部门办,或到信访窗口反映。",
  court_case: "这像是法院正在办或已判的案子,不能当代表建议提。可以依法上诉、申诉,法律援助电话 12348。",
  tender: "这像是招标、投标或合同的事,不能当代表建议提。可以找公共资源交易中心或行业主管部门。",
  promotion: "这像是推荐产品或服务,不能当代表建议提。可以改成大家共同的需要再提。",
};

function suggestionCard(reply: Extract<SuggestionReply, { kind: "case.suggestion-card" }>): Rendered {
  return {
    text: [
      reply.again === true ? "还有这张没有确认:" : `提一件代表${reply.motion ? "议案" : "建议"}:`,
      `“${short(reply.title, 120)}”`,
      ...(reply.unsuited === undefined ? [] : [ELSEWHERE[reply.unsuited]]),
      ...(reply.files > 0 ? [`附件${reply.files}个(不附就说:不要附件)`] : []),
      reply.motion ? "议案要有案由、案据、方案,区级须10人以上联名。" : "提交后由代表工委交办,三个月内答复。",
    ].join("\n"),
    choices: [
      { label: "对,提交", act: { do: "card.confirm", card: reply.card } },
      { label: "只当群众意见反映", act: { do: "card.intent", card: reply.card, intent: "opinion" } },
      { label: "不提了", act: { do: "card.drop", card: reply.card } },
    ],
  };
}
