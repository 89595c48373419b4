import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A card asks how many it was: what is said then is the number, all of it, and no other deed is taken for it.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T18:00:00+08:00");
});
afterAll(() => city.close());

async function asked(words: string): Promise<string> {
  const deputy = city.person("李明");
  await deputy.says("都不要了");
  await deputy.says("今天上午走访马场村");
  await deputy.taps("要改一改");
  await deputy.taps("改数量");
  return (await deputy.says(words))[0]?.text ?? "";
}

test.for([
  ["12户", "马场村，12户"],
  ["12户、46人", "马场村，12户、46人"],
  ["12户,46人", "马场村，12户、46人"],
  ["12户46人", "马场村，12户、46人"],
  ["走访群众5户", "马场村，5户"],
  ["12户,都是困难户", "马场村，12户"],
  ["12户,收集意见3条", "马场村，12户、3条"],
  ["今天走访了9户", "马场村，9户"],
])("%s is how many it was", async ([words = "", line = ""]) => {
  expect(await asked(words)).toMatch(new RegExp(`【走访群众】12月2日\\(周三\\)，${line}$`, "mu"));
});

test.for([
  ["昨天调解纠纷1起", "【调解纠纷】12月1日(周二)，1起"],
  ["调解纠纷1起", "【调解纠纷】12月2日(周三)，1起"],
  ["还调解了1起纠纷", "【调解纠纷】12月2日(周三)，1起"],
  ["上午接待选民3人", "【接待选民】12月2日(周三)，3人"],
  ["前天走访了8户", "【走访群众】11月30日(周一)，8户"],
])("%s is another deed: it has a card of its own, and the first waits", async ([words = "", line = ""]) => {
  const text = await asked(words);
  expect(text).toContain(line);
  expect(text).not.toContain("马场村");
  const deputy = city.person("李明");
  await deputy.says("不记了");
  const back = deputy.heard().at(-1)?.text ?? "";
  expect(back).toContain("数量是多少");
});

test.for(["5户,还调解纠纷1起", "共5户,另外调解了一起纠纷"])(
  "%s: how many it was, and beside it what else was done",
  async (words) => {
    const text = await asked(words);
    expect(text).toContain("① 【走访群众】12月2日(周三)，马场村，5户\n② 【调解纠纷】12月2日(周三)，1起");
  },
);

test("a filed record is corrected in both amounts as well", async () => {
  await asked("9户");
  const deputy = city.person("李明");
  const number = /履-2026-\d+/u.exec((await deputy.says("对"))[0]?.text ?? "")?.[0] ?? "";
  expect((await deputy.says(`改 ${number} 数量 12户、46人`))[0]?.text).toMatch(/12户、46人/u);
});

test("where a clerk is asked, the deed of another deputy is hers or his", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("代报 李明 今天上午走访马场村");
  await clerk.taps("要改一改");
  await clerk.taps("改数量");
  expect((await clerk.says("王芳调解纠纷1起"))[0]?.text).toContain("替王芳代表记");
});
