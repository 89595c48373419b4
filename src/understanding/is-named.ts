import type { DutyKind } from "#src/domain/duty-kind.ts";
import { type Guarded, guarded } from "./guarded.ts";

// What a duty is called by those who do it, and nothing else is: nobody is asked whether it was that.
const NAMES: Readonly<Partial<Record<DutyKind, Guarded>>> = {
  suggestion_cosign: guarded(/(?:联名|附议|联署)[^,。;]{0,24}建议|建议[^,。;]{0,12}(?:联了?名|附议)/u),
  motion_cosign: guarded(/(?:联名|附议|联署)[^,。;]{0,24}议案|议案[^,。;]{0,12}(?:联了?名|附议)/u),
  inquiry: guarded(/(?:提出?了?|作了?)[^,。;题]{0,6}(?:质询|询问)(?!题)|(?:质询|询问)了?[\d一二两三][次件]/u),
  thematic_inquiry: guarded(/专题询问会/u),
  inspection: guarded(/视察/u),
  home_visit: guarded(
    /(?:去|到|在|来)[^,。;\d]{2,8}(?:村|寨|组|社区|小区|院子)(?:里|头)?(?:看|走)了?(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[户家](?=[,。;]|$)/u,
  ),
  law_inspection: guarded(/执法检查/u),
  legislative_comment: guarded(/(?:条例|草案|办法|立法)[^。;]{0,16}(?:修改)?意见/u),
  livelihood_supervision: guarded(
    /(?:民生实事|票决的?(?:出来的?)?(?:实事|项目))[^,。;]{0,14}(?:进度|监督|督查|跟踪|检查|查看|推进)/u,
  ),
  opinion_feedback: guarded(
    /回访[^,。;]{0,6}(?:选民|群众|居民|村民|反映人)|(?:反馈|回复|告知|告诉)[^,。;]{0,16}(?:办理|处理)(?:结果|情况)|(?:办理|处理)(?:结果|情况)[^,。;]{0,8}(?:反馈|回复|告知|告诉)|回了?个?话/u,
  ),
  report_to_voters: guarded(/向选民(?:代表)?[^,。;]{0,10}述职|述职评议/u),
  annual_report: guarded(/(?:述职|履职|年度)报告[^,。;]{0,8}(?:交|送|报)/u),
  township_congress_attend: guarded(/[镇乡](?:里|上)?[^,。;区县]{0,6}人代会/u),
  congress_attend: guarded(/人(?:民代表)?大(?:会)?第?[一二三四五六七八九]次会议/u),
  volunteer: guarded(/志愿服务|志愿者活动/u),
  thematic_research: guarded(/专题调研|形成调研报告/u),
  voter_forum: guarded(/院坝(?:协商)?会|坝坝会|选民见面会|村民小组会/u),
  education_aid: guarded(/(?:资助|打|交|垫)了?[^,。;]{0,10}学费|送书包/u),
  suggestion_followup: guarded(/回头看[^。;]{0,16}建议/u),
};

/** True where a record calls its duty by a name that means nothing else, however seldom such words were heard. */
export const isNamed = (kind: DutyKind, text: string): boolean => NAMES[kind]?.test(text) === true;
