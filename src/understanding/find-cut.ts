import type { Cut } from "#src/domain/figures/figure-basis.ts";

/** What a figure is to be divided by, and the words that say so. */
export type SaidCut = { readonly by: Cut; readonly text: string };

const WAYS = [
  ["group", /(?:人大)?(?:代表)?小?组/u],
  ["station", /(?:人大)?(?:代表)?(?:联络|工作)?[站室]点?/u],
  ["township", /镇街|乡镇|街道|镇/u],
  ["kind", /(?:履职)?(?:类型|类别|种类|类)/u],
  ["month", /月份?/u],
  ["deputy", /(?:位|名)?(?:人大)?代表(?!团)|人头?(?![大次])/u],
] as const satisfies readonly (readonly [Cut, RegExp])[];

const BY = new RegExp(
  `(?:按照?|各个?|每个?|分)(?:${WAYS.map(([by, words]) => `(?<${by}>${words.source})`).join("|")})`,
  "u",
);

/** How a question wants its figure divided: 按小组, 各镇, 每个月; undefined where it names no way. Pure, offline. */
export function findCut(text: string): SaidCut | undefined {
  const found = BY.exec(text);
  const by = WAYS.find(([name]) => found?.groups?.[name] !== undefined)?.[0];
  return found === null || by === undefined ? undefined : { by, text: found[0] };
}

const LEADS =
  /^(?:那|再|请|麻烦|帮我|给我|能不能|可以|把|它|这[个些]|数据?|上面的?|刚才的?|看|换成|改成|拆开?成?|列成|分成|[,\s])+/u;
const TAILS =
  /(?:来|拆开?|分开?|细分|列(?:出来)?|排开|统计|汇总|展示|显示|算|看|给我|一?下|的|呢|吧|啊|呀|嘛|[\s,?。!])+$/u;

/**
 * How a line that says nothing else wants what was told last to be divided: 按代表分, 分镇看, 按乡镇, 拆成每个小组. Undefined for
 * all else. Pure, offline.
 */
export function findRecut(line: string): Cut | undefined {
  const [lead = ""] = LEADS.exec(line) ?? [];
  const [tail = ""] = TAILS.exec(line) ?? [];
  const words = line
    .slice(lead.endsWith("分") ? lead.length - 1 : lead.length)
    .slice(0, tail === "" ? undefined : -tail.length);
  const cut = findCut(words);
  // 各镇 and 每个代表 alone begin a question.
  return cut?.text === words && (/^[按分]/u.test(words) || lead !== "" || tail !== "") ? cut.by : undefined;
}

/** A second way that a question names, which no one figure is divided by as well: 按类型 in 按镇街 按类型. */
export function findSecondCut(text: string): SaidCut | undefined {
  const first = findCut(text);
  const second = first === undefined ? undefined : findCut(text.replace(first.text, " "));
  return second?.by === first?.by ? undefined : second;
}
