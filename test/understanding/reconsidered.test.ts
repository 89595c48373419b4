import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["平寨村", "三江村"],
  });

test.each([
  ["今天旁听庭审,是个危险驾驶案", "court_observe"],
  ["上午驻站半天,没有人来", "station_duty"],
  ["昨天是小年,我在村里走了16户返乡的人家,问他们明年还出不出去打工", "home_visit"],
  ["昨天参加区检察院公开听证,1起不起诉案", "procuratorate_event"],
] as const)(
  "what belongs to what was done is no resident's matter, and nothing is asked of it: %s",
  (text, kind) => {
    expect(read(text)).toMatchObject({ reports: [{ kind }], opinions: [] });
    expect(read(text).ask).not.toContain("text");
  },
);

test.each([
  ["给受灾的商户捐了2万元,前天通过红十字会捐的", 1],
  ["昨天到平寨村宣传反诈,跟摆摊的老板们挨个讲", 1],
  ["上午入户走访15户,主要了解独居老人情况;下午在联络站接访3人", 2],
  ["昨天在农贸市场视察,今天接待了选民4人", 2],
] as const)(
  "what is told in two breaths is one record, and what is told apart stays so: %s",
  (text, many) => {
    expect(read(text).reports).toHaveLength(many);
  },
);

test("what residents were heard to complain of stays, whatever surrounds it", () => {
  expect(read("昨天走访5户,有个大爷说水渠垮了没人修").opinions).toMatchObject([{ text: "水渠垮了没人修" }]);
  expect(read("昨天走访5户,后山石头往下滚,下面住着人家").opinions).toMatchObject([{ urgent: true }]);
});

test("how many came is counted where it sounded like something they said", () => {
  expect(read("赶场天我在平寨村街上坐了一早上听大家讲,有十七八个人来").reports).toMatchObject([
    { kind: "market_stall", counts: { persons: 17 } },
  ]);
});

test.each([
  ["前天下午去石龙村看了5户人家,老乡讲自来水发黄", "自来水发黄"],
  ["前天下午去石龙村看了5户人家,老乡反映自来水发黄", "自来水发黄"],
  ["昨天去石龙村看了5户,群众说自来水发黄", "自来水发黄"],
  ["昨天去坪上村看了3户人家,群众讲井水发苦", "井水发苦"],
])(
  "what somebody said in few words is on the card, however little it resembles a matter: %s",
  (text, matter) => {
    const { intent, reports, opinions } = read(text);
    expect(intent).toBe("report");
    expect(reports).toHaveLength(1);
    expect(opinions.map((one) => one.text)).toEqual([matter]);
  },
);
