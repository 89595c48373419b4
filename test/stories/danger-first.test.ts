import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

beforeAll(warmReader);

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterEach(() => city.close());

const kinds = (said: readonly { readonly kind: string }[]): string[] => said.map((one) => one.kind);

test.each([
  ["黄连村三组老王家房子要塌了 昨天掉了一块砖 我电话13712345678 叫王老五", "119"],
  ["昨天黄连村有人打架出血了 我电话13712345678", "110"],
  ["我叫王老五电话13712345678 黄连村三组房子要塌了", "119"],
  ["东山街上有人被电线打到了快来", "120"],
  ["黄连村三组房子塌了压着人了", "120"],
  ["我家里着火了", "119"],
  ["我不想活了", "12356"],
  ["村里好多人拉肚子怀疑水有问题", "120"],
  ["我被人打了一顿", "110"],
])("a stranger's first words %s: first whom to call, then the urgent opinion", async (said, call) => {
  const [card] = await city.person("陌生人").says(said);
  expect(card?.kind).toBe("report.card");
  expect(card?.text.split("这样反映")[0]).toContain(call);
  expect(card?.text).toContain("(急)");
  expect(card?.text).not.toContain("13712345678");
});

test("a stranger's danger is filed by one yes, and reaches the clerk of the place and the office", async () => {
  const stranger = city.person("陌生人");
  await stranger.says("黄连村三组老王家房子要塌了 昨天掉了一块砖 我电话13712345678 叫王老五");
  await stranger.says("对");
  for (const name of ["刘敏", "孙丽"]) {
    const told = city.person(name).heard().at(-1);
    expect(told?.kind).toBe("on-call.danger");
    expect(told?.text).not.toContain("13712345678");
  }
});

test("danger is heard while a question is open, and the question waits", async () => {
  const stranger = city.person("陌生人");
  await stranger.says("你好 我是黄连村的");
  await stranger.taps("反映群众意见");
  const [card] = await stranger.says("着火了快来人");
  expect(card?.text.split("\n")[0]).toContain("119");
  const li = city.person("李明");
  await li.says("2月30日走访3户");
  const [urgent] = await li.says("黄连村二组有人掉河里了");
  expect(urgent?.text).toContain("(急)");
  expect(kinds(await li.says("对"))).toEqual(["report.filed", "report.question"]);
});

test("a deputy's duty with such words is a record, and no cry for help", async () => {
  const li = city.person("李明");
  for (const said of ["昨天参加消防演练", "昨天走访火灾户2户", "昨天在黄连村调解打架纠纷1起"]) {
    const [card] = await li.says(said);
    expect(card?.text).toMatch(/【|哪一种履职/u);
    expect(card?.text).not.toContain("(急)");
    await li.says("不记了");
  }
});

test("danger that a deputy tells of in a visit stands on the card, beside the record", async () => {
  const [card] = await city.person("李明").says("昨天走访黄连村三组,老王家房子要塌了,里面还住着老人");
  expect(card?.text).toContain("【走访群众】");
  expect(card?.text).toContain("(急)");
  expect(card?.text).toContain("房子要塌了");
});

test("staff who hear of danger bring it as urgent too", async () => {
  const [card] = await city.person("刘敏").says("黄连村二组着火了");
  expect(card?.text).toContain("119");
  expect(card?.text).toContain("(急)");
});

test("what is not understood of a stranger's words is asked about with the numbers to call", async () => {
  const [question] = await city.person("陌生人").says("你好 我是黄连村的");
  expect(question?.text).toContain("有人有危险\uFF0C先打110、119或120");
});

test("danger that a deputy has dealt with is the record alone", async () => {
  const li = city.person("李明");
  for (const said of [
    "昨天凌晨黄连村着火,我赶去参与救火2小时",
    "昨天下午黄连村三组塌方,我带队转移群众12户",
  ]) {
    const [card] = await li.says(said);
    expect(card?.text).toContain("【");
    expect(card?.text).not.toContain("(急)");
    await li.says("不记了");
  }
});

test("danger told in pieces is one urgent opinion", async () => {
  const stranger = city.person("陌生人");
  await stranger.says("着火了快来人");
  await stranger.says("在黄连村三组");
  const [card] = await stranger.says("我电话13712345678");
  expect(card?.text).toContain("着火了快来人\uFF0C在黄连村三组");
  expect(card?.text).not.toContain("13712345678");
  const [receipt] = await stranger.says("对");
  expect(receipt?.text.match(/意-2026/gu)).toHaveLength(1);
  expect(city.person("刘敏").heard().at(-1)?.kind).toBe("on-call.danger");
});
