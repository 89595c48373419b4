import { guarded } from "../guarded.ts";
import type { AskedChange } from "#src/domain/requests/mandate.ts";

/** Where the words for a change stand, and whether they stand alone before all others, as a command does. */
export type FoundChange = {
  readonly change: AskedChange;
  readonly index: number;
  readonly isCommand: boolean;
};

const COMMAND = guarded(/^(?:补选|暂停|恢复|接受辞职|终止|罢免|调动|换届)(?=[ ,:]|$)/u);

const OFFICE = "(?:代表)?(?:职务|资格|职责)";

// The first that fits wins: 解除暂停 is no suspension, 终止暂停 no termination.
const WORDS: readonly (readonly [AskedChange, RegExp])[] = [
  ["new_term", /^换届(?=[ ,:]|$)|换届[^。]{0,20}届|第?[一二三四五六七八九十\d]+届[^。]{0,20}换届/u],
  [
    "by_election",
    /补选(?!结果|工作|投票|办法|程序|会议)|增补[^,。]{0,12}为[^,。]{0,12}代表|新(?:增|当选)(?:一[名位])?代表|当选为?[^,。]{0,12}代表/u,
  ],
  [
    "resume",
    new RegExp(
      `恢复(?:执行|行使)?[^,。]{0,12}${OFFICE}|(?:解除|结束|取消|终止|撤销)[^,。]{0,10}暂停|^恢复(?=[ ,:]|$)`,
      "u",
    ),
  ],
  [
    "suspend",
    new RegExp(
      `(?:暂停|停止)(?:执行|行使)?[^,。]{0,14}${OFFICE}|${OFFICE}[^,。]{0,14}暂停|^暂停(?=[ ,:]|$)`,
      "u",
    ),
  ],
  [
    "resign",
    /(?:接受|同意|批准|通过|准予)[^,。]{0,20}(?:辞职|辞去)|(?:辞职|辞去[^,。]{0,12}职务)[^。]{0,14}(?:接受|同意|批准|通过|生效)|^辞职(?=[ ,:]|$)/u,
  ],
  [
    "terminate",
    new RegExp(
      `(?:终止|取消|撤销)[^,。]{0,14}${OFFICE}|${OFFICE}[^,。]{0,14}终止|罢免|^终止(?=[ ,:]|$)`,
      "u",
    ),
  ],
  ["transfer", /^调动|(?:调动|调整|调|转|划|编|分)(?:到|入|至|往|去)|从[^,。]{2,12}(?:调|转|划|编)/u],
];

// A question, a rule or an outing is no change.
const NOT_A_CHANGE = guarded(
  /[?]|[吗呢]$|多少|几[个名位次人]|有几|谁|哪|怎么|怎样|如何|会不会|能不能|要不要|是不是|统计|名单|导出|规定|制度|办法|程序|流程|听说|据说|参加|开展|组织了?|召开|宣传|建议|反映|希望|打算|准备|走访|看望|慰问|调解|接待|视察|调研/u,
);

/** The change that a text speaks of, if it speaks of one as of something decided. */
export function findChange(text: string): FoundChange | undefined {
  if (NOT_A_CHANGE.test(text)) return undefined;
  for (const [change, words] of WORDS) {
    const found = words.exec(text);
    if (found !== null) return { change, index: found.index, isCommand: COMMAND.test(text) };
  }
  return undefined;
}
