import { isComplaint } from "./categories.ts";
import { mainKind } from "./kinds.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";

/** A stretch of a message between punctuation marks, and where it stands. */
export type Clause = { readonly text: string; readonly index: number; readonly strong: boolean };

/** Cuts a message at its punctuation; `strong` where a sentence ends after it. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const match of text.matchAll(/[^,,。;;!!??\n]+[,,。;;!!??\n]*/gu)) {
    const strong = /[。;;!!??\n]/u.test(match[0]);
    if (match[0].trim() !== "") clauses.push({ text: match[0], index: match.index, strong });
  }
  return clauses;
}

const OPENS_OPINION =
  /反映|投诉|(?:群众|居民|村民|选民|老百姓|大家|有人|业主|住户|家长|他们)[^,,。]{0,6}(?:说|讲|提出|希望|要求|建议|意见)|(?:收集|收到|记录|提出|有)[^,,。]{0,8}(?:意见|建议|问题|诉求)[^,,。]{0,4}[::]|(?:意见|问题|诉求)(?:如下|有|是|:|:)|(?:一条|一|其一|第一)是|^[\s]*(?:1|①|一)[、..)]/u;
const SAYS_WHAT =
  /(?:都|主要|专门)?(?:问|聊|了解|宣传|讲解|围绕|关于)了?[^,,。]{0,20}(?:的事|的|情况|政策|问题)?$/u;

/** The parts of a message: records with their words, and what residents said. */
export type Parts = {
  readonly records: readonly { readonly kind: DutyKind; readonly rival?: DutyKind; readonly text: string }[];
  readonly voices: string;
};

type Split = { readonly own: string; readonly voice: string };
type Draft = { kind: DutyKind; rival?: DutyKind; text: string };

/**
 * Tells records and opinions apart, clause by clause: a clause that names a duty begins a record, what follows
 * belongs to it until another duty or until residents speak.
 */
export function splitParts(text: string): Parts {
  const records: Draft[] = [];
  let voices = "";
  let lead = "";
  let speaking = false;
  for (const { text: clause } of splitClauses(text)) {
    const named = mainKind(clause);
    const back =
      speaking &&
      records.length > 0 &&
      (named === undefined ? BACK_TO_DUTY.test(clause) : startsAfresh(clause));
    if (back) speaking = false;
    const { own, voice }: Split = speaking
      ? { own: "", voice: clause }
      : opensOpinion(clause)
        ? splitVoice(clause)
        : { own: clause, voice: "" };
    const duty = own === clause ? named : mainKind(own);
    if (duty !== undefined) lead = begin(records, duty, lead + own);
    else if (own !== "") lead = attach(records, lead, own);
    voices += voice;
    speaking ||= voice !== "" || /[::]$/u.test(own.trim()) || (voice === "" && own !== clause);
  }
  const last = records.at(-1);
  if (last !== undefined) last.text += lead;
  return { records, voices };
}

// A second clause of the same duty, or a part of it, tells more of the same record.
function begin(records: Draft[], named: { kind: DutyKind; rival?: DutyKind }, text: string): string {
  const last = records.at(-1);
  const continues = last !== undefined && !startsAfresh(text) && isPartOf(named.kind, last);
  if (continues) last.text += text;
  else records.push({ ...named, text });
  return "";
}

function isPartOf(kind: DutyKind, last: Draft): boolean {
  if (kind === last.kind) return true;
  const whole = mainKind(last.text.replace(/[,,。;;]/gu, ""))?.kind;
  const joined = mainKind(`${last.text}${kind === "reception" ? "接待选民" : ""}`)?.kind;
  return whole === last.kind && joined === last.kind && kind === "reception";
}

function attach(records: readonly Draft[], lead: string, text: string): string {
  const last = records.at(-1);
  if (last === undefined || startsAfresh(text)) return lead + text;
  last.text += text;
  return lead;
}

const AFRESH =
  /^[\s]*(?:然后|接着|另外|还有|后来|再|又)?(?:\d{1,2}月|\d{1,2}[号日.]|上午|下午|晚上|昨|今|前天|周[一二三四五六日]|星期|本月|上月|[①-⑩]|\d+[、.])/u;
const startsAfresh = (text: string): boolean => AFRESH.test(text);

function opensOpinion(text: string): boolean {
  if (OPENS_OPINION.test(text)) return !SAYS_WHAT.test(text) || /反映|[::]/u.test(text);
  return /^(?:他们|有|大家|群众)/u.test(text.trim()) && isComplaint(text);
}

// 到会25人, 地点黄连村: facts of the duty, also after residents have spoken.
const BACK_TO_DUTY =
  /^\s*(?:到会|参会|到场|参加人数|参加的|地点|时间|共计?(?:走访|接待|有)?\d|现场(?:答复|解答|解决))/u;

// 院坝会上大家反映路没硬化: the duty before the voice, the voice from its own speaker on. 收集意见2条: belongs to the duty.
function splitVoice(text: string): Split {
  const gathered = GATHERED.exec(text)?.[0].length;
  if (gathered !== undefined) return { own: text.slice(0, gathered), voice: text.slice(gathered) };
  const match = VOICE.exec(text);
  return match === null
    ? { own: text, voice: "" }
    : { own: text.slice(0, match.index), voice: text.slice(match.index) };
}

const VOICE =
  /(?:有|一些|不少|很多)?(?:群众|居民|村民|选民|老百姓|大家|业主|住户|家长|有人)?(?:们)?[^,,。]{0,2}(?:反映|投诉|说|提出)/u;
const GATHERED =
  /^[^::]{0,30}?(?:收集|收到|征集|听取|记录|梳理|收了|收)[^::]{0,12}?(?:意见|建议|问题|诉求)[^::]{0,10}(?:[::]|$)|^[^::]{0,30}?(?:收集|收到|征集|听取|记录|梳理)了?[\d一二两三四五六七八九十]+条[^::]{0,8}(?:[::]|$)/u;
