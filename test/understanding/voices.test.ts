import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const AT = new Date("2026-06-17T17:40:00+08:00");
const PLACES = ["石龙村", "坪上村", "河沿社区", "航天社区", "龙广路街道", "下坝镇"];
const read = (text: string) =>
  understand(text, { at: AT, zone: "Asia/Shanghai", people: [], places: PLACES });
const matters = (text: string): string[] => read(text).opinions.map((one) => one.text);

test.each([
  ["航天社区楼顶违建三处,雨水倒灌,住户反映半年无人拆。", "违建"],
  ["下坝镇黑加油点两处,群众反映无人查。", "黑加油点"],
  ["住院医保异地结算总失败,患者反映四起,窗口让自己跑老家。", "异地结算"],
  ["羊昌镇卫生院夜间无医生值守,患者反映三次。", "夜间无医生"],
  ["这条街污水井盖味道大得很,客人都不进店,都说是化粪池满了没人抽", "化粪池"],
])("a deputy who says what is wrong before who says it tells of one matter: %s", (text, words) => {
  const { intent, opinions } = read(text);
  expect(intent).toBe("opinion");
  expect(opinions).toHaveLength(1);
  expect(opinions[0]?.text).toContain(words);
});

test.each([
  ["昨天走访了六户嘛有三户都在说那个低保评得不公平还有人说村口公厕从来没开过门", ["低保", "公厕"]],
  ["一个说电梯老停一个说楼上天天半夜打麻将还有个老人家问高龄补贴咋个还没发", ["电梯", "麻将", "高龄补贴"]],
  ["首先是停车位不够,其次是广场舞太吵,最后就是物业费涨价没开业主会", ["停车位", "广场舞", "物业费"]],
  ["接待10人,群众讲工地扬尘大、渣土车晚上吵", ["扬尘", "渣土车"]],
  ["收集意见2条,即幼儿园门口减速带缺失、社区卫生服务站没有儿科医生。", ["减速带", "儿科"]],
  ["会上有人提消防池常年干着", ["消防池"]],
  ["昨天走访石龙村15户,村民说灌溉渠垮了一直没人修,年轻人想要个篮球场", ["灌溉渠", "篮球场"]],
  ["上午入户7户,居民反映楼道灯不亮,另一个是垃圾没人拉", ["楼道灯", "垃圾"]],
  ["昨天在选民群里收到两条留言,一是石龙村半个月停了五次电,二是手机信号差", ["停了五次电", "信号"]],
  ["昨天接访群众3人,其中老李头说医保报销来回补材料,跑了四趟还没办下来", ["医保报销来回补材料"]],
  ["昨天开居民座谈会,来了28人,意见集中在电梯老坏,物业不管", ["电梯老坏,物业不管"]],
  ["居民投诉龙广路街道那家KTV半夜还在吵,投诉几次都没用", ["半夜还在吵,投诉几次都没用"]],
  ["赶场天摆了张桌子收意见,卖菜的老周说没地方摆摊老被撵", ["摆摊"]],
  ["昨天走访航天社区16户,多数人讲早高峰公交挤不上去", ["公交挤不上去"]],
  ["下午坪上村居民会,来了38人,大家说充电桩太少,还有物业把车位费涨了一倍", ["充电桩", "车位费"]],
  ["昨天走访了16户,家家都问种粮补贴的名单为啥不公示", ["种粮补贴"]],
  ["昨天下村走了五户人家,都是种茶的,说今年倒春寒茶青减产一半,想问有没有补贴", ["减产一半"]],
  ["走访8户,有的说水压小,有的说路烂", ["水压小", "路烂"]],
  ["三件事帮我记下:老街的路灯瞎了一半;下坝镇的村医快退休没人接班", ["路灯", "村医"]],
  ["老街的路灯瞎了一半;村医快退休没人接班;网络一到晚上就卡", ["路灯", "村医", "网络"]],
  ["走访9户,大家说的集中在两件事:一是灌溉渠塌了没人修,二是村小要撤并", ["灌溉渠", "村小"]],
])("a deputy tells several matters one after the other, and each is one: %s", (text, words) => {
  const found = matters(text);
  expect(found).toHaveLength(words.length);
  for (const [nth, word] of words.entries()) expect(found[nth]).toContain(word);
});

test.each([
  ["大寨村反映低保公示栏空着,不知道评了谁", "大寨村"],
  ["电话记录,龙广路街道居民反映广场舞音响彻夜扰民", "龙广路街道"],
  ["锦江社区3栋业主反映,消防水带箱内空无一物", "锦江社区3栋"],
  ["龙广路街道居民反映,金阳花园小区电梯频繁故障", "金阳花园"],
  ["店门口那根电线杆歪了,风一吹直晃", "店门口"],
])("where those live who tell a matter is its place, unless it names one: %s", (text, place) => {
  expect(read(text).opinions).toMatchObject([{ place }]);
});

test.each(["有群众来反映问题", "有几个选民来反映情况", "有位选民提了条意见,请帮我记一下"])(
  "a deputy who says only that there is a matter is asked which: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "opinion", opinions: [], ask: ["text"] });
  },
);

test.each([
  "昨天回访了反映噪音的那位大姐,已经解决了",
  "今天去看了上次群众说的那段烂路,已经在修了",
  "今天接待了3个群众,主要问了养老保险怎么交",
])("what residents told before, or only ask about, is no new matter: %s", (text) => {
  expect(matters(text)).toEqual([]);
});

test.each([
  ["养老院反映护工招不到、工资压得低", ["护工"]],
  ["企业反映手续慢、过桥资金成本高", ["手续慢、过桥"]],
  ["群众反映医院挂号难、态度差", ["挂号"]],
  ["村民反映水渠漏水、山塘淤塞", ["水渠", "山塘"]],
  ["选民说了几样:果子卖不脱,路又窄大车进不来", ["果子", "路又窄"]],
  ["院坝会上大家说得最多的是停车没地方停、烧烤摊吵到半夜", ["停车", "烧烤摊"]],
  ["烧烤烟往楼里灌,投诉过四五次了,居民意见很大", ["烧烤烟"]],
  ["来了17位居民,意见如下:\n(1)社区门诊拿药要排一个钟头;\n(2)健身器材坏了半年没人修", ["拿药", "健身器材"]],
])("a deputy tells of two things as two matters, and of two sides of one as one: %s", (text, words) => {
  const found = matters(text);
  expect(found).toHaveLength(words.length);
  for (const [nth, word] of words.entries()) expect(found[nth]).toContain(word);
});

test.each([
  ["选民要求:①便民服务点恢复周六办公 ②村口变压器的电线垂到人头上了", ["便民服务点", "电线"]],
  ["走访企业3家,老板们提了两个难处,一是贷款不好贷,二是用工难招", ["贷款", "用工"]],
  ["帮收集了几条:\n①夜市油烟大\n②篮球场灯坏了\n大家看着转一下", ["油烟", "篮球场"]],
  ["这周听来的:有食堂卖隔夜菜、有人租单车押金退不出来", ["隔夜菜", "押金"]],
  ["晚上线上收留言2条\n黄连村停车乱收费\n村村通班车停了一个月了", ["停车", "班车"]],
  ["车站拉客宰客,十几公里要价一百五,年年反映年年有", ["宰客"]],
])("who speaks, that it is to be passed on and how often it was told are no matters: %s", (text, words) => {
  const found = matters(text);
  expect(found).toHaveLength(words.length);
  for (const [nth, word] of words.entries()) expect(found[nth]).toContain(word);
});

test.each([
  ["居民反映3栋2单元下水道返味", "3栋2单元"],
  ["小广场的健身器材坏了半年没人修", "小广场"],
])("a deputy names the building, or where those live who speak, and that is the place: %s", (text, place) => {
  expect(read(text).opinions[0]?.place).toBe(place);
});

test.each([
  ["说得最多的是学费贵、娃娃读不起", "读不起"],
  ["停车场收费员态度恶劣,打电话投诉到主管部门,那边说不归他管", "态度恶劣"],
  ["课后服务就是写作业,家长盼着有点体育活动", "课后服务"],
  ["老板欠着三十多个工人的工钱,工人说今天不给就去堵厂门口的路", "工钱"],
  ["老百姓说今年的复合肥涨价太多,有的店还卖假货,希望查一查", "假货"],
])("what comes of a matter, and how far it was taken, is no matter of its own: %s", (text, words) => {
  const [first, ...more] = matters(text);
  expect(more).toEqual([]);
  expect(first).toContain(words);
});
