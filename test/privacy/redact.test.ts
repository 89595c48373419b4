import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact, withoutPersonalData } from "#src/domain/personal-data/redact.ts";

const full = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

describe("a telephone number becomes a placeholder, however it is written", () => {
  test.each([
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "138.1234.5678",
    "138·1234·5678",
    "138—1234—5678",
    "1381234 5678",
    "138 12345678",
    "1 3 8 1 2 3 4 5 6 7 8",
    "1-3-8-1-2-3-4-5-6-7-8",
    "138 12 34 56 78",
    "+86 13812345678",
    "+8613812345678",
    "(+86)138-1234-5678",
    "0086-13812345678",
    "86 138 1234 5678",
    "013812345678",
    full("13812345678"),
    full("138-1234-5678"),
    "一三八一二三四五六七八",
    "幺三八幺二三四五六七八",
    "138一二三四5678",
    "壹叁捌壹贰叁肆伍陆柒捌",
    "①③⑧①②③④⑤⑥⑦⑧",
    "138\u200b1234\u200b5678",
    "1\u20603\u20608\u20601\u20602345678",
    "138O1234567".replace("1234567", "1234567"),
    "0851-86401234",
    "0851 6400123",
    "(0851)86401234",
    "085186401234",
    "+86 851 86401234",
    "+1-541-754-3010",
    "+44 20 7946 0958",
  ])("%s", (number) => {
    const { text, contacts } = redact(`王大娘反映路灯不亮,她的电话${number},请回话`);
    expect(text).toBe("王大娘反映路灯不亮,她的电话〔电话〕,请回话");
    expect(contacts.map((one) => one.kind)).toEqual(["phone"]);
  });

  test.each(["电话6401234", "座机:86401234", "手机号码 (541) 754-3010", "tel 754-3010"])("%s", (said) => {
    expect(redact(`有事请打,${said}。`).text).toContain("〔电话〕");
  });
});

describe("what else tells who somebody is, or how to reach him, becomes a placeholder", () => {
  test.each([
    ["身份证52011219800101123X", "身份证〔身份证号〕"],
    ["身份证52011219800101123x", "身份证〔身份证号〕"],
    ["身份证 520112 19800101 1234", "身份证 〔身份证号〕"],
    [`身份证${full("52011219800101123X")}`, "身份证〔身份证号〕"],
    ["身份证520112800101123", "身份证〔身份证号〕"],
    ["卡号6222021234567890123", "卡号〔卡号〕"],
    ["6222 0212 3456 7890 123", "〔卡号〕"],
    ["打到6217-0000-1234-5678-901", "打到〔卡号〕"],
    ["账号是 2402 0056 0920", "账号是 〔卡号〕"],
    ["微信号:abc_12345", "微信号:〔微信号〕"],
    ["加我微信 zhang-123", "加我微信 〔微信号〕"],
    ["vx:zhangsan88", "vx:〔微信号〕"],
    ["加V zhangsan88", "加V 〔微信号〕"],
    ["wxid_abcdef123456", "〔微信号〕"],
    ["QQ号12345678", "QQ号〔QQ号〕"],
    ["邮箱zhang.san@example.com", "邮箱〔邮箱〕"],
    ["邮箱zhang\uff20qq\uff0ecom", "邮箱〔邮箱〕"],
    ["车牌贵A12345停在路中间", "车牌〔车牌号〕停在路中间"],
    ["保利新城3栋2单元501室漏水", "保利新城3栋〔门牌〕漏水"],
    ["振华小区5号楼1203室没有热水", "振华小区5号楼〔门牌〕没有热水"],
    ["乌当小区12幢3-502", "乌当小区12幢〔门牌〕"],
    ["十二栋三单元四楼", "十二栋〔门牌〕"],
    ["黄连村2组15号王大娘家漏雨", "黄连村2组〔门牌〕王大娘家漏雨"],
    ["联系人:张建国", "联系人:张某"],
    ["我叫欧阳明,路灯坏了", "我叫欧阳某,路灯坏了"],
    ["请找张建国13812345678", "请找张某〔电话〕"],
    ["固话86401234", "固话〔电话〕"],
    ["0851-8640 1234", "〔电话〕"],
    ["护照E12345678", "护照〔证件号〕"],
    ["护照号码是EA1234567", "护照号码是〔证件号〕"],
    ["港澳通行证C12345678", "港澳通行证〔证件号〕"],
    ["往来港澳通行证号:CA1234567", "往来港澳通行证号:〔证件号〕"],
    ["台胞证12345678", "台胞证〔证件号〕"],
    ["@zhangsan_tg", "〔账号名〕"],
    ["加我t.me/zhangsan", "加我〔账号名〕"],
    ["钉钉 zhang.san", "钉钉 〔账号名〕"],
    ["抖音号zhangsan88", "抖音号〔账号名〕"],
    ["快手号:1234567890", "快手号:〔账号名〕"],
    ["138，0013，9000", "〔电话〕"],
    ["电话13800\n139000", "电话〔电话〕"],
    ["电话138\n00139000", "电话〔电话〕"],
    ["13800l39000", "〔电话〕"],
    ["1380O1390OO", "〔电话〕"],
    ["家住水田镇李家寨12号", "家住水田镇李家寨〔门牌〕"],
    ["住在杨家湾7号", "住在杨家湾〔门牌〕"],
    ["地址:羊昌镇大坡坡3号", "地址:羊昌镇大坡坡〔门牌〕"],
    ["李家寨12号王大娘家漏雨", "李家寨〔门牌〕王大娘家漏雨"],
    ["张三13800139000", "张某〔电话〕"],
    ["张三的电话是13800139000", "张某的电话是〔电话〕"],
    ["张建国,电话:13812345678", "张某,电话:〔电话〕"],
    ["13812345678、13912345678", "〔电话〕、〔电话〕"],
    ["13812345678 13912345678", "〔电话〕 〔电话〕"],
    ["2026/11/25 13812345678", "2026/11/25 〔电话〕"],
  ])("%s", (said, kept) => {
    expect(withoutPersonalData(said)).toBe(kept);
  });
});

test.each([
  "昨天和李明代表走访黄连村17户46人次,落实资金138000元",
  "2026-11-25在羊昌镇接待选民12人",
  "20261125开了会,2026.11.25又开",
  "撤销 履-2026-00123,意-2026-0456",
  "电话里说的履-2026-00123",
  "拨打12345、110和4008123456热线",
  "黄连村二组15号电杆倒了",
  "5号楼前面的路灯坏了三天",
  "3栋和5栋之间没有路灯",
  "每天8:30到17:30,第1-3排,共1500、2000、300元",
  "修了1380米路,花了12.5万元,涉及1381户",
  "方便联系群众,反映情况",
  "联系电话没有打通",
  "李明代表提的建议",
  "微信群里反映的",
  "一二三四五组都停水了",
  "二〇二六年十一月二十五日",
  "依据乌府发〔2026〕15号",
  "在李家寨12号开了会",
  "李家湾3号电杆倒了",
  "走访120户,1300人,1500元",
  "1. 走访12户\n2. 走访15户",
  "落实资金180,0013,4000元",
  "花了150\n1234\n56781元",
  "在抖音上宣传政策",
  "护照办理很慢",
])("nothing is taken out of what is nobody's: %s", (said) => {
  expect(redact(said)).toEqual({ text: said, contacts: [] });
});

const between = fc.constantFrom("", " ", "-", ".", "\u200b", "\u2060", " - ");
const mobile = fc
  .tuple(fc.constantFrom("13", "15", "17", "18", "19"), fc.stringMatching(/^\d{9}$/u))
  .map(([head, tail]) => head + tail);
const DIGITS = ["零〇", "一幺壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
const disguised = fc
  .tuple(mobile, between, fc.array(fc.nat({ max: 5 }), { minLength: 11, maxLength: 11 }))
  .map(([digits, gap, ways]) => {
    const letters = Array.from(digits, (digit, index) => {
      const chinese = DIGITS[Number(digit)] ?? digit;
      const way = ways[index] ?? 0;
      if (way === 0) return full(digit);
      return way === 1 ? (chinese[0] ?? digit) : digit;
    }).join("");
    return [letters.slice(0, 3), letters.slice(3, 7), letters.slice(7)].join(gap);
  });
const around = fc.constantFrom("", "请打", "电话:", "张建国", "路灯坏了,", "(", "。");

test("of a number in any mixture of writings nothing is left, and a second look finds nothing more", () => {
  fc.assert(
    fc.property(around, disguised, around, (before, number, after) => {
      const { text } = redact(before + number + after);
      expect(text).toContain("〔电话〕");
      expect(text.normalize("NFKC")).not.toMatch(/\d{3}/u);
      expect(withoutPersonalData(text)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test("a short name right before its 电话 loses no character of what follows", () => {
  expect(redact("我叫张三电话13900001111").text).toBe("我叫张某电话〔电话〕");
});

test("any text at all is read in a time that grows with its length, and only loses what was found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const { text: left, contacts } = redact(text);
      if (contacts.length === 0 && !/[〔某]/u.test(left)) expect(left).toBe(text);
    }),
    { numRuns: 500 },
  );
  for (const worst of [
    "1 ".repeat(20_000),
    "138-".repeat(10_000),
    "张".repeat(20_000),
    "a@".repeat(10_000),
    "1单元".repeat(8_000),
  ]) {
    const began = performance.now();
    redact(worst);
    expect(performance.now() - began).toBeLessThan(1_500);
  }
});
