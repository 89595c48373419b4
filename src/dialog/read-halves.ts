import type { Day } from "#src/domain/day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { wantsLeave } from "#src/understanding/leave.ts";
import { comes } from "./notice-answer.ts";
import { bare } from "./words.ts";

/** What a deputy says of one half of a day: that he or she comes, or stays away, in these words. */
export type HalfAnswer = {
  readonly half: "morning" | "afternoon";
  readonly coming: boolean;
  readonly words: string;
};

const MORNING = /上午|早上/u;
const AFTERNOON = /下午/u;
const AWAY =
  /请[病事]?假|(?<!没)有(?:点|个|些)?(?:事|课)|(?:单位|公司|学校|区里|别的|另外)[^,]{0,4}有(?:个)?会|没空|没时间|走不[开脱]|[来去到]不(?:了|成|起)|(?:不能|没法|不)(?:来|去|参加)|不得行|(?<!行)不行/u;
const ELSE =
  /群众|居民|村民|反映|走访|慰问|建议|户|[?]|[吗呢]$|怎么|哪|谁|几点|能不能|可不可以|行不行|好不好|可以不|成不成|要不要|是不是|履-|意-/u;
const LONGEST = 60;

/**
 * Reads what somebody answers of the halves of a day that lies ahead: 20号上午我来,下午请假,单位有个会. Words behind a half are
 * why. Undefined where no half is answered, where several days are named, and for all else.
 */
export function readHalves(
  said: string,
  today: Day,
): { readonly on: Day; readonly halves: readonly HalfAnswer[] } | undefined {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST || ELSE.test(text) || !(MORNING.test(text) || AFTERNOON.test(text)))
    return undefined;
  const days = findDates(text, { today, prefer: "future" }).filter((one) => !one.wide && !one.doubtful);
  const [day] = days;
  if (
    day === undefined ||
    day.start < today ||
    day.end > day.start ||
    days.some((one) => one.start !== day.start)
  )
    return undefined;
  const halves = answersIn(text);
  return halves === undefined ? undefined : { on: day.start, halves };
}

function answersIn(text: string): readonly HalfAnswer[] | undefined {
  const pieces: { readonly half: HalfAnswer["half"]; readonly words: string }[] = [];
  for (const clause of text.split(/[,;\u3002!]/u).filter((one) => one.trim() !== "")) {
    const half = halfIn(clause);
    const last = pieces.pop();
    if (half === "both" || (half === undefined && last === undefined)) return undefined;
    if (last !== undefined)
      pieces.push(half === undefined ? { ...last, words: `${last.words},${clause}` } : last);
    if (half !== undefined) pieces.push({ half, words: clause });
  }
  const answers = pieces.flatMap((one) => toAnswer(one) ?? []);
  const isEach = new Set(answers.map((one) => one.half)).size === pieces.length;
  return answers.length > 0 && answers.length === pieces.length && isEach ? answers : undefined;
}

function halfIn(clause: string): HalfAnswer["half"] | "both" | undefined {
  const [morning, afternoon] = [MORNING.test(clause), AFTERNOON.test(clause)];
  if (morning && afternoon) return "both";
  return morning ? "morning" : afternoon ? "afternoon" : undefined;
}

function toAnswer({ half, words }: Omit<HalfAnswer, "coming">): HalfAnswer | undefined {
  if (AWAY.test(words) || wantsLeave(words)) return { half, coming: false, words };
  const plain = bare(
    words.replace(/(?:\d{1,2}月)?\d{1,2}[日号]|[今明后]天|[这下本]?个?(?:周|星期)[一二三四五六日天]/gu, ""),
  );
  return comes(plain) ? { half, coming: true, words } : undefined;
}
