import type { Day } from "#src/domain/day.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import { readLeave } from "#src/understanding/leave.ts";
import { comes } from "./notice-answer.ts";
import { type Draft, joinPieces, type Piece, type SaidPart } from "./join-pieces.ts";
import { reasonAsSaid } from "./reason-as-said.ts";
import { findTargets, type Segment, segmentsOf } from "./several-targets.ts";
import { bare } from "./words.ts";

// Leave or a stay away, whatever else stands in the piece.
const AWAY =
  /(?:参加|来|去|到|赶)不(?:了|成|起|到|过来|过去)|不(?:能|想|打算)?(?:参加|去|来)|没法(?:参加|去|来)?|请(?:个|一?下)?[病事]?假|走不[开脱]|没空|没时间|不得行|(?<!行)不行/u;
const PLURAL =
  /(?<count>[两二三四五六\d])(?:个|场|次)(?:会议?|活动|都)?|几(?:个|场)|都|全部?|所有的?|每(?:个|场)/u;
const EXCEPT = /除(?:了|开|去)?/u;
// What may stand beside a call and its answer and says nothing.
const FILLERS =
  /[\s、]|和|跟|与|及|还有|以及|那|这|的|个|场|次|天|会议?|活动|我|就|也|两|几|三|都|全部?|所有|视察|调研|小组|学习|培训|评议|接待(?:选民)?日?|执法检查|检查|座谈|人代会|人大会|大会|两会|全天|整天|[一半]天|上午|下午|早上|晚上|号|日|代表|其[他余]|剩下|别|以?外|之/gu;
// Said of a stretch of days, which may be of anything else.
const OF_CALLS = /活动(?!室|中心|场|板房)|会|假|参加|[来到]不|培训|学习|视察|调研|评议|座谈|接待日/u;
// 14号要得, 9号我在: everyday words for yes, beside a day.
const AGREES = /^(?:我|就|也|都|是|肯定)*(?:要得|得行|可以|没问题|有空|有时间|在|行)(?:的|嘛|哈|啊|呢)*$/u;
const AGREED = /要得|得行|没问题/u;
// Reports, opinions, questions, and what others do.
const ELSE =
  /群众|居民|村民|反映|走访|慰问|建议|路灯|户|[?]|[吗呢]$|怎么|哪|谁|什么时候|几点|行不行|能不能|可不可以|接待[^,。]{0,6}[\d一二两三四五六七八九十]|全程|闭幕|记了|收了|劝[住好回说]|上访|调解|(?<!没)(?<!没有)意见|来了[^,。]{0,5}[个人]|都[讲说]|摆摊|大家[^,。]{0,4}[来去]不/u;
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
  if (targets.some((one) => one.until !== undefined) && !OF_CALLS.test(text)) return undefined;
  const pieces = segmentsOf(text, targets, isVerb)
    .filter(({ words }) => !POLITE.test(bare(words)))
    .map(toPiece);
  const parts = joinPieces(pieces);
  return parts !== undefined && speaksOfSeveral(parts) ? withReasons(parts) : undefined;
}

const isVerb = (words: string): boolean =>
  AWAY.test(words) || AGREED.test(words) || /[去来到]|参加|出席/u.test(words);

function toPiece({ words, targets, rest }: Segment): Piece | undefined {
  const excepts = EXCEPT.test(rest);
  const coming =
    comes(bare(rest.replace(BESIDE, ""))) ||
    (targets.length > 0 && AGREES.test(bare(rest.replace(BESIDE, ""))));
  if (!coming && !AWAY.test(rest)) {
    if (targets.length === 0) return { is: "words", words };
    const left = rest.replace(FILLERS, "");
    if (excepts) return left.replace(EXCEPT, "") === "" ? { is: "excepting", targets } : undefined;
    return { is: "named", targets, words: left === "" ? "" : words };
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
  /^(?:好的?|行|可以|收到|知道|谢谢|放心|麻烦(?:你们)?|辛苦(?:你们)?|没问题|您|你|啊|哈|了|但是?|不过|可是|只是|那)+$/u;

const numberOf = (count: string): number =>
  "一二三四五六".indexOf(count) + 1 || (count === "两" ? 2 : Number(count));

const speaksOfSeveral = (parts: readonly Draft[]): boolean =>
  parts.some((one) => one.all !== undefined || one.targets.some(({ until }) => until !== undefined)) ||
  new Set(
    parts.flatMap((one) =>
      one.targets.map((target) => target.number ?? `${target.on ?? ""}${target.event ?? ""}`),
    ),
  ).size > 1;

// 3号去不了,5号也去不了,要带孙子看病: what is said last holds for what stands right before it.
function withReasons(parts: readonly Draft[]): readonly SaidPart[] {
  const read = parts.map((one): SaidPart & Draft => ({ ...one, ...(one.coming ? {} : reasonOf(one.words)) }));
  return read.map((one, index) => {
    const next = read[index + 1];
    if (one.coming || one.reason !== undefined || next === undefined || next.coming || next.apart === true)
      return one;
    return next.reason === undefined ? one : { ...one, reason: next.reason, words: next.words };
  });
}

/** Why somebody stays away, where the words say more than that. */
export function reasonOf(words: string): { readonly reason?: LeaveReason } {
  const ground = bare(
    words
      .replace(
        /活-\d{4}-\d+|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|[这下本]个?(?:周|星期|礼拜|月)[一二三四五六日天]?/gu,
        "",
      )
      .replace(/[从到至~-]|这段时间|那段时间|[这那]几天|期间|不得行|不行/gu, "")
      .replace(AWAY, ""),
  );
  const { reason } = readLeave(`请假,${words}`, []);
  return reason === "other" && ground.replace(FILLERS, "").length < 2
    ? {}
    : { reason: reasonAsSaid(reason, words) };
}
