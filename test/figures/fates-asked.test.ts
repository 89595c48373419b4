import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// What became of what a clerk wrote down for deputies, and of what she sent back.

let city: City;
const numbers: Record<string, string> = {};
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-20T10:00:00+08:00");
  const files = async (name: string, line: string): Promise<string> => {
    await city.person(name).says(line);
    return (await city.person(name).says("对"))[0]?.number ?? "";
  };
  numbers["old"] = await files("刘敏", "代报 罗文军 11月18日走访马场村4户");
  city.now = new Date("2026-12-02T10:00:00+08:00");
  numbers["waits"] = await files("刘敏", "代报 王芳 昨天走访平寨村6户");
  numbers["yes"] = await files("刘敏", "代报 陈建国 昨天走访马场村3户");
  await city.person("陈建国").taps("对");
  numbers["no"] = await files("刘敏", "代报 杨秀英 昨天走访罗吊村2户");
  await city.person("杨秀英").taps("不对");
  numbers["elsewhere"] = await files("赵勇", "代报 韦国良 昨天走访麦穗村7户");
  numbers["back"] = await files("吴红梅", "昨天走访头堡村8户");
  numbers["other"] = await files("吴红梅", "昨天在联络站接待选民3人");
  numbers["spot"] = await files("李明", "昨天走访罗吊村9户");
  await files("李明", "11月30日走访黄连村2户");
});
afterAll(() => city.close());

const says = async (name: string, words: string) => (await city.person(name).says(words))[0];
const told = async (name: string, words: string): Promise<string> => (await says(name, words))?.text ?? "";

describe("what was entered", () => {
  test.each([
    "谁替代表报了还没认",
    "镇上替代表报的还有几条没认",
    "代报的还有哪些没回",
    "代报的有谁还没确认",
    "替代表报的等他们回话的有哪些",
    "代记的还没点头的列一下",
    "哪些代报快到期了",
    "还有多少代报没有回音",
  ])("%s: what still waits, since when and until when, in one's own township", async (words) => {
    const list = await told("刘敏", words);
    expect(list).toContain("代记后等本人确认1条");
    expect(list).toContain(`${numbers["waits"]} 王芳 走访群众 12月2日代记，等到12月9日`);
    expect(list).toContain("到那天没回话的，标“未确认”计入；现在还没有计入。");
    for (const one of ["yes", "no", "old", "elsewhere"]) expect(list).not.toContain(numbers[one]);
    expect(list.length).toBeLessThanOrEqual(300);
  });

  test("as many as the figures leave out", async () => {
    expect(await told("刘敏", "统计 平寨村 今年")).toContain("另有1条是工作人员代记的，在等本人回话");
    expect(await told("刘敏", "统计 王芳 今年 按类型")).toContain("另有1条是工作人员代记的");
    expect(await told("孙丽", "代报的还有哪些没回")).toContain("代记后等本人确认2条");
    expect((await city.person("孙丽").taps(numbers["waits"] ?? ""))[0]?.text).toContain("平寨村");
  });

  test.each([
    ["王芳那条认了没", "waits", "等回话，到12月9日"],
    ["王芳认了吗", "waits", "等回话，到12月9日"],
    ["我替王芳报的那条她看了没", "waits", "等回话，到12月9日"],
    ["替王芳报的她确认没有", "waits", "等回话，到12月9日"],
    ["陈建国那条认了没有", "yes", "本人认了"],
    ["杨秀英认没认", "no", "本人说不对，不算"],
    ["替罗文军报的那条回话没有", "old", "没回话，未确认"],
  ] as const)("%s: what became of it", async (words, which, fate) => {
    const answer = await told("刘敏", words);
    expect(answer).toMatch(new RegExp(`${numbers[which]} [^\\n]*：${fate}$`, "mu"));
    expect(answer).toContain("代记的1条");
  });

  test("all of them, what waits first", async () => {
    const answer = await told("刘敏", "代报的都认了没有");
    expect(answer).toContain("羊昌镇 9月3日至12月2日 代记的4条，其中等本人回话1条");
    expect(answer.split("\n")[1]).toContain(numbers["waits"]);
  });

  test("of somebody elsewhere it reads as of nobody", async () => {
    const nobody = (await told("刘敏", "代记情况 韦小良")).replaceAll("韦小良", "韦国良");
    expect(await told("刘敏", "代记情况 韦国良")).toBe(nobody);
  });

  test.each(["王芳确认参加了没", "替李明记昨天走访新场村3户", "王芳认了", "李明报的意见回了没"])(
    "%s asks nothing of it",
    async (words) => {
      expect((await says("刘敏", words))?.kind).not.toMatch(/^figures\.(?:fates|todo-list)$/u);
      await says("刘敏", "都不要了");
    },
  );
});

describe("what is sent back by name", () => {
  test("and a day, where two fit it is asked which", async () => {
    const which = await says("赵勇", "退回 吴红梅昨天那条,请写清楚具体是哪几户");
    expect(which?.kind).toBe("verify.which");
    expect(which?.text).toContain(numbers["back"]);
    expect(which?.text).toContain(numbers["other"]);
  });

  test.each([
    ["赵勇", "退回 吴红梅昨天走访那条,请写清楚具体是哪几户", "back", "请写清楚具体是哪几户"],
    ["赵勇", "退回 吴红梅头堡村那条,活动内容没写清", "back", "活动内容没写清"],
    ["刘敏", "退回 李明罗吊村那条,户数写错了", "spot", "户数写错了"],
    ["刘敏", "把李明昨天那条退回去,去了几户要写对", "spot", "去了几户要写对"],
  ] as const)("%s: %s", async (name, words, which, reason) => {
    const asked = await says(name, words);
    expect(asked?.kind).toBe("sure.return-all");
    expect(asked?.text).toContain(numbers[which]);
    expect(asked?.text).toContain(reason);
    await city.person(name).taps("不用了");
  });

  test("what became of it can be asked", async () => {
    await says("赵勇", "退回 吴红梅昨天走访那条,请写清楚具体是哪几户");
    await city.person("赵勇").taps("对，退回这1条");
    for (const words of [
      "退回去的有哪几条",
      "她补好没",
      "吴红梅补好了没有",
      "退回的都改了没",
      "上次退回的改好没得",
      "退给代表改的还有几条没交回来",
    ]) {
      const answer = await told("赵勇", words);
      expect(answer).toContain("退回过的1条，其中还没改好1条");
      expect(answer).toContain(`${numbers["back"]} 吴红梅 走访群众 12月1日(周二)：等本人改`);
    }
    await city.person("吴红梅").says(`改 ${numbers["back"]} 数量 7户`);
    expect(await told("赵勇", "她补好没")).toContain("：已改好");
    expect(await told("刘敏", "退回去的有哪几条")).toContain("退回过的：没有");
    expect((await says("赵勇", "路灯改好没"))?.kind).not.toBe("figures.fates");
    await says("赵勇", "都不要了");
  });
});
