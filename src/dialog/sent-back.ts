import type { Facts } from "#src/domain/facts.ts";
import { fieldNamed } from "#src/understanding/correction-fields.ts";

const ORDER =
  /(?:请|麻烦|就|先|要|给我|帮我|那就|应该)*(?:把它|把这条)?(?:退回|打回|退掉|退|(?:取消|撤销|撤回|收回)核实|核实(?:取消|撤销|撤回))(?:去|来|给?(?:[他她]|本人|代表)|掉|了|吧|一下)*/u;
const WRONG =
  /核实?错|不(?:该|应该|能)核实|误核实|不属实|有(?:问题|误|出入|毛病)|不对|没写清|写清楚|说清楚|补充?清楚|重新?写|核对|写错|报错|填错/u;
const LEAD = /^(?:理由|因为|原因)?[\s,:。、]+|[\s,:。、]+$/gu;

/**
 * The reason for which staff send a record back, by words that say that it is wrong, was verified wrongly or is to say
 * something else: only its deputy puts it right. Empty where none was said; undefined where they mean nothing of the kind.
 */
export function sentBack(words: string, { speaker }: Facts): string | undefined {
  const line = words.normalize("NFKC").trim();
  if (ORDER.test(line)) return line.replace(ORDER, ",").replace(/,{2,}/gu, ",").replace(LEAD, "");
  if (WRONG.test(line)) return line;
  // Who is a deputy as well may mean a record of his own.
  const isOnlyStaff = speaker.kind === "member" && speaker.mandates.length === 0;
  const isChange =
    fieldNamed(line) !== undefined || /(?:应该?|改)[是为成到]|\d(?:户|人|件|条|次|场)/u.test(line);
  return isOnlyStaff && isChange ? (line.startsWith("改") ? `请${line}` : `请改:${line}`) : undefined;
}
