import type { Facts } from "#src/domain/facts.ts";
import { nearNames } from "#src/domain/near-names.ts";
import type { UnknownCompanion } from "#src/domain/requests/report.ts";

const LIST =
  /(?:和|与|跟|同|及|陪同?|会同|带着|还有|约|[\u3001,])(?<names>[\u4e00-\u9fff\u3001]{2,20}?)(?:两位|三位|几位)?代表/gu;
const NO_NAME =
  /人大|[省市区县镇乡村州]$|各位|几位|两位|多位|多名|部分|其他|其它|全体|所有|小组|我们?|他们?|她们?|有关|群众|选民|企业|党|妇女|青年|职工|家长|学生|村民|一些|不少/u;
const MOST = 2;
// 跟杨姐去, 和王主任一起: colleagues are called so as well as residents.
const CALLED =
  /(?:和|与|跟|同|约上?|喊上?|带着)(?<called>(?<surname>[\u4e00-\u9fff])(?:姐|哥|嬢|叔|主任|书记|委员))(?=一起|一道|一同|一块|两个|去|来|到|走|,)/gu;
const MOST_NEAR = 3;

/** People called 代表 in somebody's words whom the roster does not know, with names that may be meant. */
export function unknownCompanions(said: string, { people, speaker }: Facts): UnknownCompanion[] {
  const own = speaker.kind === "member" ? [speaker.name] : [];
  const named = [...said.normalize("NFKC").matchAll(LIST)].flatMap(({ groups }) =>
    (groups?.["names"] ?? "").split("\u3001"),
  );
  const unknown = [...new Set(named)]
    .filter((name) => /^[\u4e00-\u9fff]{2,4}$/u.test(name) && !NO_NAME.test(name))
    .filter((name) => ![...people, ...own].some((one) => one === name || name.includes(one)))
    .map((name) => ({ said: name, near: nearNames(name, people) }));
  return [
    ...unknown,
    ...calledSo(
      said,
      people.filter((name) => !own.includes(name)),
    ),
  ].slice(0, MOST);
}

// Only where few deputies may be meant; a neighbour whose name no deputy bears is none.
function calledSo(said: string, people: readonly string[]): UnknownCompanion[] {
  return [...said.normalize("NFKC").matchAll(CALLED)].flatMap(({ groups }) => {
    const near = people.filter((name) => name.startsWith(groups?.["surname"] ?? " ") && !said.includes(name));
    const isFew = near.length > 0 && near.length <= MOST_NEAR;
    return isFew ? [{ said: groups?.["called"] ?? "", near }] : [];
  });
}
