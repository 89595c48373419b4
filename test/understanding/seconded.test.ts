import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

test.each([
  ["吴红梅代表牵头的旧城更新议案,我附议", "旧城更新"],
  ["我愿意联名吴红梅代表那个医保移动支付的建议,请加我名字", "医保移动支付"],
  ["请把我加到吴红梅代表那份校园食品安全议案的联名里", "校园食品安全"],
  ["吴红梅提的学校周边设单行线那份建议,算我一个", "学校周边设单行线"],
  ["附议吴红梅代表所提老旧小区加装电梯之建议", "老旧小区加装电梯"],
  ["愿意附议吴红梅那件", ""],
  ["附议吴红梅代表的那份建议", ""],
  ["吴红梅的建议我也签一个", ""],
])("what a deputy puts his name to is called by its own words: %s", (text, title) => {
  expect(read(text).suggestion).toMatchObject({ title, role: "cosign", person: "吴红梅" });
});

const amounts = (text: string) => read(text).reports.map(({ kind, counts }) => [kind, counts?.items]);

test.each(["提建议3件,其中领衔1件,联名2件", "提了3件建议,1件是领衔的,2件是附议的"])(
  "what was led and what was only seconded are two records: %s",
  (text) => {
    expect(amounts(text)).toEqual([
      ["suggestion_lead", 1],
      ["suggestion_cosign", 2],
    ]);
  },
);

test("amounts that do not add up are left as they were told", () => {
  expect(read("提了3件建议,1件是领衔的,1件是附议的").reports).toHaveLength(1);
});
