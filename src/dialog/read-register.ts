import type { MarkedStatus, NamedMark, Register } from "#src/domain/requests/attendance.ts";
import { findNames } from "#src/understanding/names.ts";
import { plainRegister, STATUS_WORDS } from "./register-words.ts";

const ANY = STATUS_WORDS.map(([, words]) => `(?:${words})`).join("|");
const OTHERS =
  "(?:其余|其他|其它|剩下|别的?|余下)(?:的|人员?|代表|同志|们|那|[\\d一二三四五六七八九十两几]+(?:个|位|名))*";
const ALL =
  "(?:(?:今天|昨天|上午|下午|活动|会议|这次|全体|所有|大家|应到的?|[\\d一二三四五六七八九十两]+)?(?:人员?|代表|同志|位|个|们)*)";
const EXCEPT = /除了?(?<names>[^外全都]*?)(?:以外|之外|外)?[,,、\s]*(?:其余|其他)?(?:的?人)?(?:全部?|都|均)/u;
const BY_CHECK_IN = /按签到(?:的)?(?:登记)?(?:到会)?/u;
// 全到, 代表都来了, 其余到会, 其他人都没来: what holds for whoever is not named.
const EVERYBODY = new RegExp(
  `(?<=^|[\\s,;:\\u3002\\u3001])(?:${OTHERS}(?:全部?|都|均|也)*|${ALL}(?:全部?|都|均)+(?:已经?)?)(?<status>${ANY}|到齐|来)`,
  "u",
);
const ONLY = /(?:只有|仅有?|就差?|只差|差)$/u;
const GROUP = new RegExp(`(?<names>[一-龥A-Za-z0-9、,和与\\s]+?)(?:代表)?(?<status>${ANY})`, "gu");

/** What became of one deputy, in one word or two; undefined where no status is named. */
export const statusIn = (text: string): MarkedStatus | undefined =>
  STATUS_WORDS.find(([, words]) => new RegExp(words, "u").test(text))?.[0];

/** A register as it was read, with the names of whom it does not say what became. */
export type ReadRegister = Pick<Register, "marks" | "rest" | "checkedIn"> & {
  readonly unread: readonly string[];
};

/**
 * Reads a register: 全到, 除李明、王芳外全到, 李明迟到 王芳缺席, 只有李明没来, 缺席:李明. Names nobody knows are kept, to be
 * asked about; so is whoever is named with no status, or with two.
 */
export function readRegister(said: string, people: readonly string[]): ReadRegister {
  const text = plainRegister(said, people);
  const except = EXCEPT.exec(text)?.groups?.["names"] ?? "";
  const excepted = except === "" ? [] : marksIn(except, people);
  const spared =
    except === "" || excepted.length > 0
      ? excepted
      : namesIn(except, people).map((named) => ({ ...named, status: "absent" as const }));
  const without = text.replace(BY_CHECK_IN, " ").replace(EXCEPT, " 全");
  const every = EVERYBODY.exec(without);
  const others = without.replace(EVERYBODY, " ");
  const marks = [...spared, ...marksIn(others, people)];
  const rest =
    every === null ? restOfOnly(others, people) : (statusIn(every.groups?.["status"] ?? "") ?? "present");
  const checkedIn = BY_CHECK_IN.test(text) ? { checkedIn: true as const } : {};
  return { marks, rest, ...checkedIn, unread: unreadIn(text, marks, people) };
}

function marksIn(text: string, people: readonly string[]): NamedMark[] {
  return [...text.matchAll(GROUP)].flatMap(({ groups = {} }) => {
    const status = statusIn(groups["status"] ?? "");
    const names = namesIn(groups["names"] ?? "", people);
    return status === undefined ? [] : names.map((named) => ({ ...named, status }));
  });
}

// 只有罗文军没来: everybody else came. 只有李明到了: nobody else did.
function restOfOnly(text: string, people: readonly string[]): MarkedStatus | null {
  const first = findNames(text, people)[0];
  if (first === undefined || !ONLY.test(text.slice(0, text.indexOf(first)).trimEnd())) return null;
  const groups = new Set(
    marksIn(text, people).map((one) => one.status === "absent" || one.status === "leave"),
  );
  const [away] = groups;
  return groups.size !== 1 || away === undefined ? null : away ? "present" : "absent";
}

function unreadIn(text: string, marks: readonly NamedMark[], people: readonly string[]): string[] {
  const statuses = Map.groupBy(marks, ({ name, code = "" }) => `${name}${code}`);
  const twice = [...statuses.values()].flatMap((each) =>
    new Set(each.map((one) => one.status)).size > 1 ? each.slice(0, 1).map((one) => one.name) : [],
  );
  const marked = new Set(marks.map((one) => one.name));
  return [...twice, ...findNames(text, people).filter((name) => !marked.has(name))];
}

type Named = { readonly name: string; readonly code?: string };

// 李明D201 and 李明编号D201: the office's own number tells people of one name apart.
const CODE = /(?:编号)?(?<code>[A-Za-z]\d{1,9})$/u;
const PARTICLES = /^(?:只有|仅有?|就差?|只差|还有|另外|以及|[了的是也都已和与人])+$/u;

function namesIn(text: string, people: readonly string[]): Named[] {
  const parts = text.split(/[、,和与\s]+/u).map((part) => part.replace(/代表$/u, ""));
  return parts
    .filter((part) => part !== "" && !PARTICLES.test(part))
    .flatMap((part) => {
      const code = CODE.exec(part)?.groups?.["code"]?.toUpperCase();
      const words = code === undefined ? part : part.replace(CODE, "");
      const known = findNames(words, people);
      const names = known.length > 0 ? known : [words.replace(/^(?:了|的|只有|就)+|(?:都|均|也)+$/gu, "")];
      return names.map((name) => ({ name, ...(code === undefined ? {} : { code }) }));
    });
}
