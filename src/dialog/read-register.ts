import type { MarkedStatus, Register } from "#src/domain/requests/attendance.ts";
import { findNames } from "#src/understanding/names.ts";

const STATUS_WORDS: readonly (readonly [MarkedStatus, string])[] = [
  ["late", "迟到"],
  ["left_early", "早退"],
  ["leave", "请假"],
  ["absent", "缺席|缺会|没到会?|未到会?|没来|未参加|没参加"],
  ["present", "到会|到场|出席|参加|来了|到了|到"],
];
const EXCEPT = /除了?(?<names>[^外全都]*?)(?:以外|之外|外)?[,,、\s]*(?:其余|其他)?(?:的?人)?(?:全部?|都|均)/u;
const EVERYBODY = /(?:全部?|都|均)(?:到|来|参加|出席)|(?:其余|其他)(?:的?人)?(?:全部?|都|均)?(?:到|来)/u;
const BY_CHECK_IN = /按签到(?:的)?(?:登记)?(?:到会)?/u;
const GROUP = new RegExp(
  `(?<names>[一-龥A-Za-z0-9、,,和与\\s]+?)(?:代表)?(?:${STATUS_WORDS.map(([, words]) => `(?:${words})`).join("|")})`,
  "gu",
);

/** What became of one deputy, in one word or two; undefined where no status is named. */
export const statusIn = (text: string): MarkedStatus | undefined =>
  STATUS_WORDS.find(([, words]) => new RegExp(words, "u").test(text))?.[0];

/** Reads a register: 全到, 除李明、王芳外全到, 李明迟到 王芳缺席. Names nobody knows are kept, to be asked about. */
export function readRegister(
  text: string,
  people: readonly string[],
): Pick<Register, "marks" | "rest" | "checkedIn"> {
  const except = EXCEPT.exec(text)?.groups?.["names"] ?? "";
  const rest = EVERYBODY.test(text) ? "present" : null;
  const others = text.replace(BY_CHECK_IN, " ").replace(EXCEPT, " ").replace(EVERYBODY, " ");
  const marks = [...others.matchAll(GROUP)].flatMap(({ 0: whole, groups }) => {
    const names = namesIn(groups?.["names"] ?? "", people);
    const status = statusIn(whole.slice((groups?.["names"] ?? "").length));
    return status === undefined ? [] : names.map((named) => ({ ...named, status }));
  });
  const absent = namesIn(except, people).map((named) => ({ ...named, status: "absent" as const }));
  const checkedIn = BY_CHECK_IN.test(text) ? { checkedIn: true as const } : {};
  return { marks: [...absent, ...marks], rest, ...checkedIn };
}

type Named = { readonly name: string; readonly code?: string };

// 李明D201 and 李明编号D201: the office's own number tells people of one name apart.
const CODE = /(?:编号)?(?<code>[A-Za-z]\d{1,9})$/u;

function namesIn(text: string, people: readonly string[]): Named[] {
  const parts = text.split(/[、,,和与\s]+/u).map((part) => part.replace(/代表$/u, ""));
  return parts
    .filter((part) => part !== "")
    .flatMap((part) => {
      const code = CODE.exec(part)?.groups?.["code"]?.toUpperCase();
      const words = code === undefined ? part : part.replace(CODE, "");
      const known = findNames(words, people);
      const names = known.length > 0 ? known : [words];
      return names.map((name) => ({ name, ...(code === undefined ? {} : { code }) }));
    });
}
