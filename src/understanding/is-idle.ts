import { guarded } from "./guarded.ts";

// 【通知】…, 请各小组于9月30日前…, 兹定于…: what an office announces to all.
const NOTICE = guarded(
  /^(?:【[^】]{0,6}(?:通知|提示|提醒|公告)】|(?:温馨|重要|会议|活动)?(?:通知|提示|提醒|公告):|[现兹]?拟?定于|[现兹]?拟[于在]|(?:兹|经研究,?)定|请(?:各|全体)[^,。:]{1,16}?(?:[于在](?!会)|\d|月底|按时|准时|本周|下周)[^。]{0,20}(?:前|时|参加|上报|报[送到上]|提交))/u,
);
// 今天没什么可报的: that there is nothing.
const NOTHING = guarded(
  /^(?:我|我们组?|今天|[这本上]个?[周月]|这几天|最近|近期|暂时|目前|暂|也|都|这边|没做(?:什么|啥|哪样),)*(?:没|无)(?:有|得)?(?:什么|啥子?|哪样)?(?:可以?|好|要|需要|能|东西|情况)*(?:上?报|[记填]|登记|汇报)(?:送|告|录)?(?:的|了|啦)?[。!]*$/u,
);
// 听说要建新卫生室,尚未核实; …我未到场,不必登记: said, and that it is not to be taken for true or filed.
const UNFILED = guarded(
  /^(?:我?听(?:说|讲|人讲|人说|别人说)|据说|传言|风传|有人传)[^。]{2,30}[,](?:还|都|也)?(?:尚未|未|没有?|不)(?:经|得)?(?:核实|确认|证实|确定|晓得|知道|清楚)(?:真假|是不是真的?|真的假的|真不真)?[。!]*$|(?:没|未)(?:有)?(?:到场|参加|去|在场)[,](?:就)?(?:不必|不用|无需|无须|莫)(?:再)?(?:登记|记录?|填报?|上?报)(?:了)?[。!]*$/u,
);
// 这个小程序比填表方便多了: of the bot itself.
const PRAISE = guarded(
  /^(?:你们?|这个?)?(?:的)?(?:这个)?(?:小程序|机器人|语音|系统|小?助手|软件|界面)[^,。?不没难慢]{0,14}(?:好用|方便|省事|准|快|清楚|好)(?:多了|得很|的|了)?[。!]*$/u,
);

/** True for what is announced to all, for what is said not to be filed, and for words about the bot: nothing is wanted. */
export const isIdle = (text: string): boolean =>
  NOTICE.test(text) || (text.length <= 60 && (NOTHING.test(text) || UNFILED.test(text) || PRAISE.test(text)));
