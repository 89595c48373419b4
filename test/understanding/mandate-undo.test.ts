import { expect, test } from "vitest";
import { readMandateUndo } from "#src/understanding/mandates/read-mandate-undo.ts";

const PEOPLE = ["李明", "郑秀兰", "吴大海"];
const nameIn = (text: string) => readMandateUndo(text, PEOPLE)?.name;

test.each([
  ["撤销变动 李明", "李明"],
  ["撤销张三的补选", "张三"],
  ["撤销 终止 郑秀兰", "郑秀兰"],
  ["撤销调动 吴大海", "吴大海"],
  ["撤销郑秀兰的接受辞职登记", "郑秀兰"],
  ["撤销刚才的登记", undefined],
  ["那个终止登错了,撤回", undefined],
  ["郑秀兰的终止登错了", "郑秀兰"],
  ["调动搞错了", undefined],
])("%s is an order to undo a change", (text, name) => {
  expect(readMandateUndo(text, PEOPLE)).toBeDefined();
  expect(nameIn(text)).toBe(name);
});

test.each([
  "撤销",
  "撤销 履-2026-00012",
  "撤销昨天那条走访",
  "取消活动 活-2026-003",
  "撤销请假登记",
  "昨天走访,群众说补选搞错了时间,要求改",
  "终止李明的代表资格 11月20日",
])("%s is none", (text) => {
  expect(readMandateUndo(text, PEOPLE)).toBeUndefined();
});
