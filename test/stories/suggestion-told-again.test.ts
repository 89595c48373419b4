import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
  await city.person("李明").says("提个建议:加开羊昌到区里的公交早班");
  await city.person("李明").says("对");
});
afterEach(() => city.close());

const file = async (name: string, said: string) => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0];
};

test.each([
  "今天我提了一件建议,加开公交早班",
  "昨天我提了一件建议,加开公交早班",
  "9月10日提交了一条建议",
  "前天写了个建议,说公交早班的事",
])(
  "a suggestion that counts by itself and is told of as %s is asked about, and not counted twice",
  async (said) => {
    const asked = await file("李明", said);
    expect(asked?.kind).toBe("sure.similar");
    expect(asked?.text).toContain("履-2026-00001");
    await city.person("李明").says("不用了");
    expect((await city.person("李明").says("我的履职"))[0]?.text).toContain("提出建议1次");
  },
);

test("another one is filed once he says so, and what others or visits tell of is not asked about", async () => {
  expect((await file("王芳", "昨天我提了一件建议,修路灯"))?.kind).toBe("report.filed");
  expect((await file("李明", "昨天走访黄连村3户"))?.kind).toBe("report.filed");
  await file("李明", "昨天我提了一件建议,修路灯");
  expect((await city.person("李明").taps("是另一次,再记一条"))[0]?.kind).toBe("report.filed");
});
