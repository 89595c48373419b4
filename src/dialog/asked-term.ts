import type { AskedTerm } from "#src/domain/figures/asked-term.ts";
import { parseNumber } from "#src/understanding/numbers.ts";

const OF = "(?:(?:[区县市镇乡]|街道)?人大)?(?:任期)?[内里]?";
const ON = "(?:以来|之后|以后|过后|后|到现在|至今|来)";
// 十九届一次会议 is a session.
const NO_SESSION = "(?!(?:人大|人民代表大会|人代会|常委会)?第?[一二三四五六七八九十\\d]{1,2}次)";
const RUNNING = new RegExp(
  `换届${ON}|(?<![上前下历每各几两三])(?:本|这一?|当前|现任?|新一?)届${NO_SESSION}${OF}${ON}?`,
  "gu",
);
const LAST = new RegExp(`换届(?:之|以)?前|(?<![上前])(?:上一?|前一)届${NO_SESSION}${OF}`, "gu");
const NUMBERED = new RegExp(
  `(?<![近连续历这前上新每\\d])第?(?<n>[一二三四五六七八九十]{1,3}|\\d{1,2})届${NO_SESSION}${OF}(?<since>${ON})?`,
  "gu",
);
const IN_OFFICE =
  /(?:上任|任职|当选|就任|履新)(?:以来|之后|以后|后|到现在|至今|来|(?=[总一走接履参视调报共]|[^,。]{0,6}(?:多少|几)))|当(?:上|了)?代表(?:以来|之后|以后|后|到现在|至今)/gu;
// 十九届以前: what lies before a term, or beside it, has no days of its own.
const BEYOND = /^(?:的|之|以)?前(?!年)/u;

/** A term of a congress that words name as a stretch of time, and those words; no term where its days are no stretch. */
export type SaidTerm = { readonly term?: AskedTerm; readonly words: readonly string[] };

/** The term that a question names: 本届, 上届, 换届以来, 十九届, 上任以来. Undefined where it names none. */
export function findAskedTerm(line: string): SaidTerm | undefined {
  const found = [
    ...each(RUNNING, line, () => ({ which: "running" })),
    ...each(LAST, line, () => ({ which: "last" })),
    ...each(NUMBERED, line, toNumbered),
    ...each(IN_OFFICE, line, () => ({ which: "in-office" })),
  ];
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const words = found.map((one) => one.words);
  const isOne = others.length === 0 && !BEYOND.test(line.slice(first.to));
  return isOne && first.term !== undefined ? { term: first.term, words } : { words };
}

function each(pattern: RegExp, line: string, toTerm: (found: RegExpMatchArray) => AskedTerm | undefined) {
  return Array.from(line.matchAll(pattern), (found) => {
    const [words] = found;
    return { words, to: (found.index ?? 0) + words.length, term: toTerm(found) };
  });
}

function toNumbered({ groups }: RegExpMatchArray): AskedTerm | undefined {
  const n = parseNumber(groups?.["n"] ?? "")?.value;
  if (n === undefined || n < 1 || n > MOST) return undefined;
  const since = groups?.["since"] === undefined ? {} : { since: true as const };
  return { which: "numbered", called: [`${n}届`, `${inWords(n)}届`], ...since };
}

const MOST = 99;
const DIGITS = "零一二三四五六七八九";
const TEN = 10;

const inWords = (n: number): string => {
  const [tens, ones] = [Math.floor(n / TEN), n % TEN];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 ? "" : DIGITS.charAt(ones)}`;
};
