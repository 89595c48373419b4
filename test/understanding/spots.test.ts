import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const placeOf = (text: string): string | undefined =>
  understand(text, {
    at: new Date("2026-11-18T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明"],
    places: ["云锦社区", "羊昌镇"],
  }).opinions[0]?.place;

test.each([
  ["厂后山危岩裂了一道大缝,下面住着四十个工人", "厂后山"],
  ["铁厂坡后山挡墙裂了,怕要垮", "铁厂坡后山"],
  ["岩头组手机没有信号", "岩头组"],
  ["隔壁砂石场粉尘大,车间天天落灰", "隔壁砂石场"],
  ["镇上便民大厅中午不办事,老百姓白跑", "镇上便民大厅"],
  ["三单元电梯经常坏", "三单元"],
  ["坟山边那个垃圾池臭得很", "坟山边"],
  ["老粮站后面堆满垃圾", "老粮站后面"],
  ["龙洞湾的水池漏了半年", "龙洞湾"],
  ["加油站对面的路口没红绿灯", "加油站对面"],
  ["寨子后头那根电杆歪起好久了", "寨子后头"],
])("a matter is where a deputy's words put it, known or not: %s", (text, place) => {
  expect(placeOf(text)).toBe(place);
});

test.each([
  "通组路没硬化,下雨走不了",
  "我们组的水管冻裂了,家家没水吃",
  "排水沟的盖板没有了,晚上摔人",
  "三个组从前天起停电,还没来",
  "工厂拖了我们三个月工资",
  "停车位不够用",
  "工作组天天来,路灯还是没修",
])("what is no place is none, though it ends like one: %s", (text) => {
  expect(placeOf(text)).toBeUndefined();
});

const placeDone = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明"],
    places: ["云锦社区", "石门坎村", "坪地镇"],
  }).reports[0]?.place;

test.each([
  ["昨天晚上在院坝里头跟选民述职,来了三十二个人", "院坝"],
  ["今天在店门口支了个桌子收意见,来了十几个人", "店门口"],
  ["今天跟妇联去河边捡垃圾,两个小时", "河边"],
  ["昨天在山上当防火志愿者,守到天黑", "山上"],
  ["在社区给娃娃们讲代表法,讲了两个小时", "社区"],
  ["昨天捐了5000块给柳树沟修桥", "柳树沟"],
  ["宣讲代表法。云锦。1场。40人。", "云锦"],
  ["走访返乡农民工,石门坎,16人", "石门坎"],
  ["昨天组织实验中学学生到福利院打扫卫生2小时", "福利院"],
  ["陪两位选民去镇信访办反映补偿的事,昨天", "镇信访办"],
])("a deputy was where everybody knows it: %s", (text, place) => {
  expect(placeDone(text)).toBe(place);
});

test.each([
  "今天在微信群跟选民交流了两个小时",
  "昨天在区里参加了座谈会",
  "今天走访了12户,有一户在工地上摔伤了没人赔",
  "昨天走访8户,都说社区的路灯不亮",
])("a deputy names no place: %s", (text) => {
  expect(placeDone(text)).toBeUndefined();
});
