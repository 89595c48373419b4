import { beforeEach, describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";
import { seen } from "#test/support/seen.ts";

// A report came back, and its deputy is no friend of set words: he asks what that means and hands it in again in his own.
const { city, deputy, report } = reportingCity("李明");
const says = async (said: string) => (await deputy().says(said))[0];

describe("with a visit that was sent back,", () => {
  let number = "";
  beforeEach(async () => {
    number = await report("昨天走访罗吊村5户");
    await city().person("刘敏").says(`退回 ${number} 请写清楚哪几户`);
    await city().person("刘敏").says("对");
    await seen(() =>
      deputy()
        .heard()
        .find((one) => one.kind === "verify.came-back"),
    );
  });

  test.for(["重新交", "再交上去", "请再看一下", "重新提交"])(
    "%s has it handed back without a word",
    async (said) => {
      const card = await says(said);
      expect(card?.kind).toBe("sure.explain");
      expect(card?.text).not.toContain("您的说明");
      await deputy().says("对");
      const told = await seen(() =>
        city()
          .person("刘敏")
          .heard()
          .find((one) => one.kind === "reopen.told"),
      );
      expect(told.text).toContain("本人说改好了，请再看。");
    },
  );

  test("照片补上了,重新审一下 says what was done", async () => {
    expect((await says("照片补上了,重新审一下"))?.text).toContain("您的说明：“照片补上了”");
  });

  test.for([
    ["改好了", "改好了"],
    ["照片补上了", "照片补上了"],
    ["材料都补齐了", "材料都补齐了"],
    ["再交上去", "本人说改好了"],
  ])("while that is asked, %s is the yes to it", async ([said = "", words = ""]) => {
    await says("重新交");
    expect((await says(said))?.kind).toBe("reopen.explained");
    const told = await seen(() =>
      city()
        .person("刘敏")
        .heard()
        .find((one) => one.kind === "reopen.told"),
    );
    expect(told.text).toContain(words);
  });

  test.for(["退回来是啥意思", "什么叫退回", "退回了怎么办"])(
    "%s is explained, and the card stays",
    async (said) => {
      await says("重新交");
      const told = await deputy().says(said);
      expect(told[0]?.text).toContain("改好之前不计入");
      expect(told[1]?.kind).toBe("sure.explain");
    },
  );

  test.for(["镇里退回来啥子", "退回来的是哪条", "被退回的是哪几条", "你们退了我哪几条"])(
    "%s shows what came back",
    async (said) => {
      const told = await says(said);
      expect(told?.text).toContain("走访群众");
      expect(told?.text).not.toContain("待核实");
    },
  );

  test.for(["改好了", "照片补上了", "退回那条补好了"])(
    "%s is shown before it is handed back",
    async (said) => {
      const card = await says(said);
      expect(card?.kind).toBe("sure.explain");
      expect(card?.text).toContain(number);
    },
  );
});

test.for([
  "照片咋个传",
  "照片在手机里头,咋个发",
  "照片怎么发给你",
  "能不能发照片",
  "怎么上传图片",
  "现场照片往哪里发",
])("%s is told how", async (said) => {
  expect((await says(said))?.text).toContain("照片直接发到这里");
});

test("how to send photos is told beside a card, and the card comes back", async () => {
  await says("昨天走访了几户");
  const told = await deputy().says("照片怎么发给你");
  expect(told[0]?.text).toContain("照片直接发到这里");
  expect(told[1]?.text).toContain("数量是多少");
});

describe("what staff entered for him", () => {
  beforeEach(async () => {
    await city().person("刘敏").says("代报 李明 昨天在镇政府接待选民3人");
    await city().person("刘敏").says("对");
    await seen(() =>
      deputy()
        .heard()
        .find((one) => one.kind === "report.entered"),
    );
  });

  test("啥意思 is told what is asked, and the answer is still taken", async () => {
    expect((await says("啥意思"))?.text).toContain("替您记了一次履职");
    expect((await says("没有这回事,我前天在贵阳看病"))?.text).toContain("已作废");
  });

  test.for(["那镇里替我报的那条咋办", "替我记的那条怎么确认", "工作人员替我报的在哪里"])(
    "%s brings the question back",
    async (said) => {
      await says("我的履职");
      expect((await says(said))?.kind).toBe("report.entered");
      expect((await says("对"))?.text).toContain("已确认");
    },
  );
});

test("啥意思 to a colleague's word is told what is asked there", async () => {
  await city().person("王芳").says("昨天和李明走访平寨村3户");
  await city().person("王芳").says("对");
  await seen(() =>
    deputy()
      .heard()
      .find((one) => one.kind === "report.companion"),
  );
  expect((await says("啥意思"))?.text).toContain("写了您的名字");
});

test.for(["我来看看", "随便看看", "我进来看一下"])("%s is shown what can be done", async (said) => {
  expect((await says(said))?.kind).toBe("help.menu");
});

test("不对,我是去了4户 makes no report of what nobody understood", async () => {
  await says("石头村那棵树");
  expect((await says("不对,我是去了4户"))?.text).not.toContain("这算哪一种履职");
});
