import { atEnd, guarded } from "./guarded.ts";

// 至少3户, 不到10人: said before the amount.
const BEFORE = atEnd(
  /(?:至少|起码|不到|不足|不止|超过|接近|最多|顶多|约莫|估计|估摸|少说|大概|大约|差不多)(?:也|就|都|是|有|走访?|接待|来|到|了)*$/u,
);
// 12户左右, 30人上下, 8户多: said after it, or after what was counted.
const AFTER = guarded(
  /^(?:[^,。;\d一二两三四五六七八九十]{0,6}(?:左右|上下)(?!午|学|班|坡|楼|车|岗|级|乘)|以上|出头|还多|有余|多(?=[,。;吧]|$)|不止|的样子)/u,
);

/** True where what stands around an amount says that it is only about so much. */
export const isRough = (before: string, after: string): boolean => BEFORE.test(before) || AFTER.test(after);
