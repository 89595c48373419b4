import { guarded } from "./guarded.ts";
import { nameAt } from "./known-names.ts";
import { wantsLeave } from "./leave.ts";
import { findNames } from "./names.ts";

const ON_BEHALF = guarded(
  /(?:代报|替|帮|代)\s*(?<name>[一-龥]{2,4}?)(?:代表)?(?:报|记|录|登记|填|补|评价|反馈|转达|回复|表示|[\s::,,])/u,
);

// 补录:秦岚代表…, 登记一下任登科…: an entry, and whose it is.
const ENTERED = guarded(
  /^(?:(?:麻烦|请|帮忙?)?(?:补录|补登|补记|录入|登记|录|记)(?:一?下|一?条|一?笔|个)*[:,\s]*)(?=[一-龥])/u,
);

const ASKED_ME = guarded(
  /^(?<name>[一-龥]{2,4}?)(?:代表)?(?:今天|刚才)?(?:托|委托|让|叫|请|喊)我(?:帮(?:着|到)?(?:他|她|忙)?|代|替(?:他|她)?|给(?:他|她))?(?:来)?(?:报|记|登记|录|填|补|反映|提(?=[个交]|一?[件份条]|建议|议案|意见)|附议|联名)/u,
);

// 罗文军昨天走了八户,他喊我帮他报一下: whose record it is, and only then that it was asked for.
const ASKED_LATE = guarded(
  /[,。\s]*(?:他|她)?(?:托|委托|让|叫|请|喊|要)我(?:帮|给|替|代)(?:他|她|忙)?(?:来)?(?:报|记|登记|录|填|补)(?:一?下|一?条|个|上)*[。!]*$/u,
);

// 岑志刚代表不会用手机,我替他报: the name first, then, anywhere, that it be entered.
const WISHED = guarded(
  /(?:[,。;]|^)?(?:麻烦|请|帮忙?)?(?:你们?|我)?(?:(?:帮|替|给|代)(?:他|她|忙)?(?:来)?|(?:委托|托|请|让|叫|喊)我(?:[,。]?(?:帮着?|替|给|代)(?:他|她|忙)?)?(?:来)?)(?:向[^,。]{1,6})?(?:上报|报(?!告|名|销)|记(?!得|者)|登记|录入?|填报?|补(?:报|记|登)?|登(?=一?[下条笔个]))(?:一?下|一?条|一?个|一?笔|上)*(?:的)?[::,。]*|[,。](?:麻烦|请|帮忙?)(?:登记|记录?|录入?|填)(?:一?下|一?条)*[。]*$|[,。]我(?:来)?(?:帮|替|代)(?:他|她)(?:讲|说)(?:一?下|一?声)?[:,。]|[,。](?:现)?(?:由|委托)?我(?:来|这边)?(?:帮忙?|替|代)(?:为|他|她)?(?:提交?|递交|转交|交|提出)(?:上[去来]|一?下)?[。]*$/u,
);

// 李明代表昨天的走访忘报了,我帮补:…: when it was is told before the wish.
const DAY = guarded(/[今昨前]天|\d[日号月]|(?:周|星期|礼拜)[一二三四五六日天]/u);

// 喻正国让我帮他提件建议: of what is wished for another, only the wish.
const FOR_WISH = guarded(
  /^[一-龥]{2,4}?(?:代表)?(?:今天|刚才)?(?:托|委托|让|叫|请|喊)我(?:帮(?:着|到)?(?:他|她|忙)?|代|替(?:他|她)?|给(?:他|她))?来?(?=提(?:[个交]|一?[件份])|附议|联名)/u,
);

/** The wish that somebody's record be entered, taken out of a message that begins with the name. */
export const withoutWish = (text: string, name: string): string => {
  const wish = FOR_WISH.exec(text)?.[0];
  if (wish !== undefined) return text.slice(wish.length);
  const late = ASKED_LATE.replace(text, "");
  if (late !== text || !text.startsWith(name)) return late;
  const [asked = ""] = WISHED.exec(text) ?? [];
  const at = asked === "" ? -1 : text.indexOf(asked);
  if (at < 0) return text;
  const after = text.slice(at + asked.length);
  const named = DAY.test(text.slice(0, at)) && !DAY.test(after);
  return /[::,。]$/u.test(asked) && after.length > 4 && !named ? after : `${text.slice(0, at)},${after}`;
};

// 帮周志强请个假, 替张伟代表提个建议, 给李明记一笔: what is done for somebody.
const DONE_FOR = guarded(
  /(?:替|帮|代|给)\s*(?<name>[一-龥]{2,4}?)(?:代表|委员)?(?:明天|后天|今天|这次|下周.?)?(?:请(?:个|一?天|半天)?假|告(?:个)?假|(?:再)?提(?:交)?(?:个|一?[件条]|份|代表建议|建议|议案)|附议|联名|记(?:一?笔|一?[下条个])|填一?[下条个]|登一?[下条个])/u,
);

// 任登科代表要去深圳出差来不了请个假: his leave, not the speaker's.
const ABSENT = guarded(
  /^(?:代表|委员)?(?![^,。]{0,3}我)(?:[^。]{0,24}?)(?:请(?:个|一?天|半天)?假|告假|(?:来|去|到|参加)不(?:了|成|起)|不能(?:来|去|参加|到会)|没法(?:来|去|参加)|我(?:帮|替|代|给)(?:他|她))/u,
);
const OWN_LEAVE = guarded(
  /我(?!(?:是|们|帮|替|代|给|这边|单位))[^,。]{0,16}(?:请[^,。]{0,2}假|(?:来|去|到|参加)不(?:了|成|起))/u,
);

// 杨秀英代表的履职记录帮我登一条:…, 提交王芳代表9月8日走访记录.
const RECORD_OF = guarded(
  /^(?:提交|上传|报送|补)?(?<name>[一-龥]{2,4}?)代表的?(?:(?:履职|走访)?(?:记录|情况)[^,。:]{0,6}(?:登|录|补|记|报|填)[^,。:]{0,4}[:,])/u,
);
const HANDED_IN = guarded(/^(?:提交|上传|报送)(?<name>[一-龥]{2,4}?)代表.{0,16}(?:记录|情况|材料)/u);

// 吴大金代表的公厕建议,谢昌黎代表表示附议: whose hand it is.
const SECONDS = guarded(/[,。](?<name>[一-龥]{2,4}?)代表(?:表示|也|愿意?|同意){0,2}(?:附议|联名)/u);

// 受代永红代表委托报送:…, 晏学才喊我给他报一下子: asked for before the name, or with a word between.
const ENTRUSTED = guarded(
  /^(?:现)?(?:受|应|经)(?<name>[一-龥]{2,4}?)(?:代表|同志|委员)?(?:的)?(?:委托|之托|请求|要求)/u,
);

// 李明代表对答复表示不满意: whose judgement it is.
const RATES = guarded(
  /(?:^|[,。:]|建议|意见|那件|这件)(?<name>[一-龥]{2,4}?)代表(?:对[^,。]{2,20}?)?(?:表示|反馈|评价)?[^,。到]{0,12}满意/u,
);

// 今天值班是魏春生去的,我替他报: who did it, and then the wish.
const DONE_BY = guarded(
  /(?:是|由)(?<name>[一-龥]{2,4}?)(?:代表|同志)?(?:去|来|做|搞|办|参加|值|跑|走)(?:的|了)?[,。]\s*(?:现|他[^,。]{0,8},)?我?(?:来)?(?:替|帮|代)(?:他|她|忙)(?:来)?(?:报(?!名|销)|记|登|补|录|填)/u,
);

const NAMING = [DONE_BY, RATES, ENTRUSTED, ON_BEHALF, DONE_FOR, RECORD_OF, HANDED_IN, SECONDS];

// 李明代表请假,我自己去走访了3户: what the speaker did.
const OWN_DEED = guarded(
  /我们?(?:只好|就|便)?(?:一个人|自己|独自|单独)?(?:去|到|在|来|接着)?[^,。;没不要]{0,8}(?:走访|接待|慰问|看望|调解|视察|调研|值班|宣讲|巡查|去看|走)[了完过的][^,。;]{0,8}[\d一二两三四五六七八九十几]/u,
);

// 走访石头村3户,李明请假: what was done is told, and then who did not come.
const COUNTED_DEED = guarded(
  /(?:走访|接待|慰问|看望|调解|视察|调研|值班|宣讲|巡查|看)了?[^。;]{0,12}?[\d一二两三四五六七八九十几]+(?:户|人|名|位|家|起|件|处|次)/u,
);

const findAbsent = (text: string, people: readonly string[]): string | undefined =>
  wantsLeave(text) && !OWN_LEAVE.test(text) && !OWN_DEED.test(text)
    ? people.find((name) => {
        const at = text.indexOf(name);
        return (
          at >= 0 &&
          !COUNTED_DEED.test(text.slice(0, at)) &&
          !/(?:和|跟|与|同|向|找|由|请|让|托|给|是)$/u.test(text.slice(0, at)) &&
          ABSENT.test(text.slice(at + name.length))
        );
      })
    : undefined;

const FOR_ANOTHER = guarded(/^(?:代报|代记|替报|代填|代录|代替|代表报)/u);

/** Whose record somebody else enters: 代报 李明 …, 帮李明代表记一下…. */
export function findOnBehalf(text: string, people: readonly string[]): string | undefined {
  if (FOR_ANOTHER.test(text)) {
    const named = findNames(text.slice(0, 12), people)[0];
    if (named !== undefined) return named;
  }
  const entered = ENTERED.exec(text)?.[0].length ?? 0;
  const owner = entered === 0 ? undefined : nameAt(text, entered, people);
  if (owner !== undefined && !/^(?:代表)?(?:和|与|跟|同|、)/u.test(text.slice(entered + owner.length)))
    return owner;
  const asked = ASKED_ME.exec(text.slice(0, 30))?.groups?.["name"];
  if (asked !== undefined && people.includes(asked)) return asked;
  const first = nameAt(text, 0, people);
  if (first !== undefined && (ASKED_LATE.test(text) || WISHED.test(text.slice(first.length)))) return first;
  const head = text.slice(0, 40);
  for (const pattern of NAMING) {
    const name = pattern.exec(head)?.groups?.["name"];
    if (name !== undefined && people.includes(name)) return name;
  }
  return findAbsent(text, people);
}
