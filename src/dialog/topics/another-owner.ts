import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import type { Said } from "./report.ts";
import { askWhose } from "./whose.ts";

const SLIP =
  "(?:(?:我|刚才)?(?:[弄搞记写填报说点选认]错|错)了?(?:人|代表|名字)?了?|(?:人|代表|名字|姓名)(?:都|是)?(?:[弄搞记写填报说点选认])?(?:错|不对)了?|不对|不好意思|哎呀?|换个?人)";
const LONGEST = 40;
const IS =
  "(?:(?:而|其实|应该|应当|应|就|要|得)*(?:是|为|给|替|帮|记在|记到|记给|记成?|算在?|换成?|改成?|改为|改到|写成?|叫)+)";
const DID = "(?:记|(?:去|做|办|报|记|来|走访|接待|参加|调解|慰问|视察)?的)";
const THERE = "(?:(?:的)?(?:名下|头上|身上|名字|那里)(?:去|的)?)";
// 陈建国没去, 不是他: whose it is not.
const notOf = (owner: string): string =>
  `(?<not>(?:不是|不该是)(?:${owner}|他|她|这[位个]代表)(?:代表)?${DID}?|${owner}(?:代表)?(?:根本|并)?(?:没有?(?:去|来|空|时间|参加)|不在))`;
// 改代表 王芳, 代表应该是王芳.
const FIELD =
  "(?<field>(?:(?:要|得|请|把|将)*[改换](?:一下)?(?:代表|人)(?:姓名|名字)?|(?:代表|履职人|本人)(?:的?姓名|的?名字)?(?=应|是|改|换|写|:|\\s)))";

const END = /(?:吧|哈|啊|哦|嘛|哟|才对|才是|[.!。\s])+$/u;
const NOBODY = /[今昨前天日号月户人次件条村组镇]|没有|不/u;

/**
 * Words that say whose a card is that staff made: 不是陈建国,是王芳, 是罗文军的, 改代表 王芳. Undefined for all else, and
 * where they may be of who went along.
 */
export function ownerMeant(
  text: string,
  owner: string,
  { reports, questions }: Pick<ReportCard, "reports" | "questions">,
  { people }: Pick<Facts, "people">,
): string | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(END, "")
    .replace(new RegExp(`[,\\s]+不是${owner}(?:代表)?的?$`, "u"), "的");
  if (line.length > LONGEST) return undefined;
  const found = new RegExp(
    `^(?:(?<slip>${SLIP})[,\\s]*)*(?:这(?:条|次|个)?)?(?:(?:${notOf(owner)}|${FIELD})[,:\\s]*)?(?<is>${IS})?\\s*(?<name>[一-龥·]{2,4}?)(?:代表)?(?<of>${DID}|${THERE})?$`,
    "u",
  ).exec(line)?.groups;
  const { slip, not, field, is, name = "", of } = found ?? {};
  if (name === "" || name === owner) return undefined;
  if (!people.includes(name))
    return not !== undefined && is !== undefined && !NOBODY.test(name) ? name : undefined;
  if (not !== undefined || field !== undefined || of !== undefined || /[人名换]|代表/u.test(slip ?? ""))
    return name;
  const isOpen = questions.length > 0 || reports.some((one) => one.with !== undefined && one.with.length > 0);
  return is !== undefined && !isOpen ? name : undefined;
}

/** The card of the deputy whose it is meant to be, once the house has found him or her. */
export function hearOwner(dialog: Dialog, card: ReportCard, { text }: Said, facts: Facts): Turn | undefined {
  const { onBehalf } = card;
  const name = onBehalf === undefined ? undefined : ownerMeant(text, onBehalf, card, facts);
  return name === undefined ? undefined : askWhose(dialog, withoutCompanion(card, name), name);
}

// Nobody goes along with himself.
const withoutCompanion = (card: ReportCard, name: string): ReportCard => ({
  ...card,
  reports: card.reports.map(({ with: named, ...report }) => {
    const others = (named ?? []).filter((one) => one !== name);
    return others.length === 0 ? report : { ...report, with: others };
  }),
});
