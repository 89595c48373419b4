import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // The first plain sentence of a process waits for the reader to be loaded.
  await city.person("周志强").says("今年我还差什么");
});
afterAll(() => city.close());

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const told = (name: string, kind: string, number: string): Promise<string> =>
  seen(() =>
    city
      .person(name)
      .heard()
      .filter((one) => one.kind === kind && one.text.includes(number))
      .map((one) => one.text)
      .at(-1),
  );

test("a companion's receipt says what was done: kind, day, place and numbers, also of what stood before", async () => {
  const said = "9月10日和李明在平寨村接待选民,来了8位群众";
  const number = await report("王芳", said);
  await told("李明", "report.companion", number);
  const [receipt] = await city.person("李明").taps("对,我也在");
  expect(receipt?.kind).toBe("share.given");
  expect(receipt?.text).toContain("接待选民，9月10日(周四) 平寨村 8人");
  const again = await report("王芳", "9月11日在平寨村走访5户");
  await report("陈建国", "9月11日在平寨村走访5户");
  await city.person("王芳").says(`改 ${again} 同行 陈建国`);
  await told("陈建国", "report.companion", again);
  const [stood] = await city.person("陈建国").taps("对,我也在");
  expect(stood?.text).toContain("走访群众，9月11日(周五) 平寨村 5户");
});
