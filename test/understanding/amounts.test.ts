import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-05-28T15:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["枫香村", "柳湾社区"],
  });

test.for<[string, Record<string, number> | undefined]>([
  ["厂里又招了12个枫香村的乡亲,包吃包住", { persons: 12 }],
  ["原定接待日改到今天,接了10个,群众讲工地扬尘大", { persons: 10 }],
  ["我走访了返乡的年轻人十二个", { persons: 12 }],
  ["昨天给两个家庭困难的小朋友送了助学金", { persons: 2 }],
  ["今天走访了柳湾社区两个困难家庭", { households: 2 }],
  ["昨天在枫香村走访返乡打工的,一共问了十四个", { persons: 14 }],
  ["昨天在枫香村街上摆了个意见摊,问事的有十五个", { persons: 15 }],
  ["昨天小组活动在枫香村,7个代表到场", { persons: 7 }],
  ["昨天作为行风监督员暗访,看了1个营业厅", { places: 1 }],
  ["森林防火巡查一天,在枫香村", { days: 1 }],
  ["今天又去上课了,区委党校,一整天", { days: 1 }],
  ["昨天调研,看了养老机构2处、托育机构3处", { places: 5 }],
  ["昨天视察了三个村卫生室一个敬老院", { places: 4 }],
  ["昨天交了两份代表建议", { items: 2 }],
  ["领衔议案1件:关于设立风险补偿资金,已交大会秘书处", { items: 1 }],
  ["昨天完成调研报告1份", { papers: 1 }],
  ["7月2日旁听案件1件", { cases: 1 }],
  ["昨天调解邻里纠纷2件", { items: 2 }],
  ["昨天旁听了一件民事案子", { cases: 1 }],
  ["昨天旁听了一个盗窃案", { cases: 1 }],
  ["26号旁听庭审2件,一件民事一件行政", { items: 2 }],
  ["上午走访3户,下午4户,一共7户", { households: 7 }],
  ["昨天到小学讲宪法,听的娃有一百二十个", { persons: 120 }],
  ["今天在路边劝导戴头盔,劝了三十来个", { persons: 30 }],
  ["今天调解一起地界纠纷,磨了半天,总算签了协议", { cases: 1 }],
  ["昨天参加培训,学了半天", { half_days: 1 }],
  ["列席区人大常委会会议,两天一场没落", { days: 2 }],
  ["参加执法检查,整整一天,查了餐馆12家、超市3家", { days: 1, enterprises: 15 }],
  ["上周日帮村里栽了一天树", { days: 1 }],
  ["昨天开院坝会,来了七十三口人", { persons: 73 }],
  ["今天走访企业两家,一家茶厂一家酒厂", { enterprises: 2 }],
  ["昨天去枫香村看望俩残疾人,带了点米面", { persons: 2 }],
  ["昨天和王芳代表去旁听庭审,是一起盗窃案", { cases: 1 }],
  ["昨天开完人代会,四天我都在,一次假也没请", { days: 4 }],
  ["赶场天,我在枫香村场坝上摆张桌子听大家讲,来了二十多个人", { persons: 20 }],
  ["路灯修好的事,今天给当初反映的4户人家都回了话", { households: 4 }],
  ["检察开放日今天去的,和李明、王芳两位一道", undefined],
])("what is counted in %s", ([text, counts]) => {
  expect(read(text).reports[0]?.counts).toEqual(counts);
});

test.for([
  "今天去三个学生家家访",
  "昨天走访枫香村,建立台账1份",
  "昨天开展禁毒宣传,发传单300余份",
  "今天去旁听开庭还是头一回",
  "今天和李明一块走访",
  "小组活动一次不落,今天又去了",
  "今天去盯票决的那个农贸市场改造,墙砖贴了一半,比计划慢十天",
  "今天视察公路工程,工期拖了二十天",
  "昨天给村民解释了半天医保政策",
])("nothing that a deputy counts is in %s", (text) => {
  expect(read(text).reports[0]?.counts).toBeUndefined();
});

test.for([
  "26号旁听庭审2件,一件民事一件行政",
  "给两件议案签了名,一件讲职教,一件讲水库",
  "昨天走访12户,困难户5户、老人7户",
  "昨天调解3件,其中邻里纠纷2件、土地纠纷1件",
  "今天视察了3所学校、2个工地",
])("parts that make up what was counted are no question: %s", (text) => {
  expect(read(text).ask).not.toContain("count");
});

test("two amounts that nobody adds up are asked about", () => {
  expect(read("上午走访3户,下午4户").ask).toContain("count");
});

test("how many it was is asked about where a deputy does not know himself", () => {
  expect(read("今天入户走访,12户还是21户,我要翻翻本子才晓得").ask).toEqual(["count"]);
});

test("money told of each only is no amount of the whole, and no question", () => {
  expect(read("昨天看望困难老人14户,每户500元")).toMatchObject({
    reports: [{ counts: { households: 14 } }],
    ask: [],
  });
});

test("money told of each and in all is no question", () => {
  expect(read("资助2名学生每人2000元,共4000元")).toMatchObject({
    reports: [{ counts: { persons: 2, yuan: 4000 } }],
    ask: [],
  });
});

test.each([
  ["走访农户拾户", { households: 10 }],
  ["走访农户壹拾贰户", { households: 12 }],
  ["向敬老院捐款伍仟元", { yuan: 5000 }],
  ["捡拾垃圾3小时", { hours: 3 }],
  ["化解信访积案一件", { items: 1 }],
  ["今天上午我跟李明代表两个人去看了三家厂子", { enterprises: 3 }],
  ["昨天值班,接待的4个人里面3个都在说小区停车难", { persons: 4 }],
  ["10月19日旁听县法院的公益诉讼案,李明、王芳一起", undefined],
])("a deputy counts what was done and nobody beside it: %s", (text, counts) => {
  expect(read(text).reports[0]?.counts).toEqual(counts);
});
