import { everywhere, guarded } from "./guarded.ts";
import { mainKind } from "./kinds.ts";
import { complains } from "./problems.ts";

const OF = "(?:履职|活动|工作|主要|具体|走访|接待|服务)?";
const AMOUNT = "(?:户数|人数|件数|人次数?|次数|场次|场数|起数|条数|家数|数量|时长|天数|金额)";
// What a form asks for, in the order in which a sentence tells it.
const FIELDS = {
  day: `${OF}(?:日期|时间)`,
  place: `${OF}(?:地点|地址|地方|场所|位置)`,
  kind: `${OF}(?:类型|类别|种类|形式|方式)`,
  what: `${OF}(?:内容|事项|主题|名称|情况|简述)`,
  amount: `[一-龥]{0,4}${AMOUNT}`,
  with: "(?:同行|陪同|随行)(?:人员|代表|人)?",
  voices: "(?:群众|选民|居民|收集的?|反映的?)?(?:意见|建议|诉求|问题|反映)(?:建议)?",
  rest: "备注|说明|参加人员|参会人员|参与人员|主持人|联系人|姓名|代表",
} as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS).filter((one): one is Field => one in FIELDS);

const BEGINS = "(?:^|(?<=[,。;\\s一-龥\\d]|[\\]】]))\\s*(?:\\d{1,2}[.、)])?\\s*";
const LABEL = new RegExp(NAMES.map((name) => `(?<${name}>${FIELDS[name]})`).join("|"), "u");
const LABELS = everywhere(
  new RegExp(
    `${BEGINS}(?:${NAMES.map((name) => FIELDS[name]).join("|")})\\s*:|[【[](?:${NAMES.map((name) => FIELDS[name]).join("|")})[\\]】]:?`,
    "gu",
  ),
);
const MAY_BE_FORM = guarded(/(?:类型|类别|种类|形式|方式|内容|事项|主题|名称|情况|简述)\s*[:\]】]/u);
const LEAST = 3;
const MOST = 16;

/** What a form tells, as a sentence: of a duty, or of a matter of residents. */
type Form = { readonly of: "report" | "opinion"; readonly told: string };

/**
 * What a form that is filled in tells: 类型:走访群众;日期:12月1日;地点:黄连村;户数:6. Undefined where no form is, or more than
 * one.
 */
export function fromForm(text: string): Form | undefined {
  if (!MAY_BE_FORM.test(text)) return undefined;
  const labels = LABELS.list(text, MOST);
  if (labels.length < LEAST || labels[0]?.index !== 0) return undefined;
  const told = new Map<Field, string>();
  for (const [nth, { 0: words, index }] of labels.entries()) {
    const value = text
      .slice(index + words.length, labels[nth + 1]?.index)
      .replace(/^[\s,。;:]+|[\s,。;]+$|[\s,;。]+\d{1,2}[.、)]$/gu, "");
    const groups = LABEL.exec(words)?.groups ?? {};
    const name = NAMES.find((one) => groups[one] !== undefined);
    if (name === undefined || value === "") continue;
    const before = told.get(name);
    if (before !== undefined && name !== "amount" && name !== "rest") return undefined;
    const own = name === "amount" || name === "rest" ? `${groups[name] ?? ""}${value}` : value;
    told.set(name, before === undefined ? own : `${before},${own}`);
  }
  if (!told.has("day") && !told.has("place")) return undefined;
  const deed = deedOf(told.get("kind"), told.get("what"));
  if (deed !== undefined) return { of: "report", told: sentence(told, deed) };
  // 类型:交通;地点:黄连村;内容:路灯不亮.
  const matter = told.get("what");
  return matter === undefined || !complains(matter)
    ? undefined
    : { of: "opinion", told: `${told.get("place") ?? ""}${matter}` };
}

// 类型:走访群众, 内容:走访群众6户: said once.
function deedOf(kind: string | undefined, what: string | undefined): string | undefined {
  const deed =
    kind === undefined || what?.includes(kind) === true
      ? what
      : what === undefined
        ? kind
        : `${kind},${what}`;
  return deed === undefined || mainKind(deed) === undefined ? undefined : deed;
}

function sentence(told: ReadonlyMap<Field, string>, deed: string): string {
  const place = told.get("place");
  const company = told.get("with");
  const voices = told.get("voices");
  const where = place === undefined || deed.includes(place) ? "" : `在${place}`;
  return [
    `${told.get("day") ?? ""}${where}${company === undefined ? "" : `和${company}一起`}${deed}`,
    told.get("amount"),
    told.get("rest"),
    voices === undefined ? undefined : `群众反映:${voices}`,
  ]
    .filter((one) => one !== undefined)
    .join(",");
}
