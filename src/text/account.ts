import type {
  AccountNews,
  AccountOutcome,
  AccountRefusal,
  AccountWish,
} from "#src/domain/requests/account.ts";
import { assertNever } from "#src/kernel/never.ts";
import { leftLine } from "./left-line.ts";
import { day } from "./format.ts";
import { factorState, NUMBER_WANTED, numbersGuessed } from "./factor-words.ts";
import { whoWords } from "./mandate-words.ts";
import { type Rendered, says, words } from "./rendered.ts";

type Told<O extends AccountOutcome["of"], K> = Omit<Extract<AccountOutcome, { of: O }>, "of"> & {
  readonly kind: K;
};

/** Everything that is said about accounts. */
export type AccountReply =
  | { readonly kind: "account.bound"; readonly name: string; readonly second: boolean }
  | { readonly kind: "account.number-wanted" }
  | { readonly kind: "account.unbound" }
  | { readonly kind: "account.unbind-asked" }
  | { readonly kind: "account.rebind-asked"; readonly name: string; readonly code: string }
  | Told<"account.logins", "account.logins">
  | Told<"account.leave-others", "account.others-left">
  | Told<"account.factor", "account.factor">
  | { readonly kind: "account.name-missing"; readonly what: AccountWish }
  | Told<"account.which", "account.which">
  | Told<"account.invite", "account.code">
  | Told<"account.revoke", "account.revoked">
  | AccountNews
  /** The page asks for the number itself, where it sees this. */
  | { readonly kind: "account.factor-asked" }
  | { readonly kind: "account.refused"; readonly why: Exclude<AccountRefusal, "account-factor-stale"> };

/** Puts replies about binding a chat account into words. */
export function renderAccount(reply: AccountReply): Rendered {
  switch (reply.kind) {
    case "account.bound":
      return bound(reply);
    case "account.number-wanted":
      return NUMBER_WANTED;
    case "account.unbound":
      return words("已解绑。这个账号以后不再代表您。", "要再用,请向给您绑定码的人要一个新的。");
    case "account.rebind-asked":
      return rebindAsked(reply);
    case "account.unbind-asked":
      return UNBIND_ASKED;
    case "account.logins":
      return logins(reply);
    case "account.others-left":
      return othersLeft(reply);
    case "account.refused":
      return words(...REFUSED[reply.why]);
    case "account.factor":
      return factorState(reply.confirmed);
    case "account.factor-asked":
      return words("请先在弹出的框里填验证器上的6位数字。", "填好以后,请再说一遍刚才的话。");
    case "account.name-missing":
      return NAME_MISSING[reply.what];
    case "account.which":
      return which(reply);
    case "account.code":
      return code(reply);
    case "account.revoked":
      return revoked(reply);
    case "account.code-made":
      return words(
        `${reply.by}为您办了一个新的绑定码,用来在别的手机上绑定。`,
        "不是您要的,请马上告诉镇街人大或代表工委;不想用了,说:解绑",
      );
    case "account.bound-elsewhere":
      return BOUND_ELSEWHERE;
    case "account.numbers-guessed":
      return numbersGuessed(reply.shut);
    default:
      return assertNever(reply);
  }
}

const bound = ({ name, second }: Extract<AccountReply, { kind: "account.bound" }>): Rendered => ({
  ...words(
    `${name},您好!已经认得您了。`,
    "做了什么,一句话告诉我就行,比如:昨天走访〔村〕12户",
    "不用这个账号了,说:解绑",
    second && "您另一个微信号也还绑着。那个不用了,说:退出其他登录",
  ),
  choices: [says("看看能做什么", "帮助")],
  reusable: true,
});

const revoked = ({ name, accounts }: Extract<AccountReply, { kind: "account.revoked" }>): Rendered => ({
  ...words(
    accounts === 0
      ? `${name}的动态口令和没用过的绑定码都作废了。`
      : `${name}的${accounts}个账号都已解绑,没用过的绑定码也作废了。`,
    `要重新绑定,说:绑定码 ${name}`,
  ),
  choices: [says(`给${name}发绑定码`, `绑定码 ${name}`)],
});

const BOUND_ELSEWHERE: Rendered = {
  ...words(
    "刚才,有人用您的绑定码在一个新的微信号上绑定了履职助手。",
    "是您本人,不用管它。",
    "不是您:请点下面的按钮(或者说:退出其他登录),并马上告诉镇街人大或代表工委。",
  ),
  choices: [says("不是我,退出其他登录", "退出其他登录")],
};

const NAME_MISSING: Readonly<Record<AccountWish, Rendered>> = {
  invite: words("给谁发绑定码?请说姓名,比如:绑定码 李明"),
  revoke: words("解绑谁的账号?请说姓名,比如:解绑 李明"),
};

const UNBIND_ASKED: Rendered = {
  text: "解绑后,这个账号不能再记履职、收通知。确定吗?",
  choices: [{ label: "确定解绑", act: { do: "account.unbind" } }, says("不解绑", "帮助")],
};

const rebindAsked = ({
  name,
  code: said,
}: Extract<AccountReply, { kind: "account.rebind-asked" }>): Rendered => ({
  ...words(`这是绑定码吗?这里现在是${name}。`, "换绑以后,这里就是绑定码的那一位;不是绑定码,不用管它。"),
  choices: [says("是,换绑", `绑定 ${said}`), says("不换", "帮助")],
});

const othersLeft = ({ accounts, codes }: Extract<AccountReply, { kind: "account.others-left" }>): Rendered =>
  words(
    accounts === 0 ? "除了这里,没有别的登录。" : `另外${accounts}个登录都退出了,只留下这里这一个。`,
    codes > 0 && "您没用过的绑定码也作废了。",
    accounts + codes > 0 && "在别处再用,请向给您绑定码的人要新的。",
  );

const CHANNELS: Readonly<Record<string, string>> = { web: "网页", wechat: "微信", terminal: "终端" };

const MOST_LOGINS = 5;

const logins = ({ logins: all }: Extract<AccountReply, { kind: "account.logins" }>): Rendered => ({
  ...words(
    `您在${all.length}处登录:`,
    ...all
      .slice(0, MOST_LOGINS)
      .map(
        (one) =>
          `${CHANNELS[one.channel] ?? one.channel}${one.here ? "(这里)" : ""} ${day(one.boundOn)}绑定${one.usedOn === null ? "" : `,${day(one.usedOn)}用过`}`,
      ),
    leftLine(all, MOST_LOGINS, "处", "都在下面一起退出"),
    all.length > 1 && "有不认得的,或者手机丢了,请退出其他登录。",
  ),
  choices: all.length > 1 ? [says("退出其他登录")] : [],
  reusable: true,
});

const which = ({ messageId, what, people }: Extract<AccountReply, { kind: "account.which" }>): Rendered => ({
  ...words(`有${people.length}位同名的,是哪一位?`),
  choices: people.slice(0, 6).map((one) => ({
    label: [whoWords(one), one.seat].filter((part) => part !== null).join(" "),
    act: { do: "account.choose", messageId, what, personId: one.personId },
  })),
});

function code({ name, accounts, typed }: Extract<AccountReply, { kind: "account.code" }>): Rendered {
  return words(
    `${name}的绑定码:${typed.slice(0, 5)}-${typed.slice(5)}`,
    "请当面或打电话告诉本人,由本人发给助手。24小时内有效,只能用一次。",
    accounts > 0 && `本人原来绑的${accounts}个账号还能用;手机丢了,请再说:解绑 ${name}`,
    "以前给的绑定码已经作废。",
  );
}

const REFUSED = {
  "bad-code": ["这个绑定码不能用。", "请核对后再发一次;还不行,请向给您绑定码的人要一个新的。"],
  "account-bad-number": [
    "这个数字不对,或者已经用过。",
    "请等验证器换了数,再发一次,只发6位数字就行;手机的时间要准。",
  ],
  "account-entrance": [
    "这个绑定码在这里没有用上。",
    "请核对后再发一次;还不行,请点左上角的「退出」,在进入的那一页填。",
  ],
  "account-nobody": ["您管的范围里没有这个人。", "请核对姓名再说一遍,比如:绑定码 李明"],
  "account-own": ["您自己的绑定码请代表工委来发;代表工委的,请系统管理员来发。", "不用这个账号了,说:解绑"],
  "account-by-operator": ["这位的工作角色不在您下面,请系统管理员来办。"],
  "account-code-stale": [
    "为了别人退不了您的登录,要先确认是您本人。",
    "请向给您绑定码的人要一个新的绑定码,用它进来以后再说:退出其他登录",
    "您微信上也绑着的,直接在微信里说就行。",
  ],
  "account-none": ["这位没有绑定任何账号。", "要绑定,说:绑定码 李明"],
} as const satisfies Record<Exclude<AccountRefusal, "account-factor-stale">, readonly string[]>;
