import { isOpinionCategory } from "#src/domain/opinion-category.ts";
import { sequence } from "../linear.ts";
import { CLASSES, type Lesson } from "./train.ts";

/** Hand-written parts of what residents say: category, role, words. */
type Parts = { readonly things: string[]; readonly troubles: string[]; readonly wishes: string[] };

const PLACES =
  "我们村 村里 寨子里 我们小区 小区门口 镇上 街上 学校旁边 我家楼下 黄连村 平寨村三组 洛湾社区 羊昌镇 东风镇 观溪路 新光路 河边 附近 我们这里 这边 对面 县里 区里 市里 老城区 火车站附近 二组 门口 小学门口 医院门口 幼儿园旁边 卫生院对面 市场旁边 敬老院旁边 村委会门口 学校周边 派出所对面 车站旁边 孩子上学 老人 娃儿".split(
    " ",
  );
const FRAMES =
  "{p}{t}{x}|{t}{x}|{p}{t}{x},{w}|{t}{x},{w}|反映{p}{t}{x}|群众反映{t}{x}|关于{p}{t}的问题|关于{t}{x}的反映|投诉{t}{x}|咨询{t}的问题|请问{t}怎么办理|{p}的{t}什么时候解决|建议{w}|{w},{t}{x}|{t}的事|{t}问题|{p}{t}好恼火|请政府管管{t}|{t}、{u}{x}|{p}{t}{x},{u}也{y}|尊敬的领导您好,我是{p}居民,{p}的{t}{x},多次反映没有结果,{w},谢谢|领导您好:我们是{p}的群众,多年来{t}{x},给大家生活带来不便,{u}{y},请领导在百忙中关注,{w}|您好,我想问一下{t}的政策,{u}是不是{y},{w}|{p}{t}{x}已经很久了,找过相关部门都说没办法,{w}|本人是{p}的普通市民,就{t}问题向您反映:{t}{x},{u}{y},严重影响群众,{w}".split(
    "|",
  );
/** How many sentences take their trouble from anywhere: what goes wrong tells less than what it happens to. */
const BORROWED = 0.4;
const EACH = 1_400;

/**
 * Sentences for every category, combined from hand-written parts in a fixed order: short titles, spoken complaints
 * and long formal letters, with the same places and polite words in all so that these weigh nothing.
 */
export function composeLessons(table: string): Lesson[] {
  const parts = readParts(table);
  const mixed = { troubles: [...parts.values()].flatMap(({ troubles }) => troubles) };
  return CLASSES.flatMap((category, nth) => {
    const own = parts.get(category);
    if (own === undefined) return [];
    const next = sequence(nth + 11);
    const borrowed = category === "none" ? own : mixed;
    const single = [...own.things, ...own.troubles, ...own.wishes].map((text) => ({ text, category }));
    const told = Array.from(
      { length: category === "none" || category === "other" ? EACH / 2 : EACH },
      () => ({
        text: compose(next() < BORROWED ? { ...own, troubles: borrowed.troubles } : own, next),
        category,
      }),
    );
    return [...single, ...single, ...told];
  });
}

function compose(parts: Parts, next: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  return pick(FRAMES)
    .replaceAll("{p}", pick(PLACES))
    .replaceAll("{t}", pick(parts.things))
    .replaceAll("{u}", pick(parts.things))
    .replaceAll("{x}", pick(parts.troubles))
    .replaceAll("{y}", pick(parts.troubles))
    .replaceAll("{w}", pick(parts.wishes));
}

function readParts(table: string): Map<string, Parts> {
  const parts = new Map<string, Parts>();
  for (const line of table.trim().split("\n")) {
    const [category = "", role = "", words = ""] = line.split("\t");
    if (!isOpinionCategory(category) && category !== "none") continue;
    const own = parts.get(category) ?? { things: [], troubles: [], wishes: [] };
    parts.set(category, own);
    const list = words.split(" ");
    if (role === "trouble") own.troubles.push(...list);
    else if (role === "wish") own.wishes.push(...list);
    else own.things.push(...list);
  }
  return parts;
}
