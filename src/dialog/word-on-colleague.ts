import { replaceNames, listNames } from "#src/understanding/known-names.ts";

/** A deputy's word on what a colleague said: whether he or she was there, and whom the words name. */
export type WordOnColleague = {
  readonly present: boolean;
  readonly with: readonly string[];
  /** It says by itself that it answers somebody: 李明说得对, 是的,我跟他去的. */
  readonly firm: boolean;
};

const LONGEST = 40;
const WHO = "(?:①(?:代表)?[他她]?|[他她]们?)";
const DAY = "(?:[昨前今]天|今早|昨晚|[那这当][天时次]|[上下]午|早上|晚上|\\d{1,2}[号日])";
const END = "[的了过啊呀哈嘛哦呢嘞吧噻]*";
const SAID = "(?:说|讲|记|写|报|填)";
const ALONG = "(?:一起|一块儿?|一道|一路|一同|两个)";
const DONE = "(?:去|来|走访?|在|参加|到|看望?|做|慰问|调解|接待|视察)";
const whole = (...ways: readonly string[]): RegExp => new RegExp(`^(?:${ways.join("|")})${END}$`, "u");

// 对, 是的, 没错: a yes, and no more.
const YES = whole("对头?|是嘞?|嗯|没错|不错|确实|属实|没记错|我?记得|好", "[是有]这(?:么|个|回)?(?:回)?事");
// 李明说得对: that he or she is right.
const RIGHT = whole(
  `(?:是|确实)?${WHO}${SAID}[得的]?(?:都|很|是|完全|也)*(?:对|没错|不错|真的|属实)`,
  `${WHO}没(?:有)?${SAID}错`,
);
// 我跟他去的, 我去了, 我们是一起的: that one was there.
const THERE = whole(
  `(?:我|是|就是|确实|也|都|真的|${DAY})*[和跟与同陪]着?${WHO}(?:是|都|也|我|${DAY})*(?:${ALONG}${DONE}?|${DONE})`,
  `(?:我|是|就是|确实|也|都|真的|${DAY})*[和跟与同]${WHO}${ALONG}?的`,
  `(?:是|就是|${DAY})*我们(?:俩|两个|几个|都|是|也|${DAY})*(?:${ALONG}${DONE}?|${DONE})`,
  `(?:我|是|也|都|确实|真的|${DAY})+${DONE}`,
  `(?:我|是|就是|都是|我们)?${ALONG}${DONE}?`,
  "算我一[个份]|有我",
);
// 李明说我跟他一块去的: what was said, told once more.
const TOLD = whole(
  `${WHO}${SAID}(?:的|我|是|也|都|${DAY})*(?:[和跟与同]${WHO})?${ALONG}?${DONE}?`,
  "[哦噢啊]|想起来",
);
// 李明记错了, 我没跟他去: that it was not so.
const WRONG = whole(
  `(?:是|怕是|肯定)?${WHO}?(?:怕是|可能|肯定|是)?(?:${SAID}|搞|弄|认)错(?:了?人)?`,
  `${WHO}${SAID}[得的]?(?:都)?(?:不对|不属实)`,
  "不对|不是|不是我|没有|没有我|没得?这(?:回)?事|没有这(?:回)?事|哪有这(?:回)?事",
);
const NOT_THERE = whole(
  `(?!.*(?:会|活动|培训|学习|签到))(?:我|根本|其实|都|并|也|可|是|${DAY})*没(?:有|得)?(?:[和跟与同]${WHO}${ALONG}?${DONE}?|${ALONG}${DONE}?|${DONE})[一-龥]{0,5}?`,
  `(?:是|只有)?${WHO}(?:自己|一个人)${DONE}?`,
);
// 我在贵阳看病: where one was instead, after a no.
const ELSEWHERE = new RegExp(
  `^(?:我|人|正好?|都|一直|还|${DAY})*(?:在(?!场|会|现场)[一-龥]{1,12}|出差|开会|住院|生病|看病|有事|上班|值班|走不开)[一-龥]{0,8}$`,
  "u",
);

/**
 * What a deputy says of a colleague's word that he or she was there too: 李明说得对, 对,我跟他一起去的, 李明记错了,我那天没去.
 * Undefined where any of it says something else, and so for an objection to an absence.
 */
export function wordOnColleague(text: string, people: readonly string[]): WordOnColleague | undefined {
  const line = text.normalize("NFKC").trim();
  if (line.length > LONGEST || /[?]/u.test(line)) return undefined;
  const clauses = replaceNames(line, people, () => "①")
    .split(/[,、。;!\s]+/u)
    .filter((one) => one !== "");
  const named = listNames(line, people).map((one) => one.name);
  const is =
    (...ways: readonly RegExp[]) =>
    (clause: string) =>
      ways.some((one) => one.test(clause));
  const firm = (...ways: readonly RegExp[]): boolean => clauses.some(is(...ways));
  const word = { with: [...new Set(named)] };
  if (clauses.every(is(YES, RIGHT, THERE, TOLD)) && clauses.some(is(RIGHT, THERE)))
    return { ...word, present: true, firm: firm(YES, RIGHT, TOLD) };
  const denies = clauses.some(is(WRONG, NOT_THERE)) && clauses.every(is(WRONG, NOT_THERE, TOLD, ELSEWHERE));
  return denies
    ? { ...word, present: false, firm: firm(WRONG, TOLD) && /①|[他她]/u.test(clauses.join("")) }
    : undefined;
}
