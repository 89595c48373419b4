import { isFestival } from "./dates/festivals.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";

/** True where the second of two days says which it was, and the first only when that was: 国庆放假回村,5号串了6户; 小年那天(昨天). */
export const isAside = (text: string, first: FoundDate, second: FoundDate): boolean => {
  const between = text.slice(first.index + first.text.length, second.index);
  if (MISSED.test(between)) return true;
  if (NOW.test(first.text) && ONLY_TODAY.test(between)) return true;
  // 国庆看了4户,送油送米,是2号: the festival, and at the end which of its days.
  if (
    isFestival(first.text) &&
    between.endsWith("是") &&
    ENDS.test(text.slice(second.index + second.text.length))
  )
    return true;
  if (SAYS_WHEN.test(between) || PUT_OFF.test(between)) return true;
  // 国庆值班从5号到7号: which of its days.
  if (isFestival(first.text) && second.start !== second.end && !/[了过\d,。;]/u.test(between)) return true;
  if (isFestival(first.text) && /^[今昨前]/u.test(second.text) && /^[^,。:!]{0,4},我?们?$/u.test(between))
    return true;
  // 春节期间,2月18日入户: more or less when, and then the day.
  if (first.doubtful && isFestival(first.text) && /^[^。;了\d]{0,12}$/u.test(between)) return true;
  return isFestival(first.text)
    ? /^(?:[^,。:!]{0,4}(?:放?假|长假|期间|没[得有]?[歇休闲]|还?[没未]到|还?没过|不[歇休]|这几天|那几天|前后|加班|提前|将至|快到|临近|到了)|[!])|^[^,。:;了\d]{0,10}(?::|(?:活动|行动),)$/u.test(
        between,
      )
    : /^[^,。]{0,3}\($/u.test(between) && text[second.index + second.text.length] === ")";
};

// 重阳敬老捐款800元,时间是10月17日: said to tell the day.
const SAYS_WHEN = guarded(
  /[,。;\s](?:(?:具体)?(?:时间|日期)(?:是|为|:|在)?|(?:[哦噢嗯哎]|这|那)?(?:应该)?是)$|(?:不对|[说记讲]错了?)[,。]?(?:应该|其实)?是$/u,
);

const ENDS = guarded(/^(?:的|那天|去的|的事|吧|上午|下午|晚上)*[,。!\s]*$/u);

// 昨天没走访,今天补上了: the day on which nothing was done.
const MISSED = guarded(/^我?没(?:有|能|得)?[^,。;\d]{0,8}[,。;]$/u);

// 今天月底,统计一下:7月14日…: when it is told.
const NOW = guarded(/^(?:今[天日儿]|刚才|现在)/u);
const ONLY_TODAY = guarded(
  /^(?:是|就是|正好|又是)(?:[^,。:\d去到在了]{0,8}(?:最后一[天日]|[节日]|周末|生日))[,:]$|^(?:是|就是|正好|又是)?(?:[^,。:\d去到在了]{0,4}[底末初中]了?|周[一二三四五六日末]|星期[一二三四五六日天]|有空|得空|休息|放假|下班)[^:。\d了]{0,10}[,:]$|^(?:[^,。:\d去到在了]{0,6},)?[^,。;:\d去到在了]{0,8}(?:统计|汇总|总结|盘点|整理|小结|报告?|补)[^,。;:\d去到在了]{0,4}[,:]$/u,
);

// 本来说昨天去的,下雨改到今天上午: the day it was put off to.
const PUT_OFF = guarded(/(?:改|推迟?|延期?|挪|拖|换|调)(?:到了?|成|在)$/u);
