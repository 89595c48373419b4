import type { GateRefusal } from "#src/domain/request.ts";
import type { Citation } from "#src/domain/citation.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Unreadable } from "#src/message/inbound.ts";
import { type Aside, renderAside } from "./aside.ts";
import type { Audience } from "./audience.ts";
import { short } from "./format.ts";
import { MENUS, SAMPLES } from "./help-menus.ts";
import { gateRefused } from "./help-refused.ts";
import { numberList } from "./number-list.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

/** Everything that is said about the program and what it cannot do. */
export type HelpReply =
  | { readonly kind: "help.menu"; readonly audience: Audience }
  | { readonly kind: "help.aside"; readonly of: Aside }
  | { readonly kind: "help.welcome"; readonly name: string }
  | { readonly kind: "help.privacy" }
  | { readonly kind: "help.not-understood"; readonly audience: Audience }
  | {
      readonly kind: "help.chat";
      readonly of: "thanks" | "ok" | "plan" | "other";
      readonly audience: Audience;
    }
  | {
      readonly kind: "help.stale";
      readonly used: boolean;
      readonly audience: Audience;
      /** What was filed just before. */
      readonly numbers?: readonly string[];
    }
  /** A no with nothing to say no to. */
  | { readonly kind: "help.nothing-open" }
  /** What was said may answer two cards. */
  | { readonly kind: "help.which-card"; readonly said: string; readonly options: readonly RenderedChoice[] }
  | { readonly kind: "help.unreadable"; readonly what: Unreadable; readonly audience: Audience }
  | { readonly kind: "help.empty"; readonly audience: Audience }
  /** It was told that residents bring something up, and not what. */
  | { readonly kind: "help.which-matter" }
  /** A suggestion is to be made, and it was not said what of. */
  | { readonly kind: "help.which-suggestion" }
  | { readonly kind: "help.too-long" }
  | { readonly kind: "help.refused"; readonly why: GateRefusal; readonly audience?: Audience }
  | { readonly kind: "help.broken" }
  | { readonly kind: "help.rules"; readonly rules: readonly Citation[] }
  | { readonly kind: "help.not-yet"; readonly what: string };

/** Puts greetings, help and what could not be understood into words. */
export function renderHelp(reply: HelpReply): Rendered {
  switch (reply.kind) {
    case "help.menu":
      return MENUS[reply.audience];
    case "help.aside":
      return renderAside(reply.of);
    case "help.welcome":
      return words(`${reply.name}代表,您好!我是履职助手。`, "做了什么,一句话告诉我就行。");
    case "help.privacy":
    case "help.nothing-open":
    case "help.which-matter":
    case "help.which-suggestion":
    case "help.too-long":
    case "help.broken":
      return words(...PLAIN[reply.kind]);
    case "help.not-understood":
      return {
        ...words("这句我没听懂,没有记下任何东西。", example(reply.audience)),
        choices: [says("看看能做什么", "帮助")],
      };
    case "help.chat":
      return chat(reply);
    case "help.stale":
      if (reply.used && reply.numbers !== undefined)
        return words(`已经记好了:${numberList(reply.numbers)}`, "没有再记一次。记错了?回“撤销”。");
      return reply.used
        ? words("这张卡片已经办过了,没有重复办理。", "还要做什么,直接说就行。")
        : words("这个按钮已经失效,没有改动任何东西。", `请直接说要做什么,比如:${SAMPLES[reply.audience]}`);
    case "help.which-card":
      return { ...words(`您回的“${short(reply.said, 12)}”,是回哪一件?点一下:`), choices: reply.options };
    case "help.unreadable":
      return reply.what === "too-many"
        ? words(...TOO_MANY)
        : words(UNREADABLE[reply.what], `请打字告诉我,比如:${SAMPLES[reply.audience]}`);
    case "help.empty":
      return words("收到一条空消息。", `请用一句话说,比如:${SAMPLES[reply.audience]}`);
    case "help.refused":
      return gateRefused(reply);
    case "help.rules":
      return words(
        "关于缺席,规定是这样的:",
        ...reply.rules.slice(0, 3).map(({ source, text }) => `${short(source, 40)}:${short(text ?? "", 60)}`),
        "事前请了假、批准了,就不算缺席。是不是算,由人来定。",
      );
    case "help.not-yet":
      return words(`“${reply.what}”还没有开通。`, "现在能做的,说“帮助”就能看到。");
    default:
      return assertNever(reply);
  }
}

const PLAIN = {
  "help.privacy": [
    "我是本级人大常委会的履职助手,只记履职情况和群众意见,用于代表工作。",
    "群众电话、住址不必告诉我;写了也会隐去。",
    "存了什么、存多久、要改要删,说:我的数据",
    "接着用就是同意;不同意,说:撤回同意",
  ],
  "help.nothing-open": ["眼下没有等您决定的卡片,什么都没动。", "要撤销记好的,请说:撤销 加编号"],
  "help.which-matter": ["是什么事?还没有记下。", "把他们说的发给我就行,比如:村口路灯坏了半个月没人修。"],
  "help.which-suggestion": [
    "建议什么?还没有记下。",
    "连内容一起发给我就行,比如:提个建议:加宽平寨村的通村公路。",
  ],
  "help.too-long": ["这条太长了,我没法一次看完,没有记下。", "请分几条说,每条不超过2000字。"],
  "help.broken": [
    "对不起,刚才那条我没能处理好,已经告诉管理员。",
    "请换个说法再发一次;急事请直接联系工作人员。",
  ],
} as const satisfies Partial<Record<HelpReply["kind"], readonly string[]>>;

const example = (audience: Audience): string => `可以这样说:${SAMPLES[audience]}`;

const isDeputy = (audience: Audience): boolean => audience === "deputy" || audience === "deputy-and-staff";

function chat({ of, audience }: Extract<HelpReply, { kind: "help.chat" }>): Rendered {
  if (of === "ok") return words("好的。有事随时说。");
  if (of === "thanks")
    return isDeputy(audience)
      ? words("不客气。这句没有当成履职记录。", "做了什么要记,说一句就行。")
      : words("不客气。有事随时说。");
  if (of === "plan" && isDeputy(audience)) return words("这是还没做的事,先不记。", "办完后说一声,我再记。");
  return words("这句我没有记,也没有办什么事。", example(audience));
}

const UNREADABLE = {
  voice: "语音我还听不了。微信里长按语音可以“转文字”,再发给我。",
  sticker: "表情我看不懂。",
  location: "位置收到了,不过我不记行踪。",
  card: "转发的文章、名片我不看,也不记。",
  file: "这个文件没有收下:要么超过10MB,要么不是照片、PDF、Word、Excel。苹果手机的照片(HEIC)请截屏后再发。",
  other: "这种消息我看不了。",
} as const satisfies Record<Exclude<Unreadable, "too-many">, string>;

const TOO_MANY = ["您发得太快了,后面的我还没有收下。", "前面收下的都会办。请过一分钟再接着发。"] as const;
