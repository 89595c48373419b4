import type { StaffRole } from "#src/domain/person.ts";

/** The roles a demo persona may show. */
export type PersonaRole =
  | "deputy"
  | "township_clerk"
  | "office"
  | "director"
  | "unit"
  | "resident"
  | "stranger";

/** One person to play in the demo. Ids never change between fresh starts. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly role: PersonaRole;
  /** Name of the org shown, and where a role or mandate is held. */
  readonly org: string;
};

const deputy = (id: string, name: string, org: string): Persona => ({ id, name, role: "deputy", org });

/** Everybody in the demo, in the order of the chooser. All names are invented. */
export const CAST: readonly Persona[] = [
  deputy("liming", "李明", "羊昌镇代表小组"),
  deputy("wangfang", "王芳", "羊昌镇代表小组"),
  deputy("chenjianguo", "陈建国", "羊昌镇代表小组"),
  deputy("yangxiuying", "杨秀英", "羊昌镇代表小组"),
  deputy("luowenjun", "罗文军", "羊昌镇代表小组"),
  deputy("wuhongmei", "吴红梅", "东风镇代表小组"),
  deputy("zhouzhiqiang", "周志强", "东风镇代表小组"),
  deputy("weiguoliang", "韦国良", "东风镇代表小组"),
  deputy("mengxiaolan", "蒙小兰", "东风镇代表小组"),
  deputy("zhangwei", "张伟", "东风镇代表小组"),
  { id: "clerk-yangchang", name: "刘敏", role: "township_clerk", org: "羊昌镇" },
  { id: "clerk-dongfeng", name: "赵勇", role: "township_clerk", org: "东风镇" },
  { id: "officer", name: "孙丽", role: "office", org: "乌当区" },
  { id: "director", name: "何志远", role: "director", org: "乌当区" },
  { id: "unit-urban", name: "区住建局", role: "unit", org: "区住房和城乡建设局" },
  { id: "unit-water", name: "区水务局", role: "unit", org: "区水务管理局" },
  { id: "resident", name: "居民", role: "resident", org: "" },
  { id: "stranger", name: "陌生人", role: "stranger", org: "" },
];

/** The staff role of a persona, where it has one. */
export const STAFF_ROLE_OF: Readonly<Record<PersonaRole, StaffRole | null>> = {
  deputy: null,
  township_clerk: "township_clerk",
  office: "office",
  director: "director",
  unit: "unit",
  resident: null,
  stranger: null,
};
