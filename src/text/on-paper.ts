import type { OwedQuestion } from "#src/domain/owed-question.ts";
import type { ObligationNews } from "#src/domain/requests/obligation-news.ts";
import type { ObligationOutcome } from "#src/domain/requests/obligation.ts";
import { SUBMISSIONS } from "#src/domain/submission.ts";
import { day } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { someNames } from "./some-names.ts";
import { soon } from "./soon.ts";
import type { SureWords } from "./sure-words.ts";

type Of<K extends ObligationOutcome["of"]> = Extract<ObligationOutcome, { of: K }>;
type News<K extends ObligationNews["kind"]> = Extract<ObligationNews, { kind: K }>;

/** Who takes a report, as deputies know them. */
export const takerWords = (to: Of<"obligation.on-paper">["to"]): string =>
  to === "township_clerk" ? "镇街人大" : "代表工委";

/** What comes of a report that is there on paper, and of a reminder to hand one in. */
export function paperAnswer(
  outcome: Of<
    "obligation.on-paper" | "obligation.which-paper" | "obligation.paper-entered" | "obligation.nudged"
  >,
): Rendered {
  switch (outcome.of) {
    case "obligation.on-paper":
      return words(
        `${outcome.title}您交的是纸质的,对吧。这里还没有算交上。`,
        outcome.told
          ? `已告诉${takerWords(outcome.to)}:收到了由他们登记,登记了会告诉您。`
          : `请联系${takerWords(outcome.to)},请他们登记。`,
      );
    case "obligation.which-paper":
      return {
        ...words("交纸质的是哪一份?还没有登记。"),
        choices: outcome.reports.slice(0, 6).map(({ submission, title, ...who }) => ({
          label: `${namesakeWords(who)} ${title}`,
          act: { do: "obligation.enter-paper", submission, name: who.name, personId: who.personId },
        })),
      };
    case "obligation.paper-entered":
      return words(`已登记:${outcome.name}代表的${outcome.title},纸质,已收下。`, soon("告诉本人。"));
    case "obligation.nudged":
      return nudgedAnswer(outcome);
  }
}

function nudgedAnswer({ count, before }: Of<"obligation.nudged">): Rendered {
  if (count === 0 && before === 0) return words("他们刚才都已经交了,没有提醒任何人。");
  if (count === 0) return words(`这${before}位已经提醒过,或者排好等着发,没有再提醒。`, "同一天不重复发。");
  return words(
    `好的,提醒${count}位代表。`,
    before > 0 && `另有${before}位已经提醒过,或者排好等着发。`,
    "只在工作日早8点到晚9点发,同一天不重复发。",
  );
}

/** What deputies and staff are told of a report on paper, and of one that is missing. */
export function paperNews(
  news: News<"obligation.said-on-paper" | "obligation.paper-entered" | "obligation.nudged">,
): Rendered {
  switch (news.kind) {
    case "obligation.said-on-paper":
      return {
        ...words(
          `${news.name}代表说,${news.title}已经交了纸质的。`,
          "收到了请点一下登记;没有收到,请和本人说一声。",
        ),
        choices: [
          {
            label: "登记收到纸质的",
            act: {
              do: "obligation.enter-paper",
              submission: news.submission,
              name: news.name,
              personId: news.personId,
            },
          },
        ],
        reusable: true,
      };
    case "obligation.paper-entered":
      return words(`${news.by}登记了:您交来纸质的${news.title},已收下。`, "这件事办好了,不用再做什么。");
    case "obligation.nudged":
      return nudged(news);
  }
}

function nudged({ by, owed }: News<"obligation.nudged">): Rendered {
  const [first] = owed.flatMap(({ submission }) =>
    submission === undefined ? [] : [SUBMISSIONS[submission].name],
  );
  return words(
    `还没有收到您的(${by}提醒):`,
    ...owed.map(({ title, dueOn }) => `${title},期限${day(dueOn)}`),
    first !== undefined && `写好了发给我就行:提交${first} 正文`,
    first !== undefined && `交的是纸质的,说一声:${first}交了纸质的`,
  );
}

/** What staff must say yes to about reports, line by line. */
export function owedQuestion(question: OwedQuestion): SureWords {
  if (question.kind === "sure.paper") {
    const { who, title, dueOn, replaces } = question;
    return {
      yes: "对,登记收下",
      lines: [
        `${namesakeWords(who)}代表的${title}(期限${day(dueOn)}),收到了纸质的,对吗?`,
        replaces && "本人在这里交过一份,还没有收下,纸质的代替它。要看那份,先点不用。",
        "登记后就算收下,会告诉本人。",
      ],
    };
  }
  const { titles, names, rest } = question;
  return {
    yes: "对,提醒他们",
    lines: [
      `要提醒${names.length}位还没有交的代表(${titles.join("、")}):`,
      someNames(names, 160),
      rest === undefined || rest === "weekend-worked"
        ? "只发给没有交的人,各发一次。"
        : rest === "weekend-unsure"
          ? "今天是周末,今年的放假安排还没有。要等上班再提醒,请那天再说。"
          : "今天休息,等下一个工作日早上发,各发一次。",
    ],
  };
}
