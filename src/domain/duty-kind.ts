/** When duty is done: in session, between sessions, or otherwise (the parts of the yearly assessment). */
export type DutyPart = "in_session" | "intersession" | "other";

/** Every kind of duty record, with its name for people and its part. Source: the exchange format of the evaluation corpus. */
export const DUTY_KINDS = {
  congress_attend: { name: "出席人代会", part: "in_session" },
  deliberation_speech: { name: "审议发言", part: "in_session" },
  motion_lead: { name: "领衔议案", part: "in_session" },
  motion_cosign: { name: "联名议案", part: "in_session" },
  suggestion_lead: { name: "提出建议", part: "in_session" },
  suggestion_cosign: { name: "附议建议", part: "in_session" },
  inquiry: { name: "询问质询", part: "in_session" },
  ballot: { name: "投票表决", part: "in_session" },
  group_activity: { name: "代表小组活动", part: "intersession" },
  inspection: { name: "视察", part: "intersession" },
  thematic_research: { name: "专题调研", part: "intersession" },
  law_inspection: { name: "执法检查", part: "intersession" },
  work_appraisal: { name: "工作评议", part: "intersession" },
  thematic_inquiry: { name: "专题询问", part: "intersession" },
  committee_session_attend: { name: "列席常委会会议", part: "intersession" },
  township_congress_attend: { name: "列席镇人代会", part: "intersession" },
  meeting_attend: { name: "参加座谈听证", part: "intersession" },
  court_observe: { name: "旁听庭审", part: "intersession" },
  procuratorate_event: { name: "检察院活动", part: "intersession" },
  gov_supervision: { name: "担任监督员", part: "intersession" },
  legislative_comment: { name: "立法征求意见", part: "intersession" },
  livelihood_supervision: { name: "民生实事监督", part: "intersession" },
  suggestion_followup: { name: "建议跟踪督办", part: "intersession" },
  station_duty: { name: "联络站值班", part: "intersession" },
  reception: { name: "接待选民", part: "intersession" },
  home_visit: { name: "走访群众", part: "intersession" },
  enterprise_visit: { name: "走访企业", part: "intersession" },
  voter_forum: { name: "群众座谈会", part: "intersession" },
  market_stall: { name: "赶场听意见", part: "intersession" },
  online_contact: { name: "网上联系群众", part: "intersession" },
  report_to_voters: { name: "向选民述职", part: "intersession" },
  annual_report: { name: "年度履职报告", part: "intersession" },
  opinion_feedback: { name: "反馈办理结果", part: "intersession" },
  training: { name: "学习培训", part: "other" },
  exchange_visit: { name: "外出考察", part: "other" },
  publicity: { name: "政策宣传", part: "other" },
  mediation: { name: "调解纠纷", part: "other" },
  petition_help: { name: "协助信访", part: "other" },
  practical_help: { name: "为民办实事", part: "other" },
  poverty_aid: { name: "慰问帮扶", part: "other" },
  education_aid: { name: "助学", part: "other" },
  donation: { name: "捐款捐物", part: "other" },
  industry_lead: { name: "产业带动", part: "other" },
  volunteer: { name: "志愿服务", part: "other" },
} as const satisfies Record<string, { name: string; part: DutyPart }>;

/** The kind of a duty record. */
export type DutyKind = keyof typeof DUTY_KINDS;

/** True for a kind of duty record. */
export const isDutyKind = (value: string): value is DutyKind => Object.hasOwn(DUTY_KINDS, value);
