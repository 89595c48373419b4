import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-21T15:00:00+08:00");
});
afterAll(() => city.close());
beforeAll(warmReader);

const says = async (said: string) => city.person("李明").says(said);
const filed: string[] = [];
const files = async (said: string): Promise<string> => {
  await says(said);
  const number = (await says("对"))[0]?.number ?? "";
  filed.push(number);
  return number;
};
const shown = async (number: string): Promise<string> =>
  ((await says(number))[0]?.text ?? "").split("“")[0] ?? "";
afterEach(async () => {
  await says("不要");
  for (const number of filed.splice(0)) await says(`撤销 ${number}`);
});

test.for([
  ["把接待那条改成3人次,走访那条改成7户", "3人次", "7户"],
  ["走访那条改成8户,接待那条改成5人", "5人", "8户"],
  ["11号那条改4户,10号那条改6人", "6人", "4户"],
  ["写错了,12月10号那条是3人,12月11号那条是5户", "3人", "5户"],
  ["接待那条改成3人走访那条改成7户", "3人", "7户"],
  ["接待那条3人,走访那条7户", "3人", "7户"],
  ["走访那条应该是9户;另外接待那条人数不对,是1人", "1人", "9户"],
  ["接待那条的人数改成8,走访那条的户数改成6", "8人", "6户"],
  ["两条都写错了,走访那条不是3户是2户,接待那条不是4人是5人", "5人", "2户"],
  ["接待那次改3人 走访那次改7户", "3人", "7户"],
] as const)(
  "a deputy who says %s puts each of the two records right, and nothing else",
  async ([said, people, homes]) => {
    const heard = await files("12月10日接待选民4人");
    const visited = await files("12月11日走访龙里村3户");
    const answers = await says(said);
    const told = answers.map((one) => one.text).join("\n");
    expect(told).toContain(`已改好 ${heard}`);
    expect(told).toContain(`已改好 ${visited}`);
    const one = await shown(heard);
    expect(one).toContain(people);
    expect(one.match(/\d+(?:户|人次|人)/gu)).toEqual([people]);
    const other = await shown(visited);
    expect(other.match(/\d+(?:户|人次|人)/gu)).toEqual([homes]);
    expect(other).toContain("龙里村");
  },
);

test("by their numbers two records of a deputy are put right as well", async () => {
  const heard = await files("12月10日接待选民4人");
  const visited = await files("12月11日走访龙里村3户");
  await says(`${heard}改成6人,${visited}改成5户`);
  expect(await shown(heard)).toContain("6人");
  expect(await shown(visited)).toContain("5户");
});

test("what may be of two visits is asked, and the deputy's reception is put right all the same", async () => {
  const heard = await files("12月10日接待选民4人");
  const visited = await files("12月11日走访龙里村3户");
  await files("12月12日走访云锦村6户");
  const answers = await says("走访那条改成8户,接待那条改成5人");
  expect(answers.map((one) => one.kind)).toContain("report.which");
  expect(await shown(heard)).toContain("5人");
  expect(await shown(visited)).toContain("3户");
  await city.person("李明").taps(`改 ${visited}`);
  expect(await shown(visited)).toContain("8户");
  expect(await shown(heard)).toContain("5人");
});

test("on the card of a deputy each of two things named is put right", async () => {
  await says("12月11日走访龙里村3户,接待选民4人");
  const [card] = await says("接待那条改成6人,走访那条改成7户");
  expect(card?.text).toMatch(/①.*7户[^]*②.*6人/u);
  const [again] = await says("第一条是8户,第二条是9人");
  expect(again?.text).toMatch(/①.*8户[^]*②.*9人/u);
  expect(again?.text).not.toMatch(/①.*人|②.*户/u);
});

test.for(["走访那条是5户,不是3户", "走访那条改成5户,地点是龙里村三组"])(
  "a deputy who says %s puts one record right",
  async (said) => {
    const heard = await files("12月10日接待选民4人");
    const visited = await files("12月11日走访龙里村3户");
    const answers = await says(said);
    expect(answers.map((one) => one.text).join("\n")).toContain(`已改好 ${visited}`);
    expect(await shown(visited)).toContain("5户");
    expect(await shown(heard)).toContain("4人");
  },
);

test.for(["昨天开了两场座谈会,上午那场是5人,下午那场是6人", "昨天走访龙里村3户,接待选民4人"])(
  "%s is a deputy's report, and puts nothing right",
  async (said) => {
    const visited = await files("12月11日走访龙里村3户");
    const answers = await says(said);
    expect(answers.map((one) => one.text).join("\n")).not.toContain("已改好");
    await says("不要");
    expect(await shown(visited)).toContain("3户");
  },
);
