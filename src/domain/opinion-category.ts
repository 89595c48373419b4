/** What an opinion is about, with its name for people. Source: the exchange format of the evaluation corpus. */
export const OPINION_CATEGORIES = {
  urban: "城乡建设",
  transport: "交通",
  environment: "环境",
  education: "教育文体",
  health: "医疗卫生",
  labor: "劳动社保",
  commerce: "商贸旅游",
  agriculture: "农业农村水利",
  civil_affairs: "民政养老救助",
  safety: "公共安全",
  utilities: "水电气讯",
  government: "政务作风",
  other: "其他",
} as const satisfies Record<string, string>;

/** What an opinion is about; `other` where nothing else fits. */
export type OpinionCategory = keyof typeof OPINION_CATEGORIES;

/** True for a category of opinions. */
export const isOpinionCategory = (value: string): value is OpinionCategory =>
  Object.hasOwn(OPINION_CATEGORIES, value);
