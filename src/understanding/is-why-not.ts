import { guarded } from "./guarded.ts";

const WHY_NOT = guarded(
  /(?:怎么|咋个?|为(?:什么|啥|何)|为哪样)[^,。;]{0,4}(?:还)?没(?:有)?(?:给我?)?(?:被)?(?:算|记(?!得|住)|显示|加分|录进?|登记?上?|入账|得分|看到|统计)/u,
);

/** True for a question why something was not filed or counted: 昨天走访了5户这条怎么没算分. */
export const isWhyNot = (text: string): boolean => text.length <= 40 && WHY_NOT.test(text);
