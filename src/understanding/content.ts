import { guarded } from "./guarded.ts";
import { complains } from "./problems.ts";

/** True where residents are heard and nothing is to be kept: 都说现在政策好, 另外两家没讲哪样. */
export const isContent = (voice: string): boolean =>
  NOTHING_SAID.test(voice) || (PLEASED.test(voice) && !complains(PLEASED.replace(voice, "")));
const NOTHING_SAID = guarded(
  /^[^。]{0,10}没(?:有|得)?(?:再)?(?:讲|说|提|反映)(?:出)?(?:什么|啥子?|哪样|过)|^[^,。]{0,10}没(?:有|得)(?:什么|啥子?|哪样)?(?:意见|要求|诉求|问题|困难)|^[^,。]{0,12}(?:晓得|知道|明白|清楚|记住)了[,。!]*$/u,
);
const PLEASED = guarded(
  /(?:政策|日子|生活|变化|环境|服务|工作|路|条件)[^,。]{0,6}(?:好(?:了|得很|多了|过)?|不错|安逸|巴适|方便(?:了|多了)?)[,。!]*$|(?:都|很|非常|比较)(?:很)?满意[,。!]*$/u,
);
