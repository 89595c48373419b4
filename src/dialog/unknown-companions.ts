import type { UnknownCompanion } from "#src/domain/requests/unknown-companion.ts";
import type { Facts } from "#src/domain/facts.ts";
import { nearNames } from "#src/domain/near-names.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";

const LIST =
  /(?:和|与|跟|同|及|陪同?|会同|带着|还有|约|[\u3001,])(?<names>[\u4e00-\u9fff\u3001]{2,20}?)(?:两位|三位|几位)?代表/gu;
const NO_NAME =
  /人大|[省市区县镇乡村州]$|各位|几位|两位|多位|多名|部分|其他|其它|全体|所有|小组|我们?|他们?|她们?|有关|群众|选民|企业|党|妇女|青年|职工|家长|学生|村民|一些|不少/u;
const MOST = 2;
// 周志强和张三代表: one after the other, and no 和 within a name.
const BETWEEN = /\u3001|(?<=[\u4e00-\u9fff]{2})[和与跟同及](?=[\u4e00-\u9fff]{2})/u;
const NAME = `${SURNAME}[\\u4e00-\\u9fff]{1,2}?`;
// 和李四、周志强走访, 和马冬梅一起: whole names, and nobody's title behind them.
const BARE = new RegExp(
  `(?:和|与|跟|同)(?<names>${NAME}(?:[\\u3001,和与跟同及]${NAME}){0,3})(?:[两三]个?人?)?(?=一起|一道|一同|一块|走访|接待|调研|视察|慰问|看望|入户|下村|值班|去|到)`,
  "gu",
);
// 黄连村 and 常委 begin like a surname.
const NO_PERSON =
  /[村组寨镇乡街区局站办校院所队班会部厂司店民众委员长记任师生工人友属家总伯叔婶姨爷奶妈哥姐嬢某些边面间里上下路边]$|大[爷妈娘伯婶]/u;
// 跟杨姐去, 和王主任一起: colleagues are called so as well as residents.
const CALLED =
  /(?:和|与|跟|同|约上?|喊上?|带着)(?<called>(?<surname>[\u4e00-\u9fff])(?:姐|哥|嬢|叔|主任|书记|委员))(?=一起|一道|一同|一块|两个|去|来|到|走|,)/gu;
const MOST_NEAR = 3;

/** People called 代表 in somebody's words whom the roster does not know, with names that may be meant. */
export function unknownCompanions(said: string, { people, speaker }: Facts): UnknownCompanion[] {
  const own = speaker.kind === "member" ? [speaker.name] : [];
  const named = [...said.normalize("NFKC").matchAll(LIST)].flatMap(({ groups }) =>
    (groups?.["names"] ?? "").split(BETWEEN),
  );
  const bare = [...said.normalize("NFKC").matchAll(BARE)].flatMap(({ groups }) =>
    (groups?.["names"] ?? "").split(/,/u).flatMap((one) => one.split(BETWEEN)),
  );
  const unknown = [...new Set([...named, ...bare.filter((name) => !NO_PERSON.test(name))])]
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
