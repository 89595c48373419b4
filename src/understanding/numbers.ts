import { guarded } from "./guarded.ts";
import { inDigits } from "./in-digits.ts";
import { simplify } from "./simplify.ts";

/** A number as said: its value, and whether it was only roughly said (十来, 三百余, 几十). */
export type Said = { readonly value: number; readonly approx: boolean };

const ROUGHLY = "大概|大约|约|近|差不多|将近|上|好几|几";
const NOT_BEFORE_MONEY = "(?![分元块资])";

const IN_DIGITS = `(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)|\\d{1,9}(?:\\.\\d{1,4})?(?:万(?:\\d{1,4}|${NOT_BEFORE_MONEY})|[千百]${NOT_BEFORE_MONEY})?)`;
const IN_WORDS = `[零〇一二两俩仨三四五六七八九十百千廿卅半]{1,9}(?:点[零〇一二三四五六七八九]{1,4})?(?:万(?:[零〇一二三四五六七八九十百千]{1,8}|${NOT_BEFORE_MONEY}))?`;

/** A regular expression's source for a number in words or digits, with what makes it rough. Bounded, so that it is linear. */
export const NUMBER = `(?:(?:${ROUGHLY})?(?:${IN_DIGITS}|${IN_WORDS}|几[十百千]?|个把)(?:多|余|来|好?几|把)?(?:万${NOT_BEFORE_MONEY})?)`;

const DIGITS = "零一二三四五六七八九";
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };

const ROUGH = guarded(/^(?:大概|大约|约|近|差不多|将近|上|好(?=几))/u);
const ABOUT = guarded(/好?[几多余来把]+(?=[万亿]*$)/u);

/**
 * Reads a number in digits or words; undefined where it is none or states no base (几, 好几, 几十). 两 is 2, 半 is 0.5,
 * 一百二 is 120, 1.2万 is 12000, 八九 is about 8, 三百余 about 300.
 */
export function parseNumber(text: string): Said | undefined {
  const digits = inDigits(text);
  if (digits !== undefined) return { value: digits, approx: false };
  const plain = simplify(text);
  const core = ROUGH.replace(plain, "");
  if (core.startsWith("个把")) return { value: 1, approx: true };
  const bare = ABOUT.replace(core, "");
  if (bare === "" || bare.includes("几")) return undefined;
  const value = fraction(bare) ?? signed(bare);
  const approx = core !== plain || bare !== core || (value?.approx ?? false);
  return value === undefined ? undefined : { value: value.value, approx };
}

function signed(text: string): Said | undefined {
  const negative = text.startsWith("负") || text.startsWith("-");
  const read = decimal(negative ? text.slice(1) : text);
  return read === undefined || !negative ? read : { ...read, value: -read.value };
}

/** 二分之一, 三又四分之一. */
function fraction(text: string): Said | undefined {
  if (!text.includes("分之")) return undefined;
  const groups = /^(?:(?<whole>[^又]+)又)?(?<below>[^分又]+)分之(?<above>.+)$/u.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const [below, above] = [signed(groups["below"] ?? ""), signed(groups["above"] ?? "")];
  const whole = groups["whole"] === undefined ? { value: 0, approx: false } : signed(groups["whole"]);
  if (below === undefined || above === undefined || whole === undefined || below.value === 0)
    return undefined;
  const part = above.value / below.value;
  return { value: whole.value + (whole.value < 0 ? -part : part), approx: false };
}

/** 一点五, 零点七七, 三点五万. */
function decimal(text: string): Said | undefined {
  if (!text.includes("点")) return cardinal(text);
  const match = /^(?<whole>[^点]*)点(?<rest>[零一二三四五六七八九\d]+)(?<scale>[万亿]*)$/u.exec(text)?.groups;
  if (match === undefined) return cardinal(text);
  const whole = cardinal(match["whole"] ?? "");
  // 半点零, 1.5点二: nothing can follow the point of what is no whole number.
  if (whole === undefined || !Number.isInteger(whole.value)) return undefined;
  const rest = Array.from(match["rest"] ?? "", (one) =>
    DIGITS.includes(one) ? DIGITS.indexOf(one) : one,
  ).join("");
  const scale = Array.from(match["scale"] ?? "").reduce((product, one) => product * (MYRIADS[one] ?? 1), 1);
  return { value: rounded(Number(`${whole.value}.${rest}`) * scale), approx: whole.approx };
}

const rounded = (value: number): number => Number(value.toPrecision(15));

/** What has been read so far: whole myriads, the section below the next, and a digit waiting for its power. */
type Sum = {
  total: number;
  section: number;
  digit: number | undefined;
  power: number;
  zero: boolean;
  approx: boolean;
};

const TOKEN = /\d+(?:\.\d+)?|[零一二三四五六七八九十百千廿卅万亿兆半]/uy;

function cardinal(text: string): Said | undefined {
  const sum: Sum = { total: 0, section: 0, digit: undefined, power: 1, zero: false, approx: false };
  if (text === "半" || text === "一半") return { value: 0.5, approx: false };
  if (text.length > 2 && /^[零一二三四五六七八九]{3,}$/u.test(text)) return digitByDigit(text);
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined || !take(sum, token)) return undefined;
  }
  if (text === "") return undefined;
  return { value: rounded(sum.total + sum.section + lastDigit(sum)), approx: sum.approx };
}

const digitByDigit = (text: string): Said => ({
  value: Array.from(text).reduce((value, one) => value * 10 + DIGITS.indexOf(one), 0),
  approx: false,
});

function take(sum: Sum, token: string): boolean {
  if (token === "半") return halve(sum);
  if (token === "零" && sum.power > 1) return markZero(sum);
  const [power, tens, myriad] = [POWERS[token], TENS[token], MYRIADS[token]];
  if (power !== undefined) return raise(sum, power);
  if (tens !== undefined) return raise({ ...sum, digit: undefined }, 10) && addTens(sum, tens);
  if (myriad !== undefined) return closeSection(sum, myriad);
  return takeDigit(sum, DIGITS.includes(token) ? DIGITS.indexOf(token) : Number(token));
}

// 半百 is fifty.
function halve(sum: Sum): boolean {
  sum.digit = 0.5;
  return sum.section === 0 && sum.total === 0;
}

function markZero(sum: Sum): boolean {
  sum.zero = true;
  return sum.digit === undefined;
}

function addTens(sum: Sum, tens: number): boolean {
  sum.section += tens;
  sum.power = 10;
  return sum.digit === undefined;
}

function raise(sum: Sum, power: number): boolean {
  sum.section += (sum.digit ?? 1) * power;
  sum.digit = undefined;
  sum.power = power;
  sum.zero = false;
  return true;
}

function closeSection(sum: Sum, myriad: number): boolean {
  const section = sum.section + (sum.digit ?? 0);
  const alone = section === 0 && sum.total === 0 ? 1 : section;
  const grows = sum.total > 0 && sum.total < myriad;
  if (grows) sum.total = (sum.total + alone) * myriad;
  else if (section === 0 && sum.total > 0) sum.total *= myriad;
  else sum.total += alone * myriad;
  sum.section = 0;
  sum.digit = undefined;
  sum.power = myriad;
  sum.zero = false;
  return true;
}

/** 七八十 is about seventy: of two neighbours the first is the base. */
function takeDigit(sum: Sum, digit: number): boolean {
  if (sum.digit === undefined) sum.digit = digit;
  else if (digit === sum.digit + 1 || (digit === 5 && sum.digit === 3)) sum.approx = true;
  else sum.digit = sum.digit * 10 + digit;
  return true;
}

/** 一百二 is 120, 两千五 is 2500, 一万三 is 13000; 一百零二 is 102. */
function lastDigit({ digit = 0, power, zero }: Sum): number {
  return power >= 100 && !zero && digit < 10 ? (digit * power) / 10 : digit;
}
