import { inPlainWords, statusBehind } from "./register-speech.ts";
import type { MarkedStatus } from "#src/domain/requests/attendance.ts";

/** Words for what became of a deputy, the longer and the negated ones first. */
export const STATUS_WORDS: readonly (readonly [MarkedStatus, string])[] = [
  ["late", "迟到|晚到|来晚了?"],
  ["left_early", "早退|提前(?:离开|离场|退场|走)|中途(?:离开|离场|退场|走)"],
  ["leave", "请(?:了|过|个|的|病|事|公)*假|[病事公]假"],
  ["absent", "缺席|缺会|缺勤|(?:没有?|未|没能|未能)(?:到会|到场|参加|出席|来|到)"],
  ["present", "到会|到场|出席|参加|来了|到了|到"],
];

const ANY = STATUS_WORDS.map(([, words]) => `(?:${words})`).join("|");

// How late somebody was, and how many there were, is no name.
const HOW_LONG =
  /(?<status>迟到|早退|晚到|提前(?:离开|走)|来晚)了?(?:有|约|大概|大约|近|差不多)?(?:\d+(?:\.\d+)?|[一二三四五六七八九十半两几]+)多?个?(?:半)?(?:分钟?|小时|钟头|刻钟?)/gu;
const HOW_MANY =
  /(?:应到会?|实到会?|应参加|实际到会|共到会?|一共到?|到会|到场|缺席|请假)(?:人数|代表)?[:\s]*(?:是)?\d+(?:人|名|位|个)(?:代表)?/gu;
// 没来也没请假: the first is what counts. 请假没来: neither is he absent. 没迟到 says nothing of itself.
const NO_LEAVE = /[,\s]*(?:也|又|都|且|并|还)?(?:没有?|未)(?:请(?:过|个|了)?假|打招呼|说一?声)/gu;
const ON_LEAVE =
  /(?<leave>请(?:了|过|个|病|事)*假)了?[,\s]*(?:所以|就)?(?:没有?|未)(?:能)?(?:来|到会?|参加|出席)/gu;
const NOT_SO = /(?:没有?|未|不算)(?:迟到|早退|缺席)/gu;

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

// 除了李明和王芳都到了 is about the others: 都 stays.
const EXCEPT = /除[^,。;\n]*$/u;
const withoutAll = (words: string, name: string, at: number, text: string): string =>
  EXCEPT.test(text.slice(0, at)) ? words : name;

/** What is told of a register in the words it is read in: status behind the names, and no lengths or sums. */
export function plainRegister(said: string, people: readonly string[]): string {
  const text = inPlainWords(said.normalize("NFKC"))
    .replace(HOW_LONG, "$<status>")
    .replace(HOW_MANY, " ")
    .replace(NO_LEAVE, "")
    .replace(ON_LEAVE, "$<leave>")
    .replace(NOT_SO, " ");
  const known = people.filter((name) => text.includes(name)).map(literal);
  if (known.length === 0) return text;
  const name = `(?:${known.join("|")})(?:编号)?(?:[A-Za-z]\\d{1,9})?(?:代表|同志)?`;
  // 李明、王芳两人都到了 is about the two.
  const both = new RegExp(
    `(?<name>${name})\\s*(?:等?(?:[两俩二三四五六七八九十\\d]+(?:个|位|名|人)*)(?:代表|同志)?)?(?:全都?|都|均|也)+(?=\\s*(?:${ANY}))`,
    "gu",
  );
  // 缺席:李明、王芳 and 没来的是李明: the status before the names.
  const before = new RegExp(
    `(?<status>${ANY})了?(?:的(?:人员?|代表)?(?:是|有|:)?|人员?:|:|是|有)\\s*(?<names>${name}(?:[、,和与及\\s]+${name}(?!\\s*(?:${ANY})))*)(?!\\s*(?:${ANY}))`,
    "gu",
  );
  return statusBehind(text, name).replace(both, withoutAll).replace(before, "$<names>$<status>,");
}

// 请假改为到会 and 不是缺席,是到会: what it was is not what it becomes.
const WAS = new RegExp(
  `(?:由|从|原来|本来|原)?(?:是|的)?(?:${ANY})(?:改为|改成|更正为|更正成|换成|变成|改)|(?:不是|并非)(?:${ANY})[,\\s]*(?:而?是|应该?是?)?`,
  "gu",
);

/** The words of a correction without what it was before. */
export const withoutBefore = (said: string): string => said.normalize("NFKC").replace(WAS, " ");
