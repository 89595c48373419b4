import type { NamedMark } from "#src/domain/requests/attendance.ts";
import { findNames } from "#src/understanding/names.ts";
import { readRegister, statusIn } from "./read-register.ts";
import { inPlainWords } from "./register-speech.ts";
import { STATUS_WORDS, withoutBefore } from "./register-words.ts";

const STATUS = STATUS_WORDS.map(([, words]) => `(?:${words})`).join("|");
const REGISTER = "(?:登记|考勤|签到|出勤|名单|到会情况)";
// 是我登记错了, 考勤有误, 那个登记错了.
const WRONG = new RegExp(
  `(?:是)?(?:我|我们|你们|系统|上次|那个|当时|把|给)*(?:${REGISTER}|登|记|填|录|写|搞|弄|点)(?:表|册|单|上)?(?:成|得|的)?(?:搞|弄|登|记)?(?:错|反|混|漏|有误|不对|有问题)(?:了|的)?(?:人|名字)?`,
  "u",
);
const BECOMES = new RegExp(
  `(?:改|更正|纠正|换|变更|修改|订正)(?:登记|记)?(?:成|为|回|作|一下|过来)?[,:\\s]*(?:是|算|记|登记)?(?:为|成|作)?[,:\\s]*(?<status>${STATUS})`,
  "u",
);
const ORDERED = /^(?:更正|纠正|订正|修改)/u;
const IN_TRUTH = /其实|实际上?|事实上|应该?(?:是|算|为|记)|明明|根本没|并没|不是/u;
// 登记成缺席了: what it says wrongly, where what is true is said beside it.
const PUT_AS = new RegExp(
  `(?:${REGISTER}|登|记|写|填|标|算|显示|录)(?:表|册|单|上)?(?:里|上)?(?:写|登|记|显示|填|标)?(?:的|成|为|作|是)+了?(?:${STATUS})了?`,
  "gu",
);
const ASIDE = new RegExp(
  `${REGISTER}(?:表|册|单|情况)?|其实|实际上?|事实上|明明|那[场次天个]|当[时天]|这[场次]|更正|纠正|订正|麻烦|帮我|请(?!(?:了|过|个|病|事|公)*假)|[把将给]|他|她|一下|的(?=[,\\u3002]|$)`,
  "gu",
);
// A deed, a matter, a paper, or leave that lies ahead: no register.
const ELSE =
  /走访|慰问|调解|反映|群众|居民|村民|选民|建议|议案|述职|自评|报告|电话|手机|户|人次|积分|[?]|[吗呢]$|谁|怎么|为什么|[履意建]-?\d{4}/u;
const LONGEST = 60;

/** What staff say was registered wrongly of deputies, as it should be; `surely` where the words say that it was. */
export type AmendedMarks = { readonly marks: readonly NamedMark[]; readonly surely: boolean };

/**
 * Reads a correction of a register in the words of every day: 罗文军其实没有来,是我登记错了, 把罗文军的考勤改为缺席, 罗文军改成没来.
 * Undefined for all else, and where it is not said of everybody who is named what became of him or her.
 */
export function readRegisterAmended(said: string, people: readonly string[]): AmendedMarks | undefined {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST || ELSE.test(text)) return undefined;
  const names = findNames(text, people);
  const becomes = BECOMES.exec(inPlainWords(text))?.groups?.["status"];
  const surely = becomes !== undefined || WRONG.test(text) || ORDERED.test(text);
  if (names.length === 0 || (!surely && !IN_TRUTH.test(text))) return undefined;
  const marks = marksOf(text, names, becomes, people);
  return marks === undefined ? undefined : { marks, surely };
}

function marksOf(
  text: string,
  names: readonly string[],
  becomes: string | undefined,
  people: readonly string[],
): readonly NamedMark[] | undefined {
  const [name, ...others] = names;
  const turned = statusIn(becomes ?? "");
  if (name !== undefined && others.length === 0 && turned !== undefined) return [{ name, status: turned }];
  const told = withoutBefore(text.replace(WRONG, " "));
  const plain = [told.replace(PUT_AS, " "), told].map((one) => one.replace(ASIDE, " "));
  const words = plain.find((one) => statusIn(inPlainWords(one)) !== undefined);
  if (words === undefined) return undefined;
  const { marks, rest } = readRegister(words, people);
  const known = marks.filter((one) => names.includes(one.name));
  if (
    rest === null &&
    known.length === names.length &&
    new Set(known.map((one) => one.name)).size === names.length
  )
    return known;
  const single = others.length === 0 && rest === null ? onlyStatus(words) : undefined;
  return name === undefined || single === undefined ? undefined : [{ name, status: single }];
}

// 韦国良补了假,住院了: of one alone one thing is said, wherever it stands.
function onlyStatus(words: string) {
  const found = new Set(
    inPlainWords(words)
      .split(/[,\u3002;\s]+/u)
      .flatMap((clause) => statusIn(clause) ?? []),
  );
  const [status] = found;
  return found.size === 1 ? status : undefined;
}
