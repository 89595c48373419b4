import type { Facts } from "#src/domain/facts.ts";
import { audienceOf } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

// 我的异议到哪一步了, 我提的异议有结果没有.
const OWN =
  /^(?:请问|问一?下)?我(?:上次|之前|前几天)?提?的?异议[^,]{0,6}(?:哪一?步|[怎咋]么?个?样|结果|处理|批|核实|答复|回复|下文|消息|进展)[^,]{0,6}$/u;
// 罗文军的异议怎么说的, 有哪些异议, 还有几个异议没核实.
const OBJECTIONS =
  /^(?:看看|查一?下)?(?:[^,?]{2,4}(?:代表)?的|有|还有|哪些|几[个条份]|什么|提的)*异议(?:是)?(?:怎么说|说的?(?:是)?(?:什么|啥)|是?什么|写的什么|内容|有?哪些|有?几[个条份]|名单|列表|没(?:有)?(?:核实|处理)|待(?:核实|处理))(?:的)?$|^(?:还)?有(?:哪些|几[个条份]|什么)异议(?:没核实|没处理|要核实|要处理)?(?:的)?$/u;
// 还有哪些人要核实, 核实名单: people, and no records.
const CASES =
  /^(?:还)?有?(?:哪些|哪几个|几个|多少)(?:人|代表)(?:的)?(?:缺席)?(?:还)?(?:要|需要|等着?|待|没(?:有)?)核(?:实|查)(?:的)?$|^(?:要|待)?核(?:实|查)(?:的)?(?:人员|代表)?(?:名单|线索)$|^(?:要|待)核(?:实|查)的(?:代表|人)(?:有哪些|有谁|是谁)?$/u;

/** What became of one's own objection, and what the office asks of objections and cases that wait for it. */
export function hearObjectionsAsked(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").replace(/[\s.!?\u3002]+/gu, "");
  const audience = audienceOf(facts);
  if (OWN.test(line) && audience !== "office") return ask(dialog, { do: "absence.object", text: "" });
  if (audience !== "office") return undefined;
  if (OBJECTIONS.test(line)) return ask(dialog, { do: "figures.todo", what: "objections" });
  return CASES.test(line) ? ask(dialog, { do: "figures.todo", what: "cases" }) : undefined;
}
