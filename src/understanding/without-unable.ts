import { guarded } from "./guarded.ts";

// …走访了5户,她不会用手机,我替她报: why somebody else enters it is no matter of residents.
const UNABLE = guarded(
  /[,。](?:因为?|由于)?(?:他|她|本人|老人家)?(?:(?:不|没)(?:太|大|怎么|得)?(?:会|懂|习惯)(?:用|打|弄|玩|操作|搞)?(?:智能)?(?:手机|微信|电脑|软件|小程序|打字|写字|拼音|这个|这些)|手机(?:坏|没电|没带|不在|丢)[^,。]{0,3}|没(?:有|得)?(?:智能)?(?:手机|微信)|(?:眼睛|视力)不(?:太|大)?好(?:使)?|打字不?(?:太|大)?(?:方便|慢)|不方便(?:报|打字|操作|登记))(?=[,。]|$)/u,
);

/** What is told of somebody else without why he or she does not enter it: that is no matter of residents. */
export const withoutUnable = (text: string): string => UNABLE.replace(text, "");
