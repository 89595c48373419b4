import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { askedPlaces } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import { basisOf, waitingBasis } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { recordLike } from "../record-like.ts";
import { sentBack } from "../sent-back.ts";
import { ask, say } from "../turns.ts";
import type { Said } from "./report.ts";

const LONGEST = 60;
const FIELD = "(?:户数|人数|件数|(?<![那这一])次数|数量|数字|地点|地方|日期|日子|时间|同行|内容|照片|附件)";
// Where what is wrong begins, or the order to send it back.
const WRONG = new RegExp(
  `${FIELD}|(?:写|报|填|记|搞|弄|登|算)(?:错|得不对|重)|不对|不属实|有误|有问题|有出入|没写清|应该?[是为]|应为|退回|打回|改[成为到]`,
  "u",
);
// 陈建国昨天走访了8户,地点黄连村 is told for him, and nothing is wrong with it.
const IS_WRONG = /错|不对|不属实|有误|有问题|出入|没写清|应该?[是为]|应为|对不上|改[成为到]|退回|打回/u;
const ORDERED = /^(?:退回|打回)/u;
const ELSE = /缺席|到会|考勤|请假|准假|签到|自评|述职|报告|意见|建议|议案|活动|会议|[履活意建]-?\d{4}/u;
const ASKS = /[?吗呢]|怎么|谁|多少|几[户人条次]|哪|是不是|有没有/u;

// 李明的退回去, 王芳那条改成5户: of whatever of his or hers waits.
const ONE_OF_HIS = /^(?:代表)?(?:的|(?:报|交|记)的|[那这]一?[条份个]|记录|履职)*$/u;
// 刚才替杨秀英记的那条应该是5户: it stands, and is no new deed of hers.
const AS_ENTERED =
  /^(?:刚才|刚刚|刚)?(?:上面|前面|今天)?我?[替帮给代为](?:代表)?代?[记报登填]的(?:[那这]?一?[条份个次])?(?:记录|履职)?$/u;
const CLEARLY = /^(?:退回|打回|改[成为到])/u;

// 给王芳改一下,她12月1号的走访是5户: what is told of it is how it should be.
const TO_CHANGE =
  /^(?:请|麻烦)?(?:给|帮|替|把)(?<name>[\u4e00-\u9fff\u00b7]{2,4}?)(?:代表)?的?(?:记录|履职)?(?:更?改|修改)一?[下改][,:\s]+(?:[他她])?的?(?<rest>.+)$/u;
function asWrong(line: string): string {
  const { name, rest } = TO_CHANGE.exec(line)?.groups ?? {};
  if (name === undefined || rest === undefined) return line;
  return `${name}${IS_WRONG.test(rest) ? rest : rest.replace(/(?:其实)?是(?=约?\d|[一二两三四五六七八九十]|在)/u, "应该是")}`;
}

/**
 * Staff say in their own words what is wrong with a deputy's record, which they name by its day or kind: 李明11月30日走访的
 * 户数写错了,应该是8户. What is like it is shown before it goes back, for that reason. Undefined for all else.
 */
export function hearSaidWrong(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const line = asWrong(text.normalize("NFKC").trim());
  if (!isStaff(facts.speaker) || line.length > LONGEST) return undefined;
  const plain = line.replace(/^(?:请|麻烦|帮我|把|将|[\s,])+/u, "");
  const order = ORDERED.exec(plain)?.[0] ?? "";
  const rest = plain.slice(order.length).replace(/^(?:掉|给|[\s,:])+/u, "");
  const at = order === "" ? (WRONG.exec(rest)?.index ?? -1) : reasonAt(rest);
  if (at < 0) return undefined;
  const [head, wrong] = [
    rest.slice(0, at).replace(/[,。;\s]+$/u, ""),
    rest.slice(at).replace(/^[,。;:\s]+/u, ""),
  ];
  // 退回 …,请写清楚是哪几户: what the reason asks is asked of the deputy.
  const named = order === "" && !ORDERED.test(wrong) ? line : head;
  if (ELSE.test(named) || ASKS.test(named)) return undefined;
  const [person, other] = findNames(head, facts.people);
  if (person === undefined || other !== undefined || /[,。;]/u.test(head)) return undefined;
  if (order === "" && !IS_WRONG.test(wrong)) return undefined;
  const which = head.replace(person, "");
  if (AS_ENTERED.test(which)) return ofEntered(dialog, wrong, facts);
  const goesBack = order !== "" || ORDERED.test(wrong);
  if (ONE_OF_HIS.test(which) && (goesBack ? isOfRecord(dialog, which, wrong) : CLEARLY.test(wrong))) {
    const why = order === "" ? sentBack(wrong, facts) : wrong;
    const basis = waitingBasis({ person }, facts);
    return why === undefined
      ? undefined
      : ask(dialog, { do: "verify.return-list", which: { basis }, reason: why, one: true });
  }
  const meant = recordLike(which.replace(/^代表|的$/gu, ""), facts);
  // A village may be on no register.
  const spot = meant?.place ?? askedPlaces(which, facts)[0];
  const like = meant ?? (spot === undefined ? undefined : {});
  if (like === undefined || (like.from === undefined && like.kind === undefined && !goesBack))
    return undefined;
  const reason = order === "" ? sentBack(wrong, facts) : wrong;
  if (reason === undefined) return undefined;
  const { from, to = from, kind } = like;
  const asked = {
    person,
    ...(spot === undefined ? {} : { org: spot }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  };
  const basis = from === undefined ? waitingBasis(asked, facts) : basisOf(asked, facts);
  const one = A_SINGLE.test(which) ? { one: true as const } : {};
  return ask(dialog, { do: "verify.return-list", which: { basis }, reason, ...one });
}

// Where the reason begins: behind what stands first, or with what is wrong.
const reasonAt = (rest: string): number => {
  const marks = [/[,。;:]/u, WRONG].flatMap((one) => one.exec(rest)?.index ?? []);
  return Math.min(rest.length, ...marks);
};
const A_SINGLE = /[那这]一?[条份个次]/u;

// 李明的退回去,太短了 may be of what he handed in; 退回 李明 names nothing, and why is not said either.
const isOfRecord = ({ listed }: Dialog, which: string, wrong: string): boolean =>
  which + wrong !== "" && (listed !== undefined || OF_RECORD.test(which) || OF_RECORD.test(wrong));
const OF_RECORD = new RegExp(`[那这][条次]|记录|履职|${FIELD}`, "u");

// What was entered just now is known; of anything else the number is wanted.
function ofEntered(dialog: Dialog, wrong: string, facts: Facts): Turn {
  const [number, other] = (dialog.filed ?? []).filter((one) => one.startsWith("履"));
  const reason = sentBack(wrong, facts) ?? wrong;
  return number === undefined || other !== undefined
    ? say(dialog, { kind: "report.refused", why: "take-back-first" })
    : ask(dialog, { do: "verify.return", number, reason, ask: true });
}
