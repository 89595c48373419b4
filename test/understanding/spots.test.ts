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
