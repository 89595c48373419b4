import { CASE_STATES } from "#src/domain/case-state.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { OwnCase } from "#src/domain/figures/own-case.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { leftLine } from "./left-line.ts";
import { byRoom } from "./by-room.ts";
import { amounts, inline, ownTallyWords, pageMark, pageTaps } from "./figure-words.ts";
import { short } from "./format.ts";
import { OWED_SHOWN, owedByRoom } from "./owed-words.ts";
import { periodWords, storedWords } from "./own-data-words.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { numberTaps } from "./taps-into.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** A deputy's own duty, with what is still expected. */
export function ownDuty({
  year,
  month,
  byKind,
  expected,
  returned = 0,
  today,
}: Of<"figures.own-duty">): Rendered {
  const now = `${today.slice(0, 4)}年`;
  const sums = amounts(year.counts);
  return {
    ...words(
      year.records === 0
        ? `您${now}还没有计入的履职。`
        : `您${now}履职${year.activities}次${sums === "" ? "" : `:${sums}`}`,
      `本月${month.activities}次`,
      byKind.length > 0 && inline(byKind, 5),
      year.unconfirmed > 0 && `其中${year.unconfirmed}条是工作人员代记、您没有确认的`,
      returned > 0 && `另有${returned}条被退回,没有计入`,
      expected.length > 0 && "您要完成的:",
      ...expected.slice(0, OWED_SHOWN).map((one) => owedByRoom(one, today)),
      leftLine(expected, OWED_SHOWN, "项", "看全说:应办"),
      year.records === 0 && "做了什么,一句话告诉我,比如:昨天走访〔村〕12户",
    ),
    choices: [
      ...(year.records === 0 ? [] : [says("看每一条", "为什么"), says("按月看", "按月")]),
      ...(returned === 0 ? [] : [says("看被退回的", "被退回的有哪些")]),
      says("我的出勤"),
      says("我的意见"),
    ],
    reusable: true,
  };
}

/** What can be said of the score before the assessment opens. */
export const scoreClosed = ({ year, today }: Of<"figures.score-closed">): Rendered => ({
  ...words("考核积分还没有开通,现在不打分。", `您${today.slice(0, 4)}年的履职事实:${ownTallyWords(year)}`),
  choices: [says("我的履职")],
  reusable: true,
});

/** Opinions and suggestions somebody brought. */
export function ownCases({ cases, word }: Of<"figures.own-cases">): Rendered {
  if (word !== undefined) return ownCasesWith(word, cases);
  if (cases.total === 0)
    return words("还没有您提的意见或建议。", "群众有事要反映,直接说,比如:〔村〕二组路灯坏了三天");
  return {
    ...words(`您提的意见、建议共${cases.total}件${pageMark(cases)}`, ...cases.rows.map(caseLine)),
    choices: [...numberTaps(cases.rows), ...pageTaps(cases, "我的意见")],
    reusable: true,
  };
}

// Other people's are not a deputy's to look through.
function ownCasesWith(word: string, { rows, total }: Of<"figures.own-cases">["cases"]): Rendered {
  if (total === 0)
    return words(
      `您提的意见、建议里,没有提到“${short(word, 16)}”的。`,
      "有群众反映,直接说,比如:群众反映〔村〕二组路灯坏了三天",
    );
  const left = total - rows.length;
  return {
    ...words(
      `您提的意见、建议里,提到“${short(word, 16)}”的${total}件:`,
      ...rows.map(caseLine),
      left > 0 && `还有${left}件更早的。看全部,请说:我的意见`,
    ),
    choices: numberTaps(rows),
    reusable: true,
  };
}

const WHAT = { suggestion: "建议", motion: "议案", cosigned: "附议" } as const;

function caseLine({ number, what, text, category, state }: OwnCase): string {
  const label = what !== "opinion" ? WHAT[what] : category === null ? "" : OPINION_CATEGORIES[category];
  return `${number} ${label}:${byRoom(short(text, 16), short(text, 10))} ${CASE_STATES[state]}`;
}

/** What is stored about the person, how long, and how to have it put right or erased. */
export const ownData = (view: Of<"figures.own-data">): Rendered =>
  view.who === "guest" ? guestData(view) : knownData(view);

// Nobody is known here: there are words and nothing else, and nobody to hand a copy to.
const guestData = ({ stored, periods }: Of<"figures.own-data">): Rendered => ({
  ...words(
    `没有登记您是谁。这里存着:${storedWords(stored)}`,
    `到期自动删除:${periodWords(stored, periods)}`,
    "不要了请说:删除我的数据",
  ),
  choices: [says("删除我的数据"), says("隐私")],
  reusable: true,
});

// A resident has no records, no other logins and no second factor: of these he would hear that he may not.
const knownData = ({ who, stored, periods }: Of<"figures.own-data">): Rendered => ({
  ...words(
    `关于您,这里存着:${storedWords(stored)}`,
    `到期自动删除:${periodWords(stored, periods)}`,
    "履职记录、出勤、意见、建议是档案,依法保留。",
    `有错请说:更正我的电话 13800000000${stored.records > 0 ? "。记错的履职:改时间 昨天" : ""}`,
    who === "member" && "在哪里登录着:我的登录;网页多一道口令:双重验证",
    "不要了请说:删除我的数据",
  ),
  choices: [says("导出我的数据"), says("更正我的数据"), says("删除我的数据"), says("隐私")],
  reusable: true,
});
