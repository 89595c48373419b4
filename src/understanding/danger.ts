import { DANGER_KINDS, type DangerKind } from "#src/domain/danger-kind.ts";
import { type Guarded, guarded } from "./guarded.ts";
import { normalise } from "./normalise.ts";
import { dangerSource, toPlain } from "./plain-danger.ts";
import { type Alarm, senseAlarm } from "./alarm/sense-alarm.ts";

const pattern = (name: string): Guarded => guarded(new RegExp(dangerSource(name), "u"));

type Kind = { readonly kind: DangerKind; readonly said: Guarded; readonly surely: Guarded };
const KINDS: readonly Kind[] = DANGER_KINDS.map((kind) => ({
  kind,
  said: pattern(kind),
  surely: pattern(`${kind}!`),
}));

const [VOID, OVER, PAST, BENEFIT, WISH, NOW] = ["void", "over", "past", "benefit", "wish", "now"].map(
  pattern,
);
// 没人处理 is no deed, and 请协调 asks for one.
const DEED = new RegExp(`(?<!没人|没有人|没得人|不|没|快来|请|快|谁|来人)(?:${dangerSource("deed")})`, "u");

/** From this on the sense of danger needs no rule that shares it. Found by cross-validation: 1 in 20 look-alikes. */
const LIKELY = 0.55;
/** The same where words of the past or of a benefit stand beside it. */
const BEYOND_DOUBT = 0.9;
/** Below this it rules out what only resembles a rule. */
const RULED_OUT = 0.05;

/**
 * What danger to somebody's life a message tells of, now and not dealt with: 我家着火了, 有人掉河里了. Undefined for an
 * exercise, a deed of duty, old news, a wish, a benefit, what is over, and for words that only look like it. Pure,
 * never throws.
 */
export function findDanger(said: string): DangerKind | undefined {
  const text = toPlain(said);
  if (VOID?.test(text)) return undefined;
  const goesOn = NOW?.test(text) === true;
  if (!goesOn && OVER?.test(text)) return undefined;
  const surely = KINDS.find((one) => one.surely.test(text))?.kind;
  if (!goesOn && (PAST?.test(text) || BENEFIT?.test(text)))
    return surely ?? asSure(senseAlarm(text), BEYOND_DOUBT);
  const now = clausesOf(text)
    .filter((clause) => !WISH?.test(clause) && (goesOn || !DEED.test(clause)))
    .join("");
  const told = surely === undefined ? toldIn(now) : KINDS.find((one) => one.said.test(now))?.kind;
  // The kinds stand in the order in which they are answered.
  return DANGER_KINDS.find((kind) => kind === surely || kind === told);
}

// Two readers again: rules, and the sense of all that was ever written of danger, for words that no rule knows.
function toldIn(now: string): DangerKind | undefined {
  const told = KINDS.find((one) => one.said.test(now))?.kind;
  const alarm = senseAlarm(now);
  if (told === undefined) return asSure(alarm, LIKELY);
  return alarm !== undefined && alarm.chance < RULED_OUT ? undefined : told;
}

const asSure = (alarm: Alarm | undefined, least: number): DangerKind | undefined =>
  alarm !== undefined && alarm.chance >= least ? alarm.kind : undefined;

/**
 * The stretch of a deputy's report that tells of danger which nobody has dealt with, in its own words: what follows the
 * deed, or what is about to happen. Undefined where the deed was about it: 石板村着火,我赶去参与救火.
 */
export function findDangerBeside(said: string): string | undefined {
  if (findDanger(said) === undefined) return undefined;
  const clauses = clausesOf(normalise(said).trim());
  const rest = clauses.slice(clauses.findLastIndex((clause) => DEED.test(clause)) + 1).join("");
  if (findDanger(rest) !== undefined) return rest;
  const sure = clauses.find((clause) => KINDS.some((one) => one.surely.test(toPlain(clause))));
  return sure?.replace(SEEN, "");
}

const SEEN = /^.*?(?:发现|看到|看见|反映|听说|得知)(?:了|的)?/u;
const clausesOf = (text: string): string[] => text.split(/(?<=[,。;])/u);
