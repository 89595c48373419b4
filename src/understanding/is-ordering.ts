import { guarded } from "./guarded.ts";

// 名单请予提供, 请列出…的代表, 履职情况调一份出来: what is kept, and that it be handed over.
const ORDERS = guarded(
  /(?:名单|(?:没|未)[^,。]{0,6}的(?:代表|人)|情况|记录|清单|统计|台账|档案|户数|人次|次数|单子)[,\s]?(?:请|给我|帮我|麻烦)?(?:予以?|帮忙|你们?)?(?:查询|查一?下|列出|列明|列一?下|列个名单|列个单子|提供|核查|核对|汇总|报一?下|报我|发我|发一?下|发我|调取|调出|[调拿发给列打拉][一个]?份|拿来|调来|给我)|^(?:请|麻烦|帮我|帮忙)(?:予以|你们?)?(?:列出|列明|列一?下|提供|查询|核查|查一?下|查阅|调取|调阅|汇总|统计)[^,。?]{0,24}(?:名单|(?:没|未)[^,。]{0,6}的(?:代表|人)|情况|代表|人员|清单|意见|建议|台账|档案|统计|数)[。!]*$/u,
);
const TOLD = guarded(/[\d一二两三四五六七八九十](?:户|位|名|家|件|起|场)|[了过][,。]|群众|居民|村民/u);

/** True for the orders of staff to hand over what is kept, which tell of nothing. */
export const isOrdering = (text: string): boolean =>
  text.length <= 40 && ORDERS.test(text) && !TOLD.test(text);
