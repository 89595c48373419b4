import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await files("李明", "9月15日在联络站接待选民3人");
  await files("李明", "9月14日走访黄连村3户");
  await files("李明", "9月12日在平寨村调解1起纠纷");
});
afterAll(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
const files = async (name: string, said: string): Promise<void> => {
  await says(name, said);
  await says(name, "对");
};
const offered = async (name: string, said: string): Promise<readonly string[]> => {
  const answer = await says(name, said);
  expect(answer?.kind).toBe("report.which");
  return answer?.choices.map((one) => one.label) ?? [];
};

test.each([
  "我9月15号接待那次删掉",
  "把9月15日的接待删了",
  "昨天接待那条不要了",
  "昨天的接待删掉吧",
  "帮我把昨天接待那次撤掉",
  "昨天那次接待作废",
  "昨天接待的记录删除",
  "9月15日那次接待取消",
  "9月15号的接待我没去",
  "昨天的接待我没去成",
  "昨天那次接待没有这回事",
  "昨天那次接待不算,我没参加",
])("%s shows the record it means, and takes nothing out yet", async (said) => {
  expect(await offered("李明", said)).toEqual(["撤销 履-2026-00001"]);
});

test.each([
  ["黄连村那次删掉", "撤销 履-2026-00002"],
  ["调解那条不要了", "撤销 履-2026-00003"],
])("%s means %s", async (said, choice) => {
  expect(await offered("李明", said)).toEqual([choice]);
});

test("a record that there is none of is told so, and none else is offered to be taken out", async () => {
  const answer = await says("李明", "9月10号的慰问我没去");
  expect(answer?.text).toContain("没有查到您记过这样的履职");
  expect(answer?.choices).toEqual([]);
});

test.each([
  "群众反映村口的路灯取消了",
  "昨天把河边的垃圾堆清掉了",
  "昨天接待选民,有人反映低保取消了",
  "昨天走访群众,把隐患去掉了",
])("%s takes nothing out", async (said) => {
  expect((await says("李明", said))?.kind).not.toBe("report.which");
  await says("李明", "算了");
});
