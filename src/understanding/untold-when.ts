import { guarded } from "./guarded.ts";

// 嗯,对了,我们前阵子…: what may stand before it.
const LEAD =
  "(?:^|[,。;:、\\s])(?:[嗯哦唉诶呃]|对了|那个|还有|补(?:报|登|记)?(?:一?下|一条)?|我们?|咱们?|本人|俺|就是?|也|又|其实)*";

// 上次群众反映的路灯, 之前提的建议, 年初说过的事: the word belongs to what is spoken of, not to the deed.
const OF_SOMETHING =
  "(?![^,。;]{0,14}(?:反映|反应|提(?!供|升|高|前|着|起|了点)|说|(?<!宣)讲|(?<![慰访])问|答应|交办|收(?:的|到的|集的)|留(?!守)|欠|那[个位家条件]|的(?:那|路|事|意见|建议|问题|议案|诉求)))";

/** Times of which nobody can say which day they are, whatever stands before them. */
const BLURRED = [
  "[前头](?:些|几|两|三)(?:天|日|周|个?月|年)",
  "前(?:一)?[阵段](?:子|时间|日子|时候)?",
  "[上那][阵段](?:子|时间|日子)",
  "早些(?:时候|天|日子)",
  "(?:之|以|先|早|原)(?:前|先)(?!几|两|后)",
  "不久(?:之|以)?前",
  "前不久",
  "老早",
  "(?:最近|近期|近来|近日)(?:这?(?:几|两|些)?(?:天|日))?",
  "这(?:阵|段)(?:子|时间)",
  "(?:头|上[一个]?(?:赶场|逢场|赶集|场))天",
  "上(?:一)?[次回趟](?!\\d)",
  "有一?(?:天|回|次)(?=[,我到去在走跟和同上下早晚])",
  "(?:过|春节|元旦)?(?:年|节)(?:之|以)?[前后](?!一[天日]|[一二两三]天)",
  "(?:过|放|开|入|立)(?:年|节|假|春|秋|冬|夏|汛|学)(?:之|以)?[前后]?(?:的)?(?:那(?:几|两)?天|那(?:阵|段)(?:子|时间)?|期间|时候|前|后)",
  "(?:生病|住院|出差|换届|退休|动身|进城)(?:之|以)?前",
  "(?:年|月|春|秋|冬|夏)初",
  "[上下]半个?月",
  "(?:上旬|月头|月尾)",
  "这[两几三](?:个?月|周|个?星期)",
  "(?:寒假|暑假|汛期|假期|长假|黄金周)(?:里|期间)?",
  "(?:春耕|秋收|农忙|农闲|凝冻|疫情|旱情|放假)(?:的时候|时候|期间|间|那(?:阵|段)(?:子|时间)?)",
  "(?:收|栽|打|挖|割|种)(?:苞谷|谷子?|秧|洋芋|油菜|麦子?|茶|辣椒|烤烟|水稻|稻子?)(?:子)?(?:那(?:几|两)?天|那(?:阵|段)(?:子|时间)?|期间|时候|的时候)",
  "(?:开|上)春",
  "[上去前]冬",
] as const;

/** Times that point to a day that was named before; where none was, nobody knows which. */
const POINTING = [
  "那(?:几|两|些)?(?:天|日)",
  "那[次回趟](?!\\d)",
  "那(?:阵|段)(?:子|时间)?",
  "(?:第[二三四五]|次|隔)(?:天|日)",
  "[^,。;\\d]{1,8}那(?:几|两)?天",
  "一?连[着续]?(?:几|好几|[两三四五六])天",
] as const;

const toPattern = (ways: readonly string[]) =>
  guarded(new RegExp(`${LEAD}(?:${ways.join("|")})${OF_SOMETHING}`, "u"));
const IS_BLURRED = toPattern(BLURRED);
const IS_POINTING = toPattern(POINTING);

/** True where a deed was at a time of which nobody can say which day it is: 前阵子, 年前, 开学那天. */
export const isBlurred = (text: string): boolean => IS_BLURRED.test(text);

/** True where it was on a day that must have been named before: 那天, 第二天. */
export const isPointing = (text: string): boolean => IS_POINTING.test(text);
