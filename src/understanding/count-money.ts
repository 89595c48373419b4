import type { CountUnit } from "#src/domain/count-unit.ts";
import { guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";

// 捐了六百, 花了一千四: money, though no 元 is said.
const MONEY = guarded(
  new RegExp(
    `(?:捐(?:了|款|出|赠)?(?:款|资)?|资助了?|花了?|垫(?:付|资|了)了?|凑了?|随了?礼?|打了?款?|赞助了?|(?<=(?:走访|慰问|看望|探望)[^。;]{0,10}[户人名位][^。;]{0,10})(?:给|送|发|塞)了|(?:工钱|工资|务工费|分红|红利)[^,。;\\d]{0,4}(?:发|付|结|兑)了|[要追讨拿]回(?:来|了)*|(?:争取|协调|筹|筹集|申请|落实|化缘|拨)(?:来|到|了)+(?:资金|款)?)(?:共|总共|一共)?(?<number>${NUMBER})(?=$|[,。;!\\s]|给|用于|到|(?<=万)(?:修|建|装|买|搞|硬化|改造))`,
    "u",
  ),
);
// 每家500块,一共1500: the sum of what each was given.
const SUM = guarded(
  new RegExp(
    `(?:每|各|一)[户人家名位个]?[^,。;\\d]{0,6}${NUMBER}(?:块钱?|元)?[,。;](?:一共|总共|共计?|合计|总计|加起来|拢共)(?:是|有|花了?|给了?|发了?|送了?|用了?)?(?<number>${NUMBER})(?=$|[,。;!\\s])`,
    "u",
  ),
);
/** Nobody names less without saying 块. */
const LEAST = 100;
const MYRIAD = 10_000;

/** Reads money that is named by its number alone; adds it to `counts`. */
export function countMoney(
  text: string,
  counts: Partial<Record<CountUnit, number>>,
  approx: Set<CountUnit>,
): void {
  if (counts.yuan !== undefined || counts.wan_yuan !== undefined) return;
  const number = (SUM.exec(text) ?? MONEY.exec(text))?.groups?.["number"] ?? "";
  const said = parseNumber(number);
  if (said === undefined || said.value < LEAST) return;
  // 花了3万5, as 花了3.5万.
  const inMyriads = number.includes("万");
  if (inMyriads) counts.wan_yuan = said.value / MYRIAD;
  else counts.yuan = said.value;
  if (said.approx) approx.add(inMyriads ? "wan_yuan" : "yuan");
}
