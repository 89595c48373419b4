import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await tell("李明", "昨天在黄连村走访了6户,有群众反映路灯不亮");
  await tell("李明", "对");
  await tell("吴红梅", "群众反映洛湾社区下水道堵了,污水漫到路上");
  await tell("吴红梅", "对");
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test.for(["我们镇的意见", "我们镇收到的意见有几条", "统计 意见 羊昌镇 今年", "统计 羊昌镇 意见"])(
  "%s: what residents of the clerk's township brought up",
  async (words) => {
    const answer = await tell("刘敏", words);
    expect(answer).toContain("群众意见1条");
    expect(answer).not.toContain("您提的");
  },
);

test.for(["核实一下羊昌镇12月的", "把羊昌镇这个月的记录核实一下"])(
  "%s: the list of what waits, before any yes",
  async (words) => {
    const answer = await tell("刘敏", words);
    expect(answer).toContain("待核实1条");
    expect(answer).toContain("都属实吗");
  },
);
