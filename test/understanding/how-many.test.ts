import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

test.each([
  "昨天走访石头村3户左右",
  "昨天走访石头村居民30户上下",
  "昨天走访石头村至少12户",
  "昨天走访石头村不到10户",
  "昨天走访石头村8户多",
  "昨天走访石头村20户以上",
])("an amount that is only about so much is marked so: %s", (text) => {
  expect(read(text).reports).toMatchObject([{ approx: ["households"] }]);
});

test.each(["昨天走访石头村3户,上午下着雨", "昨天走访石头村3户上下班的工人", "昨天走访石头村3户,多数是老人"])(
  "what only sounds like it leaves the amount as it is: %s",
  (text) => {
    expect(read(text).reports[0]?.counts).toMatchObject({ households: 3 });
    expect(read(text).reports[0]?.approx).toBeUndefined();
  },
);

test.each([
  ["昨天走访石头村3户,家里有5亩地", { households: 3 }],
  ["昨天走访石头村3户,给了六百", { households: 3, yuan: 600 }],
  ["昨天视察了学校3所,医院1家", { places: 4 }],
  ["昨天参加培训一天半", { days: 1.5 }],
  ["昨天走访石头村一组2户,二组3户,一共5户", { households: 5 }],
])("what counts in %s is %o", (text, counts) => {
  expect(read(text).reports.map((one) => one.counts)).toEqual([counts]);
});

test.each([
  "昨天走访石头村3户,本月一共走了12户",
  "昨天走访石头村3户,今年累计走访12户",
  "昨天走访石头村好几户",
  "昨天接待好几个人",
])("how many there were is asked: %s", (text) => {
  expect(read(text).ask).toContain("count");
});

test.each([
  ["昨天走访石头村1组2户、2组3户", "石头村"],
  ["昨天走访石头村1组2户", "石头村1组"],
  ["昨天在大石头村走访3户", "大石头村"],
  ["昨天到上黄连村走访3户", "上黄连村"],
  ["昨天下石头村走访3户", "石头村"],
  ["昨天在石头村组织选民座谈会", "石头村"],
])("in %s it was in %s", (text, place) => {
  expect(read(text).reports.map((one) => one.place)).toEqual([place]);
});
