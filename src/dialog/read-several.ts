import type { Day } from "#src/domain/day.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import { readLeave } from "#src/understanding/leave.ts";
import { comes } from "./notice-answer.ts";
import { findTargets, type Segment, segmentsOf, type Target } from "./several-targets.ts";
import { bare } from "./words.ts";

/** What is said of some calls: of those named, of so many, or of all but those. */
export type SaidPart = {
  readonly coming: boolean;
  readonly targets: readonly Target[];
  /** Of all, or of so many; without it of the targets alone. */
  readonly all?: true | number;
  /** But not of these. */
  readonly except?: readonly Target[];
  readonly reason?: LeaveReason;
  /** The words, for whoever decides on leave. */
  readonly words: string;
};

// Leave or a stay away, whatever else stands in the piece.
const AWAY =
  /(?:参加|来|去|到|赶)不(?:了|成|起|到|过来|过去)|不(?:能|想|打算)?(?:参加|去|来)|没法(?:参加|去|来)?|请(?:个|一?下)?[病事]?假|走不[开脱]|没空|没时间/u;
const PLURAL =
  /(?<count>[两二三四五六\d])(?:个|场|次)(?:会议?|活动|都)?|几(?:个|场)|都|全部?|所有的?|每(?:个|场)/u;
const EXCEPT = /除(?:了|开|去)?/u;
// What may stand beside a call and its answer and says nothing.
const FILLERS =
  /[\s、]|和|跟|与|及|还有|以及|那|这|的|个|场|次|天|会议?|活动|我|就|也|两|几|三|都|全部?|所有|视察|调研|小组|学习|培训|评议|接待(?:选民)?日?|执法检查|检查|座谈|上午|下午|早上|晚上|号|日|代表|其[他余]|剩下|别|以?外|之/gu;
// Reports, opinions, questions, and what others do.
const ELSE = /群众|居民|村民|反映|走访|慰问|建议|路灯|户|[?]|[吗呢]$|怎么|哪|谁|什么时候|几点/u;
const LONGEST = 120;

/**
 * Reads one line that answers several calls: 参加活-2026-003和活-2026-005; 22号去,25号去不了,要带孙子看病; 两个会都去;
 * 除了4号那个都去. Undefined where it does not, or where any piece of it is not understood.
 */
export function readSeveral(said: string, today: Day): readonly SaidPart[] | undefined {
  const text = said
    .normalize("NFKC")
    .trim()
    .replace(/[。.!~]+$/u, "");
  if (text.length > LONGEST || ELSE.test(text) || !isVerb(text)) return undefined;
  const targets = findTargets(text, today);
  const parts: Draft[] = [];
  let waiting: readonly Target[] = [];
  for (const segment of segmentsOf(text, targets, isVerb)) {
    if (POLITE.test(bare(segment.words))) continue;
    const piece = toPiece(segment);
    if (piece === undefined) return undefined;
    const last = parts.at(-1);
    if (piece.is === "named") waiting = [...waiting, ...piece.targets];
    else if (piece.is === "words") {
      if (last === undefined || last.coming) return undefined;
      parts[parts.length - 1] = { ...last, words: `${last.words},${piece.words}` };
    } else if (piece.targets.length + waiting.length === 0 && piece.all === undefined) {
      if (last === undefined || last.coming !== piece.coming) return undefined;
    } else {
      parts.push({ ...piece, targets: [...waiting, ...piece.targets] });
      waiting = [];
    }
  }
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const whole = [...parts.slice(0, -1), { ...last, targets: [...last.targets, ...waiting] }];
  return speaksOfSeveral(whole) ? withReasons(whole) : undefined;
}

type Draft = Omit<SaidPart, "reason">;
type Piece =
  | ({ readonly is: "answer" } & Draft)
  | { readonly is: "named"; readonly targets: readonly Target[] }
  | { readonly is: "words"; readonly words: string };

const isVerb = (words: string): boolean => AWAY.test(words) || /[去来到]|参加|出席/u.test(words);

function toPiece({ words, targets, rest }: Segment): Piece | undefined {
  const excepts = EXCEPT.test(rest);
  const coming = comes(bare(rest.replace(BESIDE, "")));
  if (!coming && !AWAY.test(rest)) {
    if (targets.length === 0) return { is: "words", words };
    return rest.replace(FILLERS, "") === "" ? { is: "named", targets } : undefined;
  }
  if (excepts) return { is: "answer", coming, targets: [], all: true, except: targets, words };
  const plural = targets.length > 1 ? null : PLURAL.exec(rest);
  if (plural === null) return { is: "answer", coming, targets, words };
  const count = plural.groups?.["count"];
  return { is: "answer", coming, targets, all: count === undefined ? true : numberOf(count), words };
}

// How many are meant, and which are not: none of it says whether somebody comes.
const BESIDE =
  /除(?:了|开|去)?|以?外|之外|其[他余]的?|别的|剩下的?|[、和跟与及]|还有|以及|[这那]?(?:[两二三四五六\d几]|每)(?:个|场|次)|全部?|所有/gu;
const POLITE =
  /^(?:好的?|行|可以|收到|知道了?|谢谢|放心|麻烦(?:了|你们?)?|辛苦(?:了|你们?)?|没问题|您|你|啊|哈|了)+$/u;

const numberOf = (count: string): number =>
  "一二三四五六".indexOf(count) + 1 || (count === "两" ? 2 : Number(count));

const speaksOfSeveral = (parts: readonly Draft[]): boolean =>
  parts.some((one) => one.all !== undefined) ||
  new Set(
    parts.flatMap((one) =>
      one.targets.map((target) => target.number ?? `${target.on ?? ""}${target.event ?? ""}`),
    ),
  ).size > 1;

// 3号去不了,5号也去不了,要带孙子看病: what is said last holds for what stands right before it.
function withReasons(parts: readonly Draft[]): readonly SaidPart[] {
  const read = parts.map((one): SaidPart => ({ ...one, ...(one.coming ? {} : reasonOf(one.words)) }));
  return read.map((one, index) => {
    const next = read[index + 1];
    if (one.coming || one.reason !== undefined || next === undefined || next.coming) return one;
    return next.reason === undefined ? one : { ...one, reason: next.reason, words: next.words };
  });
}

function reasonOf(words: string): { readonly reason?: LeaveReason } {
  const ground = bare(
    words.replace(/活-\d{4}-\d+|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]/gu, "").replace(AWAY, ""),
  );
  const { reason } = readLeave(`请假,${words}`, []);
  return reason === "other" && ground.replace(FILLERS, "").length < 2 ? {} : { reason };
}
