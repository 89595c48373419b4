import type { Facts } from "#src/domain/facts.ts";
import type { Amendment, Change } from "#src/domain/requests/amendment.ts";
import { findNames } from "#src/understanding/names.ts";
import { withoutStop } from "./words.ts";

const LONGEST = 40;
const WITH_ME = "(?:[和跟与同](?:我们?|大家|着)|一起|一道|一块儿?)";
const TRULY = "(?:其实|实际上?|确实|明明|根本|当时|那天|当天|那次|并|都|也|真的?|是)";
const AND = "[\\s、和跟与]*(?:代表)?";
// 也去了, 其实去了的: plain of somebody who is no news to be reported. 去了 alone is so beside somebody who was not there.
const WENT = new RegExp(
  `^${AND}(?:[他她]们?)?(?:${TRULY}|${WITH_ME})*(?:去|来|在|参加|走访?)(?:了|过)?(?:的)?$`,
  "u",
);
const TOO = new RegExp(
  `^${AND}(?:[他她]们?)?(?:${TRULY})*(?:也|其实|实际上?|确实|明明|${WITH_ME})(?:${TRULY}|${WITH_ME})*(?:去|来|在|参加)(?:了|过)?(?:的)?$`,
  "u",
);
const NOT_THERE = new RegExp(
  `^(?:把|将)?${AND}(?:[他她]们?)?${TRULY}*(?:没(?:有|得)?${WITH_ME}?(?:去|来|在|参加)(?:成)?|没(?:有)?${WITH_ME}|不在)(?:的|场|了)?$|^(?:把|将|去掉|删掉|删除|划掉|不要)${AND}(?:去掉|删掉|删除|划掉|拿掉)?(?:了|吧)?$|^同[行去](?:的|代表|里)*(?:没有|没得|去掉|删掉|划掉|不包括|不含)${AND}$`,
  "u",
);
// 补充:还有韦国良 says no more than 还有韦国良.
const ADDS = /^(?:(?:再|要|想)?补充?(?:一?[下点条个])?|补报)[\s,:]*(?=[\u4e00-\u9fff])/u;
const MORE = /^(?:还有|同去的?还有|同行的?还有|和|跟|与|[\s、,]|代表|一起)+$/u;
// 不对, 写错了: that something is wrong, and not what.
const WRONG =
  /^(?:(?:不对)+|不是(?:的|这样)?|错了|改一?下|更正(?:一?下)?|修改(?:一?下)?|哎呀?|哦|对了|(?:是)?(?:我)?(?:刚才)?[弄搞记说写报填]错(?:人|名字)?了|同[行去](?:的|代表|人员?|名单)*(?:写|报|记|填|说|搞|弄)?(?:错了?|不对|有误)|人(?:写|报|记|填|说|搞|弄)错了)[啊哈嘛呀]?$/u;
const LEAD =
  /^(?:(?:不对)+|错了|改一?下|更正|哎呀?|哦|对了|那个|而?(?:是)?(?=[^,]{2,8}去的$))[\s:]*(?=[\u4e00-\u9fff])/u;
// 陈建国换成杨秀英, 不是陈建国是杨秀英: nothing but the two names and what stands between them.
const SWAPS: readonly (readonly [RegExp, "out" | "in"])[] = [
  [
    /^(?:[把将]|同[行去]的?|代表|是)*①(?:代表)?(?:要|应该?|得)?(?:换成|改成|改为|换为|应为|应是|应该是|其实是)②(?:代表)?(?:了|吧|的)?$/u,
    "out",
  ],
  [
    /^(?:同[行去]的?|去的|代表)*不是①(?:代表)?(?:去的?)?,?(?:而是|应该是|其实是|是)②(?:代表)?(?:去的?|去了)?$/u,
    "out",
  ],
  [/^(?:同[行去]的?|去的|代表|应该)*是①(?:代表)?(?:去的?)?,?(?:而)?不是②(?:代表)?(?:去的?|的)?$/u, "in"],
];

type With = Extract<Change, { field: "with" }>;
type Companions = With & Pick<Amendment, "also">;

/**
 * Who of those that are named in a record was not there after all, and who was besides: 不对,陈建国没去,杨秀英去了. Everybody
 * else stays. Undefined for all else.
 */
export function companionsPutRight(text: string, { people }: Facts): Companions | undefined {
  const line = withoutStop(text);
  if (line.length > LONGEST) return undefined;
  const said = line.replace(ADDS, "");
  if (said !== line && isOf(said, MORE, people)) return change("more", said, people);
  const clauses = said
    .split(/[,;。!]/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const told = clauses.filter((one) => !WRONG.test(one));
  const swap = swapIn(told.join(",").replace(LEAD, ""), people);
  if (swap !== undefined) return swap;
  const changes = told.map((one) => changeIn(one.replace(LEAD, ""), people));
  const off = changes.some((one) => one?.less === true);
  // 杨秀英去了 by itself may be told of anything.
  if (changes.length === 0 || changes.includes(undefined)) return undefined;
  if (
    !off &&
    clauses.length === told.length &&
    !told.every((one) => isOf(one.replace(LEAD, ""), TOO, people))
  )
    return undefined;
  return chained(changes.flatMap((one) => one ?? []));
}

function changeIn(clause: string, people: Facts["people"]): With | undefined {
  if (isOf(clause, NOT_THERE, people)) return change("less", clause, people);
  return isOf(clause, WENT, people) ? change("more", clause, people) : undefined;
}

function swapIn(line: string, people: Facts["people"]): Companions | undefined {
  const [one, other, third] = findNames(line, people);
  if (one === undefined || other === undefined || third !== undefined) return undefined;
  const [first, last] = line.indexOf(one) < line.indexOf(other) ? [one, other] : [other, one];
  const shape = line.replace(first, "①").replace(last, "②");
  const leaves = SWAPS.find(([pattern]) => pattern.test(shape))?.[1];
  if (leaves === undefined) return undefined;
  const [out, now] = leaves === "out" ? [first, last] : [last, first];
  return chained([
    { field: "with", value: out, less: true },
    { field: "with", value: now, more: true },
  ]);
}

const change = (how: "more" | "less", words: string, people: Facts["people"]): With => ({
  field: "with",
  value: findNames(words, people).join("、"),
  [how]: true,
});

// Who was not there goes first: the change is told by what it takes away.
function chained(changes: readonly With[]): Companions | undefined {
  const inOrder = [...changes].sort((a, b) => Number(b.less === true) - Number(a.less === true));
  return inOrder.reduceRight<Companions | undefined>(
    (also, one) => (also === undefined ? one : { ...one, also }),
    undefined,
  );
}

// Nothing but names and what is said of them.
function isOf(line: string, said: RegExp, people: Facts["people"]): boolean {
  const names = findNames(line, people);
  return names.length > 0 && said.test(names.reduce((rest, name) => rest.replace(name, ""), line));
}
