/** Digits that stand together, with where they begin and end in the text. */
type Group = { readonly digits: string; readonly start: number; readonly end: number };

/** What a stretch of digits is: somebody's identity card, an account, or a telephone. */
export type NumberKind = "id_card" | "bank_card" | "phone";

/** A number of somebody's: from the character `start` up to and without `end`. */
export type FoundNumber = { readonly kind: NumberKind; readonly start: number; readonly end: number };

// What people put between the digits of one number; a comma or a mark of enumeration parts two numbers.
const BETWEEN = String.raw`[ \t\-.·•*_~—–―‐‑−/()]{0,3}`;
const RUN = new RegExp(String.raw`\+?\(?\d(?:${BETWEEN}\d)*[Xx×]?`, "gu");
const MOST_DIGITS = 20;

/** Numbers of people in a text whose digits are plain digits. Linear: no stretch is looked at more than twenty times. */
export function findNumbers(text: string): FoundNumber[] {
  const broken = [BROKEN, MARKED, MARKED_CARD]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((one): FoundNumber => ({
      kind: one[0].replaceAll(/\D/gu, "").length > 15 ? "id_card" : "phone",
      start: one.index,
      end: one.index + one[0].length,
    }));
  const whole = wholeNumbers(text);
  return [
    ...whole,
    ...broken.filter((one) => whole.every((it) => one.end <= it.start || one.start >= it.end)),
  ];
}

// A mobile number in its usual three parts, or in two lines: what parts numbers elsewhere stands inside this one.
const BROKEN =
  /(?<!\d|\d[,、;])1[3-9]\d(?:[ ]?[,、;][ ]?\d{4}){2}(?![\d元万亿亩户人个件米]|[,、;]\d)|(?<!\d)(?=(?:\d[ -]?){1,10}\r?\n(?:[ -]?\d){1,10}(?!\d))1[3-9](?:[ -]?\d|\r?\n\d){9}(?![\d元万亿亩户人个件米.、)])/gu;

// The same with one and the same mark between the parts, or between all digits, whatever mark that is.
const MARKED =
  /(?<![\d.]|\d[,、;])(?:1[3-9]\d(?<mark>[\p{P}\p{S}]{1,6}|[空杠横转])\d{4}\k<mark>\d{4}|1(?<each>[\p{P}\p{S}]{1,6}|[空杠横])[3-9](?:\k<each>\d){9})(?!\k<each>?\d|\k<mark>\d|[元万亿亩户人个件米组号栋楼])/gu;

const MARKED_CARD = /(?<!\d)[1-9]\d{5}(?<mark>[\p{P}\p{S}]{1,6})(?:19|20)\d{6}\k<mark>\d{3}[\dXx](?!\d)/gu;

function wholeNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(RUN)].flatMap((run) => {
    const before = text.slice(Math.max(0, run.index - 14), run.index);
    // The program's own numbers are nobody's.
    if (/[履意建活]-$/u.test(before)) return [];
    return numbersIn(run[0], run.index, text);
  });
}

function numbersIn(run: string, start: number, text: string): FoundNumber[] {
  const groups = [...run.matchAll(/\d+[Xx×]?/gu)].map((one): Group => ({
    digits: one[0].replace("×", "X").toUpperCase(),
    start: start + one.index,
    end: start + one.index + one[0].length,
  }));
  const found: FoundNumber[] = [];
  for (let at = 0; at < groups.length;) {
    const one = longestAt(groups, at, text);
    if (one === undefined) at += 1;
    else {
      found.push(one.number);
      at += one.groups;
    }
  }
  return found;
}

type Longest = { readonly number: FoundNumber; readonly groups: number };

function longestAt(groups: readonly Group[], at: number, text: string): Longest | undefined {
  const first = groups[at];
  if (first === undefined) return undefined;
  for (let count = reachOf(groups, at); count > 0; count -= 1) {
    const last = groups[at + count - 1];
    if (last === undefined) continue;
    const kind = kindOf(groups.slice(at, at + count), text);
    if (kind !== undefined) {
      // A plus or a bracket before it belongs to the number.
      const lead = /\+?\(?\+?$/u.exec(text.slice(Math.max(0, first.start - 2), first.start))?.[0].length ?? 0;
      return { number: { kind, start: first.start - lead, end: last.end }, groups: count };
    }
  }
  return undefined;
}

// How many groups from here on have no more digits together than the longest number there is.
function reachOf(groups: readonly Group[], at: number): number {
  let digits = 0;
  let count = 0;
  for (const group of groups.slice(at, at + MOST_DIGITS)) {
    digits += group.digits.length;
    if (digits > MOST_DIGITS) break;
    count += 1;
  }
  return count;
}

const ID_CARD =
  /^\d{6}(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]|\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3})$/u;
const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/u;
const LANDLINE = /^(?:(?:00)?86)?0[1-9]\d{1,2}[2-9]\d{6,7}$/u;
// The ways in which people part a mobile number, country code aside; or every digit by itself.
const SHAPES = new Set(["11", "3 4 4", "3 8", "4 3 4", "7 4", "3 3 5", "3 4 2 2", "3 2 2 2 2", "5 6", "6 5"]);
// Ways in which nobody parts a number but to disguise it: figures of something else are often round.
const ODD_SHAPES = new Set(["1 10", "2 9", "4 7", "8 3", "9 2", "3 5 3", "4 4 3", "3 1 3 4", "1 2 4 4"]);
const HOTLINE = /^(?:400|800)\d{7}$/u;
const DAY = /^(?:19|20)\d{2}(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\d|3[01])$/u;

function kindOf(groups: readonly Group[], text: string): NumberKind | undefined {
  const written = groups.map((one) => one.digits).join("");
  const digits = ID_CARD.test(written) ? written : written.replace(/X$/u, "");
  if (digits.length < 7 || digits.length > MOST_DIGITS) return undefined;
  const lengths = groups.map((one) => one.digits.length);
  const isSpelt = lengths.every((one) => one === 1);
  if (ID_CARD.test(digits) && (groups.length <= 6 || isSpelt)) return "id_card";
  if (MOBILE.test(digits) && (isSpelt || isMobileShape(groups))) return "phone";
  if (LANDLINE.test(digits) && (isSpelt || isLandlineShape(groups))) return "phone";
  if (digits.length >= 16 && digits.length <= 19 && isCardShape(lengths, isSpelt)) return "bank_card";
  return calledKind(groups, digits, text);
}

function isMobileShape(groups: readonly Group[]): boolean {
  const [first, ...rest] = groups;
  if (first === undefined) return false;
  const stripped = first.digits.replace(/^(?:(?:00)?86|0)(?=1[3-9]|$)/u, "");
  const parts = [stripped, ...rest.map((one) => one.digits)].filter((one) => one !== "");
  const shape = parts.map((one) => one.length).join(" ");
  return (
    SHAPES.has(shape) ||
    (ODD_SHAPES.has(shape) &&
      parts.every((one) => one.length !== 8 || !DAY.test(one)) &&
      parts.filter((one) => one.endsWith("0")).length < 2)
  );
}

// The code of the place stands by itself, or with what follows it: no day of a month begins like one.
const isLandlineShape = ([first, ...rest]: readonly Group[]): boolean =>
  rest.length <= 3 && /^(?:(?:00)?86)?(?:0(?:10|2\d|[3-9]\d{2})\d*)?$/u.test(first?.digits ?? "x");

const isCardShape = (lengths: readonly number[], isSpelt: boolean): boolean =>
  lengths.length === 1 ||
  isSpelt ||
  (lengths.slice(0, -1).every((one) => one === 4) && (lengths.at(-1) ?? 0) <= 7);

const CALLED =
  /(?:电话|手机|座机|固话|传真|号码|拨打|致电|联系方式|tel|phone|mobile|call)[^\d\n,;,。;]{0,6}$/iu;
const ACCOUNT = /(?:账号|帐号|卡号|存折|户号)[^\d\n]{0,6}$/u;

// A number that nothing but the words around it call so: a local telephone, a foreign one, an account.
function calledKind(groups: readonly Group[], digits: string, text: string): NumberKind | undefined {
  const start = groups[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 14), start);
  if (ACCOUNT.test(before)) return digits.length >= 8 ? "bank_card" : undefined;
  if (digits.length > 15 || HOTLINE.test(digits) || DAY.test(digits)) return undefined;
  const next = text[groups.at(-1)?.end ?? 0] ?? "";
  if (/[元万亿亩户人个件米公斤吨年月%]/u.test(next)) return undefined;
  return /\+\(?$/u.test(before) || CALLED.test(before) ? "phone" : undefined;
}
