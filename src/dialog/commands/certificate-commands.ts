import { readAsked } from "../read-asked.ts";
import { basisOf } from "../basis-of.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const make: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAsked(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(dialog, {
    do: "certificate.make",
    messageId: said.messageId,
    basis: basisOf(asked, facts),
  });
};

// 开具11月履职证明, 给单位开个证明: what is left beside these words is the stretch.
const ASKS =
  /^(?:请|麻烦|帮我?|帮忙|给我|我|要|想|想要|需要|能不能|可以)*(?:给|为|跟)?(?:我们?)?(?:单位|公司|学校|厂里)?(?:要|需要)?(?:开具|出具|打印|导出|[开出打办])?(?:一?[个份张下])?(?<when>[^,。?群众居民村去到了帮他她]{0,10}?)(?:的)?(?:代表)?(?:参会|履职)?(?:情况)?的?证明(?:一?[个份张下])?(?:给(?:我|单位|公司|学校))?[吧吗嘛啊呀?。!]*$/u;

/** True for a deputy's wish for a paper for the employer, in words of his own. */
export const isWishForCertificate = (line: string): boolean =>
  line.length <= 24 && ASKS.test(line) && !OTHERS.test(line);

// What residents need papers for is no deputy's paper.
const OTHERS = /社区|派出所|居住|贫困|无犯罪|收入|户口|残疾|建议|反映|不给|难|资产|死亡|出生/u;

/** Makes the paper that was wished for in words. */
export const wishForCertificate: Command = (dialog, line, said, facts) =>
  make(dialog, ASKS.exec(line)?.groups?.["when"] ?? "", said, facts);

/** Papers for employers. */
export const CERTIFICATE_COMMANDS: Commands = { 履职证明: make, 开履职证明: make, 开证明: make };
