import type { ShownActivity, ShownNames } from "#src/domain/requests/activity-shown.ts";
import { activityLine } from "./activity-words.ts";
import { tallyLines } from "./attendance.ts";
import { foretoldWords } from "./coming-answers.ts";
import { short } from "./format.ts";
import { pageMark, turns } from "./figure-words.ts";
import { areCut, someNames } from "./some-names.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

/** So much room for the names of one kind. */
const ROOM = 60;

const ANSWERED = { coming: "您已回:参加", leave: "您已回:请假" } as const;

const ownAnswer = ({ answer, foretold }: ShownActivity): string =>
  answer === null || answer === undefined
    ? "您还没有回,能来吗?"
    : `${ANSWERED[answer]}${foretold === undefined ? "" : `,${foretoldWords(foretold)}`}`;

/** One activity, with how it stands and what can be done about it; or those in its list of whom staff want every name. */
export const renderShown = (
  outcome: { readonly of: "activity.shown"; readonly shown: ShownActivity } | ShownNames,
): Rendered => (outcome.of === "activity.names" ? shownNames(outcome) : shownActivity(outcome.shown));

function shownActivity(shown: ShownActivity): Rendered {
  const { place, content, answer, answers, number } = shown;
  return {
    ...words(
      `${activityLine(shown)}(${stateOf(shown)}${shown.entered === true ? ",事后补登" : ""})`,
      place !== null && `地点:${short(place, 40)}`,
      content !== null && `内容:${short(content, 80)}`,
      answer !== undefined && isAhead(shown) && ownAnswer(shown),
      ...(shown.tally === undefined ? [] : tallyLines(shown.tally)),
      ...(answers === undefined ? [] : answerLines(shown, answers)),
    ),
    choices: taps(shown),
    number,
    reusable: true,
  };
}

function answerLines(
  shown: ShownActivity,
  { coming, leave, silent, untold, unread, partly }: NonNullable<ShownActivity["answers"]>,
): (string | false)[] {
  const names = isAhead(shown) && silent.length > 0 ? `:${someNames(silent, ROOM)}` : "";
  return [
    `${shown.tally === undefined ? "" : "会前"}已回参加${coming}人、请假${leave}人,没回${silent.length}人${names}`,
    partly.length > 0 &&
      `事先说过:${short(partly.map((one) => `${one.name}${foretoldWords(one)}`).join("、"), 80)}`,
    shown.state === "planned" &&
      unread.length > 0 &&
      `发到网页了,本人还没打开看:${someNames(unread, ROOM)}。没看就不算通知到。`,
    shown.state === "planned" && untold.length > 0 && `还没有通知到的记录:${someNames(untold, ROOM)}。`,
    shown.state === "planned" && toldLine(shown, untold[0] ?? unread[0]),
  ];
}

const toldLine = ({ number, begun }: ShownActivity, first: string | undefined): string =>
  first === undefined
    ? "都有通知到的记录。"
    : `打过电话,请说:已通知 ${number} ${first} 电话${begun ? " 加哪天打的" : ""}`;

const isAhead = ({ state, begun }: ShownActivity): boolean => state === "planned" && !begun;

function stateOf({ state, begun }: ShownActivity): string {
  if (state === "cancelled") return "已取消";
  if (state === "final") return "已定稿";
  return begun ? "还没定稿" : "还没开始";
}

function taps(shown: ShownActivity): RenderedChoice[] {
  const { number: activity, answer, answers, state } = shown;
  const own: RenderedChoice[] =
    answer !== undefined && isAhead(shown)
      ? [
          { label: "参加", act: { do: "activity.coming", activity } },
          { label: "请假", act: { do: "activity.leave", activity } },
        ]
      : [];
  const staff = answers !== undefined && state === "planned" && shown.begun ? [says(`定稿 ${activity}`)] : [];
  return [...own, ...staff, ...allNames(shown)];
}

const WHO = {
  silent: "没回的",
  untold: "没有通知记录的",
  unread: "还没打开看的",
  answers: "名单上",
  told: "有通知记录的",
} as const;

// Where some names are left out, a tap has all of them.
function allNames({ number: activity, answers, state, begun }: ShownActivity): RenderedChoice[] {
  if (answers === undefined || state !== "planned") return [];
  const cut = (["silent", "unread", "untold"] as const)
    .filter((which) => areCut(answers[which], ROOM) && !(which === "silent" && begun))
    .map((which) => ({
      label: `${WHO[which]}${answers[which].length}人`,
      act: { do: "activity.show", activity, names: which } as const,
    }));
  const coming: RenderedChoice = {
    label: "谁来谁不来",
    act: { do: "activity.show", activity, names: "answers" },
  };
  const told: RenderedChoice = { label: "怎么通知的", act: { do: "activity.show", activity, names: "told" } };
  return [...cut, ...(begun ? [] : [coming]), told];
}

const LEAVE = { pending: "请假(待批)", approved: "请假(已准)" } as const;
const TOLD = { answered: "已回复", chat: "已送达", phone: "电话", paper: "书面" } as const;

type Named = ShownNames["names"]["rows"][number];

function stateWords(one: Named): string {
  if ("told" in one) return TOLD[one.told];
  if (!("answer" in one)) return "";
  if (one.answer === "leave") return one.leave === null ? "请假" : LEAVE[one.leave];
  return one.answer === "coming" ? "参加" : "没回";
}

// A line for each answer is sooner read than an answer behind each name.
function nameLines(rows: readonly Named[]): string[] {
  return [...Map.groupBy(rows, stateWords)].map(([state, some]) => {
    const names = some.map(({ name }) => name).join("、");
    return state === "" ? names : `${state}${some.length}人:${names}`;
  });
}

const shownNames = ({ activity, which, names }: ShownNames): Rendered => ({
  ...words(
    `${WHO[which]}${names.total}人${pageMark(names)}:${activityLine(activity)}`,
    ...nameLines(names.rows),
    names.total === 0 && "名单里没有。",
    which === "answers" && "以本人最近的答复为准。",
  ),
  choices: turns(names, (page) => ({ do: "activity.show", activity: activity.number, names: which, page })),
  number: activity.number,
  reusable: true,
});
