import { type Rendered, says, words } from "./rendered.ts";

/** Whether a second factor is set up, and what to do about it. */
export const factorState = (confirmed: boolean): Rendered => (confirmed ? FACTOR_IS_ON : FACTOR_NEXT);

/** To a code in a chat, of somebody who has an authenticator. */
export const NUMBER_WANTED = words(
  "绑定码对了。您设过动态口令,绑定这里也要填。",
  "请打开手机上的验证器,把现在的6位数字发过来,比如:123456",
  "换了手机、找不到验证器的,请当面找给您绑定码的人重新办。",
);

/** What the owner of an authenticator reads whose numbers somebody guesses. */
export const numbersGuessed = (shut: boolean): Rendered => ({
  ...words(
    shut
      ? "今天有人一再填错您的动态口令。填错的那个登录已经退出,没用过的绑定码也作废了。"
      : "刚才,有人在10分钟里填错了5次您的动态口令。",
    shut ? "是您自己填的,请向给您绑定码的人要一个新的。" : "是您自己填的,过10分钟再填就行。",
    "不是您:请点下面的按钮(或者说:退出其他登录),并马上告诉镇街人大或代表工委。",
  ),
  choices: [says("不是我,退出其他登录", "退出其他登录")],
});

const FACTOR_IS_ON = words(
  "您的动态口令已经设好了:用绑定码进网页聊天,或者绑定微信,都要再填它。",
  "换了手机、找不到验证器的,请当面找给您绑定码的人重新办。",
);
const FACTOR_NEXT = words(
  "好的。您下次用绑定码进网页聊天时,页面会教您设动态口令。",
  "现在就要设,请向给您绑定码的人要一个新的。已经绑定的微信里不用填。",
);
