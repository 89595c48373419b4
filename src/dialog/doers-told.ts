import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "./audience.ts";

// Words before a name at the head of a clause.
const LEAD = /^(?:还有|另外|以及|然后|再|和|代报|代记|上午|下午|晚上|在|[\s:])+/u;
// 王芳同行, 张伟反映路灯不亮: no deed of his own.
const BESIDE =
  /^(?:代表)?[^,。]{0,4}(?:同行|一起|一道|一路|陪同|也|同去|反映|反应|说(?![他她])|讲|提出|要求|希望|让我|托我|请我)/u;
// 分别走了3户、4户: a share for each of those who are named together.
const APART = /分别/u;
// 李明没空,王芳替他去: who is named first did nothing.
const INSTEAD =
  /^[^,。]{0,10}(?:没空|没去|没来|没有去|有事|来不了|去不了|走不开|没时间|请假|没参加|没接待|没走访)/u;

/**
 * The deputies of whom a sentence of staff tells several things, each of another one, or one of whom did it in the
 * other's place: a record is of one deputy, and nobody's deed is put down to another. Undefined for all else.
 */
export function doersTold(text: string, facts: Facts): readonly string[] | undefined {
  const { people, today } = facts;
  if (!isStaff(facts.speaker)) return undefined;
  const all = findNames(text, people);
  if (all.length < 2) return undefined;
  if (APART.test(text) && Object.keys(findCounts(text).counts).length > 0) return all;
  const heads = text
    .normalize("NFKC")
    .split(/[,。;!\n]/u)
    .flatMap((clause) => headOf(clause, people, today) ?? []);
  const doers = heads.filter(({ rest }) => isDeed(rest));
  const names = [...new Set(doers.map(({ name }) => name))];
  if (names.length > 1) return names;
  const [first] = heads;
  return first !== undefined && INSTEAD.test(first.rest) && mainKind(text) !== undefined ? all : undefined;
}

type Head = { readonly name: string; readonly rest: string };

function headOf(clause: string, people: readonly string[], today: Facts["today"]): Head | undefined {
  const [day] = findDates(clause, { today, prefer: "past" });
  const told = (day?.index === 0 ? clause.slice(day.text.length) : clause).replace(LEAD, "");
  const name = people.find((one) => told.startsWith(one));
  return name === undefined ? undefined : { name, rest: told.slice(name.length).replace(/^代表/u, "") };
}

const isDeed = (rest: string): boolean =>
  !BESIDE.test(rest) && (mainKind(rest) !== undefined || Object.keys(findCounts(rest).counts).length > 0);
