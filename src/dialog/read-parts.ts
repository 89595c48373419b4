import type { Facts } from "#src/domain/facts.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { findNames } from "#src/understanding/names.ts";
import { shortKind, withoutKinds } from "./asked-kinds.ts";
import { saidPlaces } from "./asked-places.ts";
import type { Asked } from "./basis-of.ts";
import type { Said } from "./topics/report.ts";

const FILLER =
  /来?看一?[看下]?|查一?下|查询?|列一?下|列出来?|请问?|帮我|麻烦|给我|发我|导出|下载|履职|记录|表格?|名单|情况|数据|统计|汇总|总数|次数|户数|人数|条数|多少|好多|几|哪些|哪|谁|有没有|没有|一共|总共|目前|现在|全区|全镇|本[镇区乡]|[我咱]们?[区镇乡]?|本人|自己|代表|都|还|共|占|各|分别|有|是|的|了|和|与|里面?|中|当中|里头|其中|[条次个份户件场起家位名人呢吗啊吧数]|[\s、,;:?.!\u3002]/gu;

/** What words ask about, wherever it stands in them, and what is left of them that asks about nothing known. */
export function readParts(
  rest: string,
  { at }: Pick<Said, "at">,
  facts: Facts,
): { readonly asked: Asked; readonly left: string } {
  const dates = findDates(rest, { today: localDay(at, facts.zone), prefer: "past" });
  const [period, ...others] = dates;
  const [person, another] = findNames(rest, facts.people);
  const kind = shortKind(rest);
  const known = [
    ...saidPlaces(rest, facts),
    ...(period === undefined ? [] : [period.text]),
    ...(person === undefined ? [] : [person]),
    findCut(rest)?.text ?? "",
  ];
  const bare = known.reduce((words, one) => words.replace(one, " "), rest);
  // Two periods or persons at once are no one figure.
  const more = [...others.map(({ text }) => text), another ?? ""].join("");
  return {
    asked: {
      ...(period === undefined ? {} : { from: period.start, to: period.end }),
      ...(person === undefined ? {} : { person }),
      ...(kind === undefined ? {} : { kind }),
    },
    left: more === "" ? withoutKinds(bare).replace(FILLER, "") : more,
  };
}
