import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村"],
  });

test.for([
  "听村头的人摆,李明代表昨天给五保户送了米",
  "听邻居摆,王芳代表昨天接待了8个人",
  "微信群里有人说昨天代表去走访了,不知道是哪个代表",
  "有人讲昨天代表来慰问过",
  "村里都在传代表去省里告状了",
  "听院子里的人吹牛说李明昨天捐了一万块",
  "听隔壁的讲,代表昨天来走访了,我没在家",
])("%s is only passed on", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", reports: [] });
});

test.for(["听群众说路灯不亮,走访了5户", "听村民讲水管坏了,我去看了现场,协调修好了"])(
  "%s: who heard it went there",
  (text) => {
    expect(read(text).reports).toHaveLength(1);
  },
);

test("whom others miss is a matter, and not passed on", () => {
  expect(read("有人说代表从来没有来过,路灯也坏了没人修").intent).not.toBe("chat");
});

test.for([
  "昨天和李明代表没一起,我一个人走访的黄连村五户",
  "昨天走访黄连村5户,没跟李明一起,我一个人去的",
  "昨天走访黄连村5户,不是和李明去的",
])("%s: nobody came along", (text) => {
  const [report] = read(text).reports;
  expect(report).toMatchObject({ place: "黄连村", counts: { households: 5 } });
  expect(report?.with).toBeUndefined();
});
