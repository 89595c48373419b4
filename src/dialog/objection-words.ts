import type { LeaveReason } from "#src/domain/leave-reason.ts";
import { readLeave } from "#src/understanding/leave.ts";

// Which time it was, what is said for it, and that somebody disagrees.
const BACK = /那(?:个|一)?(?:天|次|场|回|日)|当天|当日|当时|上次|上回/u;
const TIME = new RegExp(`${BACK.source}|昨天|前天|\\d{1,2}[日号]|缺席`, "u");
const TOLD_THEM =
  "(?:跟|向|和|给|同|找|对)[^,\\u3002]{1,10}(?:请示|请假|说|讲|报告|汇报|打|讲|联系|发)[^,\\u3002]{0,6}(?:过|了|的)";
// Leave was asked for, in whatever way.
const ASKED = new RegExp(
  [
    TOLD_THEM,
    "请(?:过|了)[^,\\u3002]{0,3}假|请假(?:了|过|的|来着)|假条",
    "(?:打|说|讲|报告|汇报|联系|告诉|请示)(?:过|了)(?:电话|组长|主席|他们|招呼|的)",
    "(?:批|准|同意)(?:了|过)(?:我的?)?假",
    "(?:组长|主席|书记|镇长|主任|秘书|领导|镇里|他们|你们)(?:是|也|都|那边|当时)*(?:知道|晓得|同意|答应|批准)",
  ].join("|"),
  "u",
);
const UNTOLD =
  /(?:没|未)(?:有)?(?:人|谁|哪个)?(?:来|给我|跟我|对我)?(?:接到|收到|得到|看到|听到|见到|通知|告诉|喊|叫)[^,\u3002]{0,8}(?:我|过|通知|消息|电话|信息|短信)|(?:没|未)(?:有)?(?:接到|收到|得到|看到|听到|人|谁)[^,\u3002]{0,6}(?:通知|消息|电话|信息)|(?:通知|短信|消息|电话)[^,\u3002]{0,6}(?:没|未)(?:有)?(?:收|接|看|发|打)|(?:不|没)(?:知道|晓得|听说)[^,\u3002]{0,8}(?:开会|活动|有会|要来|要去|这(?:个|回)事)|手机(?:坏|丢|停机|没电)/u;
const THERE =
  /在(?:会|现)?场(?!部)|坐(?:在|的)?(?:最|靠)?(?:[前后中]|第?[一二两三四五六\d])[^,\u3002]{0,2}排|签(?:了|过)[^,\u3002]{0,4}(?:到|名|字)|签到[表簿本册][^,\u3002]{0,3}有|明明(?:来|去|到|在|参加)|(?:去|来|到|参加|出席)了的|(?:晚|迟)(?:到|来)了(?:一?会|一?点|[几\d半十])/u;
// A clause that says nothing but that somebody was there: 我到了呀, 我在的.
const HERE =
  /^(?:怎么|咋)?(?:我|本人|俺)(?:本人|那天|当天|当时|上次|昨天|前天|明明|人|也|都|是|其实|确实|真的|一直|全程|早|就)*(?:在(?:的|呀|啊|那里|那儿|场|会场|里面)|(?:去|到|来)(?:过|了)?(?:会场|现场|开会)?(?:了|的|呀|啊|嘛|呢|哦|噻|哒)+|(?:参加|出席)(?:了|过)?(?:会议?|活动)?(?:的|呀|啊|嘛|噻)+)$/u;
const AWAY =
  /生(?:了)?(?:场)?(?:大)?病|病了|病倒|住(?:了)?院|医院|发(?:高)?烧|输液|手术|出差|在?外地|外省|走不[开脱]|[脱抽]不(?:开|了)身|[来去]不了|没[来去到]成|防汛|抢险|救火|扑火|值班|加班|下(?:乡|村)|有(?:点|些|急|要紧)*事|去世|过世|奔丧|丧事|结婚|堵(?:车|在)|车(?:子)?坏/u;
const PROOF = /有[^,\u3002]{0,4}(?:病历|证明|证据|假条|诊断|发票|照片|截图|记录|车票|机票)|作证/u;
const DISAGREES =
  /有意见|不服|冤枉|不认(?!识)|搞错|弄错|记错|算错|登错|写错|凭(?:什么|啥)|(?:怎么|为什么|为啥|咋)(?:会|就|又)?(?:算|是|说|记|写|成)[^,。]{0,4}(?:缺席|没[来去到])|不(?:应该|该|能)算|没(?:有)?缺席|(?:不是|哪里|哪有|哪来的?|不算)缺席|有异议|不公平|谁说[^,。]{0,4}(?:没|缺席)|不可能|有误|不属实|不是事实/u;
// 我请过几次假, 我有没有缺席: asks for one's own attendance.
const ASKS_HOW_OFTEN =
  /^[^,。]{0,12}(?:几|多少|好多)[次回天个场][^,。]{0,8}$|^[^,。]{0,8}有(?:没有|无)(?:缺席|缺勤|缺会|请假|请过假|迟到|旷会)[^,。]{0,4}$|^[^,。]{0,8}(?:缺席|缺勤|请假|请过假|迟到)[了过]?(?:没有?|吗|不)[?]*$/u;
const OWN = /我|本人/u;
// A report or what residents say, whatever else stands in it; and what is put right of a report.
// 1月20号到23号参加人代会,全程没缺席: days on end are told of, and no absence.
const ELSE =
  /\d{1,2}[日号]?(?:报到)?(?:一直|开)*[到至~-][^,。]{0,4}(?:\d{1,2}[日号]|今天|昨天)|走访|接待|调研|慰问|看望|探望|宣讲|调解|反映|群众|居民|村民|选民|老百姓|\d+(?:户|人次|件|个人)|路灯|停[水电]|建议|应该是\d|改(?:成|为)/u;
const AHEAD = /今[天早晚日]|明[天早晚]|后天|下(?:周|星期|个?月)|刚(?:才|刚)|马上/u;
const ADMITS =
  /我(?:搞|给)?忘|忘(?:记)?了|我不对|我的错|我认(?:了|账|错)?$|下(?:次|回)[^,。]{0,3}注意|没意见/u;
const ASKED_OF = /[?]|怎么(?:办|弄|提|写|补)|能不能|可不可以|要不要|行不行/u;
const LONGEST = 80;

/** Words that may object to an absence that somebody was told of. */
export type ObjectionWords = {
  /** They say so by themselves: `named` the absence, or why it is none. Else only right after such news. */
  readonly firm: boolean;
  readonly named: boolean;
  /** They may as well ask for leave from what is ahead. */
  readonly ahead: boolean;
  /** Why the deputy was away, where the words say so: leave may be asked for belatedly as well. */
  readonly away?: LeaveReason;
};

/** Reads words as an objection to an absence; what it is is asked before it is one. Undefined where it can be none. */
export function readObjection(said: string): ObjectionWords | undefined {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST || ELSE.test(text) || ASKS_HOW_OFTEN.test(text)) return undefined;
  const disagrees = DISAGREES.test(text);
  if (!disagrees && (ADMITS.test(text) || AHEAD.test(text))) return undefined;
  const clauses = text.split(/[,。!;?\s]+/u);
  const here = THERE.test(text) || clauses.some((one) => HERE.test(one));
  const untold = UNTOLD.test(text);
  const claims = ASKED.test(text) || untold || THERE.test(text);
  const away = isAway(text);
  const own = OWN.test(text);
  const named = disagrees && /缺席|算我|说我|记我/u.test(text);
  const firm =
    (disagrees && (TIME.test(text) || claims || own)) ||
    (TIME.test(text) && (claims || (away && own && BACK.test(text))));
  const hint = disagrees || claims || away || here || PROOF.test(text);
  if (!hint || (!disagrees && ASKED_OF.test(text))) return undefined;
  return {
    firm,
    named,
    ahead: !disagrees && !claims && !PROOF.test(text) && !PAST.test(text),
    ...(away && !here && !untold ? { away: reasonOf(text) } : {}),
  };
}

// It is over: 住院了, 没去成, 病历.
const PAST = /了(?!身)|过|没[来去到]成|当时/u;

// What is told of oneself, or of that time, and of nobody else.
const isAway = (text: string): boolean =>
  (AWAY.test(text) && (BACK.test(text) || OWN.test(text))) || (BACK.test(text) && reasonOf(text) !== "other");

const reasonOf = (text: string): LeaveReason => readLeave(`请假,${text}`, [])?.reason ?? "other";

/** True for words that say that leave was asked for: where an absence was told of, they object to it. */
export const saysLeaveAsked = (said: string): boolean => {
  const text = said.normalize("NFKC");
  return ASKED.test(text) && !/补|[?]|[吗没]$|没有$|不请|取消|撤/u.test(text.trim());
};

const WHY =
  /^(?:请问|麻烦|想问(?:一?下|问)?|问一?下|那|我|这次|那次|上次|那天|当天|昨天|前天)*(?:为什么|为啥子?|为何|为哪样)(?:我|会|就|又|要|把|给|还|是|那天|那次|昨天|上次)*(?:算|说|记|写|登记|判|显示|标)*(?:我|是|成|为|了|算|个)*(?:缺席|没[来去到])(?:了|的|一次|两次|呢|啊|呀|嘛)*[?\s。]*$/u;

/** True for whoever asks why an absence is one, and says nothing against it: 为什么算我缺席. 凭什么 is no question. */
export const asksWhyAbsent = (said: string): boolean => WHY.test(said.normalize("NFKC").trim());
