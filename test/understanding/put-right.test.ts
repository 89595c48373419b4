import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "张伟", "罗文军", "杨秀英", "令狐昌明", "欧阳雪梅"],
    places: ["三江村", "后所村", "龙井村", "平寨村"],
  });

test.each([
  ["人数报错了", "persons"],
  ["接待人次报多了,要改一下", "person_times"],
  ["刚报的企业数有点出入,请更正", "enterprises"],
  ["结束日期错了", "end"],
  ["同行的人写错了", "with"],
  ["昨天报的隐患处数不准确,请修改", "places"],
] as const)("a deputy who only says what is wrong is asked what it should be: %s", (text, field) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction: { field }, ask: ["value"] });
  expect(read(text).correction?.value).toBeUndefined();
});

test.each([
  ["更正:今日所报地点应为后所村,误写为龙井村", { field: "place", value: "后所村" }],
  ["应为三江村,误报为龙井村", { field: "place", value: "三江村" }],
  ["更正:刚报送的执法检查日期应为6月5日,非6月4日", { field: "date", value: "2026-06-05" }],
  ["刚才日期写成15号了,其实是14号", { field: "date", value: "2026-09-14" }],
  ["那天是9月5号,写成6号了", { field: "date", value: "2026-09-05" }],
  ["户数写成16了,是6户", { field: "households", value: 6 }],
  ["原报8户,现更正为6户", { field: "households", value: 6 }],
  ["少算一户,应该是14户", { field: "households", value: 14 }],
  ["路灯不是18盏,数了数是20盏", { field: "lamps", value: 20 }],
  ["打错了打错了,不是六个是七个嬢嬢", { field: "persons", value: 7 }],
  ["上一条企业数有误,应为8家", { field: "enterprises", value: 8 }],
  ["修路长度应为1.8公里", { field: "km", value: 1.8 }],
  ["打错咯,是宁波不是义乌", { field: "place", value: "宁波" }],
  ["那条意见应该归到环境类,不是交通", { field: "category", value: "environment" }],
  ["更正一下,昨天那次视察的类别应为专题调研,并非视察", { field: "kind", value: "thematic_research" }],
  ["上一条应该算专题调研", { field: "kind", value: "thematic_research" }],
  ["跟我去的不是王芳,是张伟", { field: "with", value: "张伟" }],
  ["漏报同行代表杨秀英,请补上", { field: "with", value: "杨秀英", more: true }],
] as const)("a deputy is heard whichever way round he puts it right: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test.each(["人数报错了怎么改", "日期写错了怎么改"])("a deputy who asks how is told how: %s", (text) => {
  expect(read(text)).toMatchObject({ intent: "query" });
});

test.each(["撤回", "当我没说", "代李明代表报的那条作废", "前条系重复填报,申请撤回", "意见不反映了,撤掉"])(
  "a deputy takes back what was filed: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "withdraw", ask: [] });
  },
);

test.each(["答复收到了,我评价一下", "李明代表要对答复进行评价", "办理情况打个分"])(
  "a deputy who wants to rate an answer is asked how satisfied he is: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "satisfaction", ask: ["value"] });
  },
);

test.each([
  ["周五会议请假,人在迪拜参展", "2026-09-18", "abroad"],
  ["明日视察请假,有台手术", "2026-09-17", "work_shift"],
  ["我要做胆囊手术,22号的会请假", "2026-09-22", "illness"],
  ["我老伴儿住院了20号的视察我请假", "2026-09-20", "family"],
  ["高烧39度,明天的会去不成了", "2026-09-17", "illness"],
  ["周五的列席常委会请假,当天医院等级评审会议走不开", "2026-09-18", "official_meeting"],
  ["本人将于9月19日至26日在新加坡参加学术会议,9月22日小组活动请假", "2026-09-22", "abroad"],
  ["明天有课调不开,小组学习请假", "2026-09-17", "work_shift"],
  ["明天的调研我请个假,去青岛谈货,周末才回", "2026-09-17", "business_trip"],
  ["30号的代表培训请假,银行年终决算,一个人都撤不出来", "2026-09-30", "work_shift"],
] as const)(
  "a deputy's leave is for the day of the activity, and for his own reason: %s",
  (text, date, reason) => {
    expect(read(text)).toMatchObject({ intent: "leave", leave: { date, reason }, ask: [] });
  },
);

test.each(["低保的标准改成800元", "物业费单价从一块二涨到一块八", "9号去视察的是王芳,不是我"])(
  "what others change or did puts nothing right of a deputy's own: %s",
  (text) => {
    expect(read(text).correction).toBeUndefined();
    expect(read(text).intent).not.toBe("correction");
  },
);

test.each(["昨天的会我请假了", "明天我要去市里开会"])(
  "a deputy who asks for nothing gets no leave: %s",
  (text) => {
    expect(read(text).leave).toBeUndefined();
  },
);

test.each([
  ["令狐昌明今年履职情况调出来", { name: "deputy_profile", person: "令狐昌明", from: "2026-01-01" }],
  ["李明代表上个月走访了几户", { name: "stats", person: "李明", kind: "home_visit", from: "2026-08-01" }],
  ["本月谁没去成活动,列个名单", { name: "absences", from: "2026-09-01", to: "2026-09-30" }],
  ["上回我说的路灯的事有下文没得", { name: "my_opinions" }],
  ["十月份有培训吗", { name: "upcoming_activities", from: "2026-10-01" }],
  ["连续两次没来的代表是哪几位", { name: "absences", min: 2 }],
  ["哪些意见过了期限还没办", { name: "opinion_backlog", overdue: true }],
  ["本季度我还差几次接待", { name: "my_reports", kind: "reception" }],
  ["旁听庭审给不给分", { name: "rules" }],
  ["我八月走的那几户记上没", { name: "my_reports", kind: "home_visit", from: "2026-08-01" }],
] as const)("what a deputy or clerk asks in plain words is found: %s", (text, query) => {
  expect(read(text)).toMatchObject({ intent: "query", query, ask: [] });
});

test.each([
  ["附议欧阳雪梅关于社区食堂的建议,请加我名", { role: "cosign", person: "欧阳雪梅" }],
  ["算我一个,李明关于桥的那件建议", { role: "cosign", person: "李明" }],
  ["王芳代表的河道议案,请把我也签上", { role: "cosign", person: "王芳", motion: true }],
  ["提交议案一件,关于全域禁烧", { role: "lead", title: "关于全域禁烧", motion: true }],
] as const)("a deputy makes or seconds a suggestion in his own words: %s", (text, suggestion) => {
  expect(read(text)).toMatchObject({ intent: "suggestion", suggestion });
});

test.each([
  ["李明牵头的议案今天我签了名", "motion_cosign"],
  ["张伟那个建议我昨天已经附议了", "suggestion_cosign"],
] as const)("whose suggestion it was makes it no hearsay when the deputy signed it: %s", (text, kind) => {
  expect(read(text)).toMatchObject({ intent: "report", reports: [{ kind }] });
});

test.each(["想写个代表建议,还没想好", "打算提个议案,正在找人联名", "建议还在写"])(
  "a suggestion that a deputy only thinks of is none: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "chat", ask: [] });
  },
);

test.each([
  ["最后一天应该是9月12日", { field: "end", value: "2026-09-12" }],
  ["钱写少了,捐的是一千五", { field: "yuan", value: 1500 }],
  ["地方改一下,三江村那边", { field: "place", value: "三江村" }],
  ["哎呀刚刚那个不是走访 是接待选民", { field: "kind", value: "reception" }],
  ["参加人员漏了一个,加上王芳", { field: "with", value: "王芳" }],
] as const)("a deputy puts right, in passing, what he filed: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test.each([
  ["单位应该是万元,2万元", { field: "wan_yuan", value: 2 }],
  ["讲错了,是归洪村不是高岩村", { field: "place", value: "归洪村" }],
  [
    "尊敬的同志您好!昨日所报走访一事记忆有误,户数应为九户而非六户,烦请更正,万分感谢!",
    { field: "households", value: 9 },
  ],
] as const)(
  "a deputy puts right an amount or a place, whatever its words resemble: %s",
  (text, correction) => {
    expect(read(text)).toMatchObject({ intent: "correction", correction });
  },
);

test("who asks what this is puts nothing right", () => {
  expect(read("我不是代表,我是三江村的,就想问问这个号是干嘛的").intent).not.toBe("correction");
});
