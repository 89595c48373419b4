import type { CountUnit } from "#src/domain/count-unit.ts";
import { PERSON } from "./counted.ts";
import { everywhere, guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";

// 来了五十六个, 群众4个: heads, where the text speaks of people and names nothing else.
const HEADS = everywhere(
  new RegExp(
    `(?<of>(?:接待|接访|接|见|劝回|教|帮)(?:了|来|来了)?|(?:一共|总共|共)?问了|的有|(?:劝|理|剪|教|送|救|拦|访|听|登记|转移)了|(?<=(?:慰问|看望|探望)[^;。]{0,16})看了|大概|大约|估计|一共|总共|来了?|到了?|到会|有|来访|群众|选民|居民|村民|人员|听众|受众|参加的人有|(?<!不)是)(?<number>${NUMBER})[来多余]?个(?=$|[,。;!\\s]|左右|吧|都|是|人|(?<=(?:到|来)了[^,。;]{1,6})代表)|(?<=[,。;])(?<few>${NUMBER})个(?=[,。;]|$)|(?<one>${NUMBER})[个名位](?!人)[^,。;]{2,8}的(?:[^,。;\\d]{1,2})?(?:${PERSON}|户)`,
    "gu",
  ),
);

const PEOPLE = guarded(
  /人|群众|选民|居民|村民|娃|学生|孩子|小朋友|老师|家长|听众|同学|党员|职工|业主|妇女|大妈|大爷|选手|老乡|乡亲/u,
);

/** Reads people who are counted as 个 only; adds them to `counts`. True where two amounts of them are told. */
export function countHeads(
  text: string,
  counts: Partial<Record<CountUnit, number>>,
  approx: Set<CountUnit>,
): boolean {
  if (counts.persons !== undefined || counts.person_times !== undefined) return false;
  const [first, second] = HEADS.list(text, 2);
  const { number, one, few, of } = first?.groups ?? {};
  const words = number ?? one ?? (SOMEBODY.test(text) ? few : undefined);
  const said = words === undefined ? undefined : parseNumber(words);
  if (said === undefined || (/^(?:有|是)/u.test(of ?? "") && !PEOPLE.test(text))) return false;
  counts.persons = said.value;
  if (said.approx) approx.add("persons");
  // 上午来了3个,下午来了5个: nobody says how many that is.
  return (
    number !== undefined && second?.groups?.["number"] !== undefined && second.groups["number"] !== number
  );
}

const SOMEBODY = guarded(
  /娃|学生|孩子|老人|群众|选民|村民|居民|党员|军人|老兵|孤儿|职工|工人|司机|师傅|五保/u,
);
