import type { MarkedStatus, NamedMark } from "#src/domain/requests/attendance.ts";
import { listNames } from "#src/understanding/known-names.ts";

const OPENS =
  /^(?:对了|哦|噢|还有|另外|补(?:充|一下|登)?|更正(?:一下)?|刚才|忘(?:记了?|了)?(?:说了?)?|不对|错了|是|给|把|那个|[\s,:])*$/u;
const JOINED = /^(?:代表|同志)?[、,和与及跟\s]{1,2}$/u;
// What became of somebody, in the words that are said of one; who went was there, and who had leave did not stay away.
const SAID: readonly (readonly [MarkedStatus, RegExp])[] = [
  ["leave", /(?<!没|没有|未)(?:请(?:了|过|的|个)*[病事公]?假|是[病事公]假|登记(?:为|成)?请假)/u],
  [
    "left_early",
    /走了(?!访)|溜了|先走|早走|早退|(?:提前|中途|半路|途中|没散会|没开完)[^,]{0,4}(?:走(?!访)|离开|离场|退场|回)/u,
  ],
  ["absent", /没(?:有)?(?:来|到|参加|出席)(?!迟|晚)|缺席|没见(?:到|着)?人|人没在/u],
  [
    "late",
    /迟到|(?:晚|迟)(?:一?点)?(?:来|到)|来(?:得)?(?:晚|迟)|才(?:来|到|赶到)|后(?:来|头|面)(?:才)?(?:又)?(?:来|到|赶到)了/u,
  ],
  ["present", /(?:来|到|赶到)了?(?:的|会)?(?=[,。;]|$)|在的|到会|到场/u],
];
// A deed, and no word of who came.
const DEED = /走访|慰问|接待|调研|视察|反映|建议|调解|宣讲|户|人次|群众|居民|村民|[?]|[吗呢]$|谁/u;
const LONGEST = 40;

/**
 * Reads what staff say of some deputies right after a register: 罗文军中途走了, 王芳是10点40才到的, 张伟后来来了. Undefined for
 * all else, and for more than one thing.
 */
export function readAddition(said: string, people: readonly string[]): readonly NamedMark[] | undefined {
  const text = said
    .normalize("NFKC")
    .trim()
    .replace(/[.\u3002!]+$/u, "");
  if (text.length > LONGEST || DEED.test(text)) return undefined;
  const named = listNames(text, people);
  const [first] = named;
  if (first === undefined || !OPENS.test(text.slice(0, first.index))) return undefined;
  const isRun = named.every((one, index) => {
    const before = named[index - 1];
    return before === undefined || JOINED.test(text.slice(before.index + before.name.length, one.index));
  });
  const last = named.at(-1) ?? first;
  const rest = text.slice(last.index + last.name.length);
  const status = SAID.find(([, words]) => isSaid(words, rest))?.[0];
  return !isRun || status === undefined ? undefined : named.map(({ name }) => ({ name, status }));
}

// 李明家的材料都到了 is not said of him: between him and it stand only when and how.
function isSaid(words: RegExp, rest: string): boolean {
  const found = words.exec(rest);
  return found !== null && BETWEEN.test(rest.slice(0, found.index));
}
const BETWEEN =
  /^(?:代表|同志|他|她|们|[个人位]|是|其实|实际上?|后来|后头|后面|然后|又|也|都|才|就|倒是|来了|到了|坐了|待了|听了|开了|原来|今天|昨天|那天|当时|最后|开始|上午|下午|早上|[\d一二两三十几半多]|[点:分]钟?|小时|会儿?|一刻|因为|路上|堵车|临时|有事|家里|接(?:个|了)?电话|没散会|没开完|还没|[,\s])*$/u;
