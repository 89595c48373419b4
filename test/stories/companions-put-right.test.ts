import { beforeEach, describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { deputy, report } = reportingCity("王芳");
const says = async (said: string) => (await deputy().says(said))[0];

describe("with 李明 and 陈建国 in a record that is filed,", () => {
  let number = "";
  beforeEach(async () => {
    number = await report("昨天和李明、陈建国走访石头村3户");
  });
  const shown = async (): Promise<string> => (await says(number))?.text.replace(/“.*?”/gu, "") ?? "";

  test.for([
    "陈建国没去",
    "不对,陈建国没有去",
    "陈建国没有去,写错了",
    "陈建国其实没去",
    "陈建国没跟我们去",
    "把陈建国去掉",
    "同行的去掉陈建国",
    "李明其实去了,陈建国没去",
    "不对不对,陈建国没来",
  ])("%s takes him off and leaves the other", async (said) => {
    const answer = await says(said);
    expect(answer?.kind).toBe("report.amended");
    expect(await shown()).toContain("李明");
    expect(await shown()).not.toContain("陈建国");
  });

  test.for([
    "改一下,陈建国没去,杨秀英去了",
    "不对,陈建国没去,是杨秀英去的",
    "写错了,去的不是陈建国,是杨秀英",
    "不是陈建国,是杨秀英",
    "是杨秀英,不是陈建国",
    "陈建国换成杨秀英",
    "把陈建国改成杨秀英",
    "杨秀英去了,陈建国没去",
    "陈建国没去,杨秀英也去了",
  ])("%s puts the one in the other's place", async (said) => {
    const answer = await says(said);
    expect(answer?.kind).toBe("report.amended");
    for (const name of ["李明", "杨秀英"]) expect(await shown()).toContain(name);
    expect(await shown()).not.toContain("陈建国");
  });

  test("who was named by nobody is said not to be in it, and nothing is changed", async () => {
    const answer = await says("杨秀英没去,写错了");
    expect(answer?.text).toContain("同行里本来就没有：杨秀英");
    expect(answer?.text).toContain("没有改动");
  });

  test("an amount that is changed is no 没有改动, though nobody is taken off", async () => {
    expect((await says("改成5户,杨秀英没去"))?.text).toContain(`已改好 ${number}`);
  });

  test("an amount and who was not there are both put right", async () => {
    await says("改成5户,陈建国没去");
    expect(await shown()).toContain("5户");
    expect(await shown()).toContain("李明");
    expect(await shown()).not.toContain("陈建国");
  });

  test.for(["同行改成杨秀英", "同行应该是杨秀英"])("%s names those who went anew", async (said) => {
    await says(said);
    expect(await shown()).toContain("杨秀英");
    expect(await shown()).not.toContain("李明");
  });

  test.for(["杨秀英去了黄连村", "陈建国没去开会,你帮我催一下", "陈建国去了没", "杨秀英去了吗"])(
    "%s takes nobody off and puts nobody in",
    async (said) => {
      await says(said);
      expect(await shown()).toContain("李明");
      expect(await shown()).toContain("陈建国");
      expect(await shown()).not.toContain("杨秀英");
    },
  );
});

test.for(["陈建国没去,杨秀英去了", "不是陈建国,是杨秀英", "陈建国换成杨秀英"])(
  "on a card that waits, %s puts the one in the other's place as well",
  async (said) => {
    await says("昨天和李明、陈建国走访石头村3户");
    const card = await says(said);
    expect(card?.kind).toBe("report.card");
    for (const name of ["李明", "杨秀英"]) expect(card?.text).toContain(name);
    expect(card?.text).not.toContain("陈建国");
  },
);
