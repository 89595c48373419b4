import { guarded } from "./guarded.ts";

// 群众有意见要反映, 我要反映个情况, 选民托我说个事.
const ANNOUNCES = guarded(
  /^(?=[^,。]*(?:反映|反应|汇报|说|讲|要提))(?![^,。]*说事)(?:我们?|今天|刚才|这里|这边|代表|领导)*,?(?:有|又)?(?:[一两几]?[个位些名])?(?:群众|选民|村民|居民|老乡|老百姓|业主)?们?(?:都|来|找我|跟我|向我|托我|让我|喊我|找上门|有|想|要|得|需要|帮着|帮)*(?:反映|反应|汇报|说|讲)?(?:了|一下)?(?:[一几两]?[个件点些条样]|一下)?(?:小|大)?(?:情况|问题|意见|诉求|事情?)(?:要|想|需要|得)?(?:[跟向给][你您们]{1,2})?(?:反映|反应|汇报|说|讲|提)?(?:一?[下哈]|了)?[,。!哈吧啊]*$/u,
);

/** True for words that say that there is a matter, and not what it is. */
export const isAnnouncing = (text: string): boolean => text.length <= 24 && ANNOUNCES.test(text);
