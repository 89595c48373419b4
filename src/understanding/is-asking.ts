import { guarded } from "./guarded.ts";
import { isOrdering } from "./is-ordering.ts";

const ASKS = guarded(
  /(?:上[回次]|我)[^,。]{0,6}(?:反映|反应|说|提|报|转|交)的?[^。]{0,16}(?:下文|消息|回音|着落|咋个?样|进[度展]|到哪|[登记]上了?没|修不修)|^查[^,。]{0,3}我[^,。]{0,4}(?:反映|提|报)的|^[^,。]{2,4}(?:代表)?的?[^,。]{0,6}(?:履职|积分|出勤|得分|档案)[^。]{0,10}(?:调(?:出来?|阅|取)|发我|请查|核对)|^积分[^,。]{0,3}(?:好多|多少|几)|(?:能不能|可以|能)发(?:照片|图|语音|视频)|^[^,。]{0,4}要不要开会|给不给分/u,
);

/** True for questions that are told by their words alone, whatever else they resemble. */
export const isAsking = (text: string): boolean => text.length <= 40 && (ASKS.test(text) || isOrdering(text));
