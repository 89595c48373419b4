import type { Facts } from "#src/domain/facts.ts";
import { nearNames } from "#src/domain/near-names.ts";
import type { UnknownCompanion } from "#src/domain/requests/report.ts";

const LIST =
  /(?:和|与|跟|同|及|陪同?|会同|带着|还有|约|[\u3001,])(?<names>[\u4e00-\u9fff\u3001]{2,20}?)(?:两位|三位|几位)?代表/gu;
const NO_NAME =
  /人大|[省市区县镇乡村州]$|各位|几位|两位|多位|多名|部分|其他|其它|全体|所有|小组|我们?|他们?|她们?|有关|群众|选民|企业|党|妇女|青年|职工|家长|学生|村民|一些|不少/u;
const MOST = 2;

/** People called 代表 in somebody's words whom the roster does not know, with names that may be meant. */
export function unknownCompanions(said: string, { people, speaker }: Facts): UnknownCompanion[] {
  const own = speaker.kind === "member" ? [speaker.name] : [];
  const named = [...said.normalize("NFKC").matchAll(LIST)].flatMap(({ groups }) =>
    (groups?.["names"] ?? "").split("\u3001"),
  );
  return [...new Set(named)]
    .filter((name) => /^[\u4e00-\u9fff]{2,4}$/u.test(name) && !NO_NAME.test(name))
    .filter((name) => ![...people, ...own].some((one) => one === name || name.includes(one)))
    .slice(0, MOST)
    .map((name) => ({ said: name, near: nearNames(name, people) }));
}
