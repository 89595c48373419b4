import { isOpinionCategory, OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";

/** Which opinions: of one category, or the urgent ones. */
export type OpinionKind = { readonly category?: OpinionCategory; readonly urgent?: true };

const URGENT = /(?:紧急|加急|急)(?:类|件)?的?/u;

// What each is called, and for short; 其他 may be said of anything and is none.
const SHORT: Partial<Record<OpinionCategory, string>> = {
  urban: "城乡建设|城建",
  transport: "交通",
  environment: "环境|环保",
  education: "教育文体|教育|文体",
  health: "医疗卫生|医疗|卫生",
  labor: "劳动社保|劳动|社保",
  commerce: "商贸旅游|商贸|旅游",
  agriculture: "农业农村水利|农业农村|农业|水利",
  civil_affairs: "民政养老救助|民政|养老|救助",
  safety: "公共安全",
  utilities: "水电气讯|水电",
  government: "政务作风|政务|作风",
};
const CATEGORIES = Object.keys(OPINION_CATEGORIES)
  .filter(isOpinionCategory)
  .flatMap((category) => {
    const names = SHORT[category];
    return names === undefined
      ? []
      : [[category, new RegExp(`(?:${names})(?:类|方面|领域)?的?`, "u")] as const];
  });

/** Which kind of opinions words ask for, and what they say besides. */
export function readOpinionKind(words: string): { readonly which: OpinionKind; readonly about: string } {
  const found = CATEGORIES.find(([, names]) => names.test(words));
  const left = found === undefined ? words : words.replace(found[1], " ");
  const isUrgent = URGENT.test(left);
  return {
    which: {
      ...(found === undefined ? {} : { category: found[0] }),
      ...(isUrgent ? { urgent: true } : {}),
    },
    about: (isUrgent ? left.replace(URGENT, " ") : left).trim(),
  };
}
