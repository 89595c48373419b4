import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "罗文军", "付兴黔", "植玉兰", "司马德清"],
    places: ["黄连村", "三江村", "下坝镇代表联络站"],
  });

test.each([
  ["李明代表9月10日在黄连村走访农户12户,由我代为录入。", "李明", "home_visit"],
  ["9月8日,王芳代表在三江村开展反诈宣传1场,受众80余人次。请登记在王代表名下。", "王芳", "publicity"],
  ["付兴黔代表引进的食用菌基地8月20日投产,带动务工30人。此条记付代表。", "付兴黔", "industry_lead"],
  ["植玉兰代表本人不便操作,现由我代为填报:9月3日,她接待选民5人。", "植玉兰", "reception"],
  ["付兴黔代表的年度履职报告昨日已交,请予登记。", "付兴黔", "annual_report"],
  ["王芳代表今日来电,要求代为登记9月11日走访企业3家。", "王芳", "enterprise_visit"],
  ["司马德清代表委托我办录入:9月5日参加区检察院公众开放日。", "司马德清", "procuratorate_event"],
  ["王芳姐昨天走访了五户人家,她让我在这里说一声", "王芳", "home_visit"],
  ["算李明的:15号走访黄连村3户", "李明", "home_visit"],
  ["联络员代填 代表:王芳 日期:9月12日 事项:走访困难户4户", "王芳", "home_visit"],
  ["罗文军代报:王芳代表今日参加了松溪代表小组活动。", "王芳", "group_activity"],
  ["9月12日司马德清代表向镇中心小学捐赠图书,价值1.2万元。", "司马德清", "education_aid"],
  ["罗文军代表腿脚不好不会用手机,他9月6号在下坝镇代表联络站值班一天", "罗文军", "station_duty"],
  ["王芳代表反馈,她8月29日回复群众关于饮水的意见3件", "王芳", "opinion_feedback"],
  ["付代表让我替他报:昨天走访4户", "付兴黔", "home_visit"],
  ["替李明老代表报一条,他眼睛不好:9月8日接待选民3人", "李明", "reception"],
  ["我是站里的联络员,王芳代表不太会用手机,帮她登记一条:9月6日接待选民2人", "王芳", "reception"],
  ["(站里代填)王芳代表昨天来宣讲1场", "王芳", "publicity"],
])("%s is entered for %s", (text, onBehalf, kind) => {
  expect(read(text)).toMatchObject({ intent: "report", onBehalf, reports: [{ kind }] });
});

test("why somebody else enters it is no part of the record", () => {
  expect(read("植玉兰代表因病住院,其9月7日走访的5户,由联络员代报。").reports).toMatchObject([
    { date: "2026-09-07", counts: { households: 5 }, text: "9月7日走访的5户" },
  ]);
});

test.each([
  ["陪李明代表视察3处,请登记", ["李明"]],
  ["请登记:今天走访黄连村5户,同行李明", ["李明"]],
  ["补录:李明代表和我走访5户", ["李明"]],
  ["9月10日李明代表与我到黄连村走访12户", ["李明"]],
  ["李明代表昨天喊我一起走访了6户", ["李明"]],
  ["王芳代表带队,我跟着去看了4个工地", ["王芳"]],
])("who came along is no owner of the record: %s", (text, companions) => {
  const { onBehalf, reports } = read(text);
  expect(onBehalf).toBeUndefined();
  expect(reports).toMatchObject([{ with: companions }]);
});

test.each([
  "李明代表9月10日走访了20户",
  "群里看到李明代表今天在站里值班",
  "付兴黔他们昨天去视察了,没喊我",
  "9月20日王芳代表将参加培训2天",
  "李明代表让我明天去站里值班",
  "今天看到王芳代表在街上摆摊收意见",
])("what is only heard of others stays talk: %s", (text) => {
  expect(read(text).reports).toEqual([]);
});

test("whoever seconds what another one proposed is the one it is entered for", () => {
  expect(read("王芳代表的公厕建议,罗文军代表表示附议,请登记")).toMatchObject({
    intent: "suggestion",
    onBehalf: "罗文军",
    suggestion: { role: "cosign", person: "王芳" },
  });
});

test.each([
  ["我是帮我们组的王芳报一下,她手机老是整不来,她昨天走访了五户", "王芳"],
  ["9月7日列席区人大常委会会议,罗文军代表委托本人代报", "罗文军"],
])("whose record a neighbour enters is heard: %s", (text, onBehalf) => {
  expect(read(text)).toMatchObject({ intent: "report", onBehalf });
});

test("an activity of which nobody says what it was is asked about", () => {
  expect(read("昨天我参加了区里头的一个活动").ask).toEqual(expect.arrayContaining(["intent", "kind"]));
});

test.each([
  ["第一天参加人代会好紧张,全天都在,明天继续", "congress_attend"],
  ["赶到车站把要去省里的五个老乡劝回来了", "petition_help"],
  ["9月8日我帮住户与开发商就交房延期一事达成和解", "mediation"],
  ["李明牵头的那个修水库的议案今天我在上头签了名", "motion_cosign"],
])("what others plan, what comes after and what others began keep no record away: %s", (text, kind) => {
  expect(read(text)).toMatchObject({ intent: "report", reports: [{ kind }] });
});
