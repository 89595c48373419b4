import { findNumbers } from "./digit-runs.ts";
import { findName } from "./find-name.ts";
import { type PlainText, toPlainText } from "./plain-text.ts";

/** Kinds of data by which a person can be reached or told apart, with what stands in their place in what is kept. */
export const PLACEHOLDERS = {
  id_card: "〔身份证号〕",
  bank_card: "〔卡号〕",
  phone: "〔电话〕",
  email: "〔邮箱〕",
  wechat: "〔微信号〕",
  qq: "〔QQ号〕",
  document: "〔证件号〕",
  handle: "〔账号名〕",
  plate: "〔车牌号〕",
  room: "〔门牌〕",
  name: "〔姓名〕",
} as const satisfies Record<string, string>;

/** The kind of a piece of personal data. */
export type PersonalKind = keyof typeof PLACEHOLDERS;

/** One piece of such data: where it stands in the original text, and what it says in plain letters. */
export type PersonalDatum = {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  readonly value: string;
};

/** Before numbers are looked for: what is on a paper is no telephone. */
const PAPERS: readonly (readonly [PersonalKind, RegExp])[] = [
  // Passports (GB/T 16784: a letter or two and eight or seven figures), permits for Hong Kong, Macao and Taiwan.
  ["document", /(?<![A-Za-z\d])(?<it>E[A-HJ-NP-Z]\d{7}|[EGDSPHMCW]\d{8}(?:\d{2})?)(?![A-Za-z\d])/gu],
  [
    "document",
    /(?:护照|通行证|回乡证|台胞证|居住证|军官证|驾驶证|社保卡)[号码是为::\s]{0,5}(?!1[3-9]\d{9}(?!\d))(?<it>[A-Za-z]{0,2}\d{6,12}(?!\d))/gu,
  ],
];

/** Patterns over plain text; what is personal stands in the group `it`. */
const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["email", /(?<it>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/gu],
  ["wechat", /(?<![\w-])(?<it>wxid_[\w-]{6,20})/giu],
  [
    "wechat",
    /(?:微信号?|薇信|威信|weixin|wechat|wx号?|vx号?|v信|加[vV微])[号是为::\s]{0,5}(?<it>[A-Za-z][\w-]{4,19}|\d{5,12})/giu,
  ],
  ["qq", /(?:qq号?|扣扣号?|企鹅号)[号是为::\s]{0,5}(?<it>\d{5,11})/giu],
  ["handle", /(?<it>(?<![\w.])@[A-Za-z]\w{3,31}|\bt\.me\/\+?\w{3,40})/gu],
  [
    "handle",
    /(?:钉钉|抖音|快手|小红书|微博|飞书|telegram|电报|飞机)(?:账?号|id|名)?[号是为::\s]{0,4}(?<it>[A-Za-z][\w.-]{3,29}|\d{6,15}(?!\d))/giu,
  ],
  [
    "plate",
    /(?<it>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.-]?[A-HJ-NP-Z\d]{5,6}(?![A-Z\d]))/gu,
  ],
  // The building tells where the trouble is; the door tells whose it is.
  [
    "room",
    /(?<=[栋幢座楼号院])(?<it>\s?[\d一二三四五六七八九十]{1,3}\s?单元\s?(?:[\d一二三四五六七八九十]{1,4}(?:楼|层)?\s?\d{0,4}(?:室|号|房|户)?)?)/gu,
  ],
  ["room", /(?<=[栋幢座]|号楼)(?<it>[\s-]?\d{1,2}-\d{3,4}|[\s-]?\d{3,4}(?:室|房(?!屋)))/gu],
  ["room", /(?<=小区|花园|家园|公寓|苑|城|村)(?<it>\d{1,2}-\d{1,2}-\d{3,4})/gu],
  [
    "room",
    /(?<=[组街路巷弄寨湾坡坝沟冲屯坪庄岭坳村])(?<it>\d{1,4}号)(?=附|[一-龥]{0,3}(?:家|户|住户|居民|门口))/gu,
  ],
  [
    "room",
    /(?<=(?:住|地址|家在)[^\n,;。]{0,16}[组街路巷弄寨湾坡坝沟冲屯坪庄岭坳村])(?<it>\d{1,4}号)(?![楼线井])/gu,
  ],
];

/** All such data in a text, in order, none inside another. Pure, offline, linear in the text's length. */
export function findPersonalData(original: string): PersonalDatum[] {
  const plain = toPlainText(original);
  const found: PersonalDatum[] = [];
  const add = (kind: PersonalKind, start: number, end: number, value: string): void => {
    const span = toSpan(plain, start, end);
    if (found.every((one) => span.end <= one.start || span.start >= one.end))
      found.push({ kind, ...span, value });
  };
  const match = (patterns: typeof PATTERNS): void => {
    for (const [kind, pattern] of patterns)
      for (const one of plain.text.matchAll(pattern)) {
        const it = one.groups?.["it"] ?? "";
        const start = one.index + one[0].lastIndexOf(it);
        add(kind, start, start + it.length, it.trim());
      }
  };
  match(PAPERS);
  // 张三13800139000: what reads as a Chinese figure before a number may belong to a name.
  for (const text of [plain.digits, plain.text])
    for (const { kind, start, end } of findNumbers(text))
      add(kind, start, end, text.slice(start, end).replaceAll(/[^\dX+]/giu, ""));
  match(PATTERNS);
  const sorted = found.toSorted((a, b) => a.start - b.start);
  const names = findName(
    original,
    sorted.filter((one) => one.kind !== "room").map((one) => one.start),
  );
  for (const { start, end } of names)
    if (sorted.every((one) => end <= one.start || start >= one.end))
      sorted.push({ kind: "name", start, end, value: original.slice(start, end) });
  return sorted.toSorted((a, b) => a.start - b.start);
}

const toSpan = ({ origin }: PlainText, start: number, end: number): { start: number; end: number } => ({
  start: origin[start] ?? 0,
  end: origin[end] ?? 0,
});
