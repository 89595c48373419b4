import { PLAN_KIND_NAMES, type PLAN_SHEETS, SITTING_KIND_NAMES } from "#src/domain/plans/plan-sheet.ts";
import type { WordsOf } from "./roster-columns.ts";

/** What belongs in each column of a yearly plan. */
export const PLAN_COLUMN_WORDS: WordsOf<typeof PLAN_SHEETS> = {
  plan: {
    number: ["本单位计划里的第几项;以后改时间再导入一次,序号不变就是同一项", "1"],
    org: ["通知哪个单位的代表,写全称", "羊昌镇代表小组"],
    kind: [`填其中一个:${Object.keys(PLAN_KIND_NAMES).join("、")};人代会填在“人代会”那张表`, "代表小组活动"],
    when: ["年-月-日;没定的写 3月、3月中旬、二季度 或 待定,到时提醒您定,定了才通知代表", "2027-03-12"],
    time: ["几点开始;没定的不填", "9:00"],
    place: ["还没定的不填", "羊昌镇政府"],
    content: ["一句话", "视察农贸市场"],
  },
  sessions: {
    number: ["同一次人代会的几行写同一个序号;再导入时序号不变就是同一次", "1"],
    org: ["哪一级的人代会,写区或者镇的全称;通知本级全体代表", "乌当区"],
    title: ["同一个序号的几行写得一样", "乌当区第十八届人民代表大会第六次会议"],
    sitting: ["这次人代会里的第几次会,一次会一行;不变就是同一次会", "1"],
    kind: [`填其中一个:${Object.keys(SITTING_KIND_NAMES).join("、")}`, "全体会议"],
    on: ["年-月-日", "2027-01-12"],
    time: ["几点开始", "9:00"],
    place: ["还没定的不填", "区会议中心"],
  },
};

/** The empty plan as a file. */
export const PLAN_FILE = {
  name: "年度计划模板.xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
