import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { audienceOf } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

// 我的异议到哪一步了, 我提的异议有结果没有.
const OWN =
  /^(?:请问|问一?下)?我(?:上次|之前|前几天)?提?的?异议[^,]{0,6}(?:哪一?步|[怎咋]么?个?样|结果|处理|批|核实|答复|回复|下文|消息|进展)[^,]{0,6}$/u;
// 罗文军的异议怎么说的, 有哪些异议, 还有几个异议没核实.
const OBJECTIONS =
  /^(?:看看|查一?下)?(?:[^,?]{2,4}(?:代表)?的|有|还有|哪些|几[个条份]|什么|提的){0,4}异议(?:是)?(?:怎么说|说的?(?:是)?(?:什么|啥)|是?什么|写的什么|内容|有?哪些|有?几[个条份]|名单|列表|没(?:有)?(?:核实|处理)|待(?:核实|处理))(?:的)?$|^(?:还)?有(?:哪些|几[个条份]|什么)异议(?:没核实|没处理|要核实|要处理)?(?:的)?$/u;
// 还有哪些人要核实, 核实名单: people, and no records.
const CASES =
  /^(?:还)?有?(?:哪些|哪几个|几个|多少)(?:人|代表)(?:的)?(?:缺席)?(?:还)?(?:要|需要|等着?|待|没(?:有)?)核(?:实|查)(?:的)?$|^(?:要|待)?核(?:实|查)(?:的)?(?:人员|代表)?(?:名单|线索)$|^(?:要|待)核(?:实|查)的(?:代表|人)(?:有哪些|有谁|是谁)?$/u;

// 杨秀英的情况我核查了,属实,已经谈话提醒: the case is closed with what was found.
const CHECKED =
  /^(?:对|关于|就)?(?:代表)?的?(?:这个|那个|缺席)?(?:的)?(?:情况|缺席|线索|事情?|问题)?(?:我们?|已经?|都)*(?:核查|核实|调查|查实|查清)(?:(?:过|了|清楚)+|(?=[,:;]))[\s,:;]*(?<note>[^?]*)$/u;
const OF_CASES = /缺席|情况|线索|谈话|约谈|提醒|谈过/u;
const OF_RECORDS = /记录|履职|走访|接待|意见|建议|积分|[履意建]-/u;

function hearChecked(dialog: Dialog, text: string, { people }: Facts): Turn | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[.!\u3002]+$/u, "");
  const [name, other] = findNames(line, people);
  if (name === undefined || other !== undefined || !OF_CASES.test(line) || OF_RECORDS.test(line))
    return undefined;
  const note = CHECKED.exec(line.replace(name, ""))?.groups?.["note"];
  return note === undefined ? undefined : ask(dialog, { do: "absence.close-case", name, note });
}

/** What became of one's own objection, and what the office asks of objections and cases that wait for it, or found out. */
export function hearObjectionsAsked(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").replace(/[\s.!?\u3002]+/gu, "");
  const audience = audienceOf(facts);
  if (OWN.test(line) && audience !== "office") return ask(dialog, { do: "absence.object", text: "" });
  if (audience !== "office") return undefined;
  if (OBJECTIONS.test(line)) return ask(dialog, { do: "figures.todo", what: "objections" });
  if (CASES.test(line)) return ask(dialog, { do: "figures.todo", what: "cases" });
  return hearChecked(dialog, text, facts);
}
