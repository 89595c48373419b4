import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { ShareAct, ShareRequest } from "#src/domain/requests/share.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { deniesEntered } from "../denies-entered.ts";
import { findNamedRecord } from "../named-record.ts";
import { readCorrection } from "../read-correction.ts";
import { findNames } from "#src/understanding/names.ts";
import { isSaidFor } from "../said-for.ts";
import { dayNamed, toldOfShare } from "../told-of-share.ts";
import { ask, inFocus } from "../turns.ts";
import { wordOnColleague } from "../word-on-colleague.ts";
import { namesNumber } from "../words.ts";
import type { Said } from "./report.ts";

/**
 * What a deputy puts right of a record that others made and that is being asked about: 是的,但是是5户, 不对,是前天. It is
 * of that record and of no other, and says that the rest is right. Undefined for all else, and where something of one's
 * own is in view.
 */
export function hearOnShare(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { asked } = facts;
  if (asked === undefined || inFocus(dialog) !== undefined || dialog.filed !== undefined) return undefined;
  const word = asked.act.do === "report.share" ? wordOnShare(said.text, asked.act, facts) : undefined;
  if (word !== undefined) return ask(dialog, word);
  // 14号我没去黄连村,替我报错了: no other day of it, and no yes to the rest.
  if (deniesEntered(said.text, facts)) return undefined;
  if (namesNumber(said.text) || findNamedRecord(said.text, facts) !== undefined) return undefined;
  const amendment =
    (asked.act.do === "report.acknowledge" ? alongWith(said.text, facts) : undefined) ??
    readPutRight(said, facts);
  return amendment === undefined || (amendment.field === "with" && asked.act.do === "report.share")
    ? undefined
    : ask(dialog, toRequest(asked.act, amendment));
}

// 李明说得对; 李明记错了,我没去; 就是今早罗吊村那五户: a yes or a no to what a colleague told.
function wordOnShare(
  text: string,
  asked: Extract<ShareAct, { do: "report.share" }>,
  facts: Facts,
): ShareRequest | undefined {
  const word = wordOnColleague(text, facts.people);
  if (word === undefined) {
    const told = toldOfShare(text, facts);
    return told === undefined ? undefined : { ...asked, told };
  }
  const { present, with: named } = word;
  const on = dayNamed(text, facts.today);
  return {
    ...asked,
    present,
    told: { ...(present ? { with: named } : {}), ...(on === undefined ? {} : { on }) },
  };
}

function toRequest(asked: ShareAct, amendment: Amendment) {
  if (asked.do === "report.share") return { ...asked, amendment };
  const { numbers } = asked;
  const [number, other] = numbers;
  return number !== undefined && other === undefined
    ? ({ do: "report.amend", number, amendment } as const)
    : ({ do: "report.amend", like: { numbers }, amendment } as const);
}

function readPutRight({ text, at }: Said, facts: Facts): Amendment | undefined {
  const line = text.normalize("NFKC").trim();
  const rest = afterYes(line);
  if (rest === undefined) return line.length > LONGEST ? undefined : readCorrection(line, facts, at);
  const amount = ONLY.exec(rest)?.groups?.["amount"];
  return (
    readCorrection(amount === undefined ? rest : `不对,是${amount}`, facts, at) ??
    (NAMES.test(rest) ? readCorrection(`不对,${rest}`, facts, at) : undefined)
  );
}

// 对,但是是和王芳一起的: of one's own record that staff entered, who went along.
function alongWith(text: string, { people }: Facts): Amendment | undefined {
  const rest = afterYes(text.normalize("NFKC").trim())?.replace(/[。!]+$/u, "") ?? "";
  const names = findNames(rest, people);
  const left = names.reduce((words, name) => words.replace(name, ""), rest);
  return names.length > 0 && ALONG.test(left)
    ? { field: "with", value: names.join("、"), more: true }
    : undefined;
}
const ALONG =
  /^(?:(?:我|就|是|还|也|同行|同去|和|跟|与|同|的|有|[、,\s])|代表)*(?:一起|一道|一路|一同|两个|也)?(?:去|走访|接待|在|参加|做)?(?:了|的)*$/u;

/** A correction is short; what is long tells of something. */
const LONGEST = 40;
const BUT = /^(?:但是?|不过|就是|只是|可是|然而|只不过|[,\s])+/u;

// 是的,但是… and 我也在,走了5户: what follows the yes.
function afterYes(line: string): string | undefined {
  const cut = /^(?<yes>[^,。;!\s]{1,10}?)(?:[,。;!\s]+|(?=但|不过|只是|可是))(?<rest>.+)$/u.exec(line);
  const { yes = "", rest = "" } = cut?.groups ?? {};
  if (yes === "" || rest.length > LONGEST || !AGREES.some((label) => isSaidFor(label, yes))) return undefined;
  return afterYes(rest) ?? rest.replace(BUT, "");
}
const AGREES = ["对,我也在", "对"];

// 我只去了2户, 走了5户左右: an amount and no day, of what is asked about.
const ONLY =
  /^(?:我们?|那天|当天|当时|那次|实际上?|其实|一共|总共|只有?|才|就|是|也|数?应该)*(?:(?:走访?|去|跑|看|慰问|接待|来|入户|到)了)?(?<amount>(?:大概|大约|差不多|约)?[\d一二两三四五六七八九十百]+(?:多|来)?(?:户|人次?|名|位|家|件|条|场|次|处|个)(?:人|群众|村民|居民|选民|左右|的|吧|样子)*)[。!]?$/u;
const NAMES = /^(?:时间|日期|日子|地[点方]|[人户件次]数|数[量字]|是|在)/u;
