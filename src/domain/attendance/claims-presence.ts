// Away in any words goes before being there: 没去, 没签到, 请过假, 住院.
const AWAY = /[不没未](?:有|能|会)*(?:去|到|来|在|参加|签)|[去来]不了|请[过了]?假|住院|生病|出差/u;
const THERE =
  /在(?:会|现)?场|到(?:了|过)?会|去了(?:的|会场|现场)?[呀啊呢]?(?:[,。;!\s]|$)|参加了|签[过了]?到|坐在?(?:最?前|最?后|第|中间)|(?:照片|监控|录像|视频)[^,。]{0,4}有|我到了|我在的/u;

/** True where an objection says that the deputy was there, and not why he or she was away. In doubt it does not. */
export const claimsPresence = (words: string): boolean => THERE.test(words) && !AWAY.test(words);

/** True where words say that somebody was away, for whatever reason. */
export const saysAway = (words: string): boolean => AWAY.test(words);
