import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-09T15:00:00+08:00");
});
afterAll(() => city.close());
const says = async (said: string) => (await city.person("刘敏").says(said))[0];
afterEach(async () => {
  await says("不记了");
  await says("不记了");
});

test.for([
  ["代报 李明 昨天走访3户;王芳 昨天走访4户", "李明", "3户", "王芳", "4户"],
  ["罗文军、杨秀英各接待3人,昨天在联络站", "罗文军", "3人", "杨秀英", "3人"],
  ["昨天李明代表在马场村走访5户,陈建国代表在联络站接待6人", "李明", "5户", "陈建国", "6人"],
  ["李明、王芳昨天走访,分别走了7户、8户", "李明", "7户", "王芳", "8户"],
  ["李明说他昨天走访了9户,让我登记,还有罗文军12月5号接待2人", "李明", "9户", "罗文军", "2人"],
] as const)(
  "of %s a clerk files each deed for the deputy whose it is",
  async ([said, one, his, other, hers]) => {
    const asked = await says(said);
    expect(asked?.kind).toBe("report.whose-each");
    expect(asked?.choices.length).toBe(2);
    for (const [name, amount] of [
      [one, his],
      [other, hers],
    ] as const) {
      const [card] = await city.person("刘敏").taps(`记${name === one ? "①" : "②"}${name}`);
      expect(card?.text).toContain(`替${name}代表记`);
      expect(card?.text).toContain(amount);
      expect(card?.text).not.toContain("同行");
      await says("不记了");
    }
  },
);

test.for([
  "李明没空,王芳替他去接待群众4人",
  "陈建国昨天没去走访,是王芳去的,走了6户",
  "代报 李明昨天生病了,王芳代他走访了5户",
])("of %s the deed is of the deputy who went", async (said) => {
  let card = await says(said);
  if (card?.kind === "report.question") card = await says("没有");
  expect(card?.text).toContain("替王芳代表记");
  expect(card?.text).not.toContain("李明");
});

test.for(["昨天李明和王芳走访5户", "李明昨天走访5户,王芳一起去的"])(
  "%s is one deed of two deputies",
  async (said) => {
    const card = await says(said);
    expect(card?.kind).not.toBe("report.whose-each");
  },
);

test("都对 to what several did shows the first to be confirmed", async () => {
  await says("代报 李明 昨天走访3户;王芳 昨天走访4户");
  expect((await says("都对"))?.text).toContain("替李明代表记");
});
