import type { DutyKind } from "#src/domain/duty-kind.ts";
import { rankCategories } from "./categories.ts";
import { type Clause, splitClauses, VOICE } from "./clauses.ts";
import { isPartOf, mainKind, type NamedKind } from "./kinds.ts";
import { complains, isProblem } from "./problems.ts";
import { isDenial, isPlan } from "./words.ts";

/** A record and the words that tell of it. */
export type RecordPart = { readonly kind: DutyKind; readonly rival?: DutyKind; readonly text: string };

/** What a message tells: records, the opinions of residents item by item, and what stood around them. */
export type Story = {
  readonly records: readonly RecordPart[];
  readonly voices: readonly string[];
  /** Words that belong to no record and to no opinion. */
  readonly lead: string;
  /** A duty was named that is still to come or was not done. */
  readonly undone: boolean;
};

type Draft = { kind: DutyKind; rival?: DutyKind; text: string };
type Mode = "lead" | "duty" | "voice" | "undone";

const INTRODUCES =
  /(?:意见|建议|问题|诉求|反映|情况|社情民意|说|讲|提出|如下|这些|[一二两三四五六七八九\d]点)[^,。;:]{0,6}:\s*$|:\s*$/u;
const GATHERS =
  /(?:收集|收到|征集|听取|记录|梳理|收了|收|提出?了?|带回)(?!费|入|割)[^,。;:]{0,16}(?:意见|建议|问题|诉求|社情民意|反映|[\d一二两三四五六七八九十]+条)[^,。;:]{0,8}:?\s*$/u;
const ASKS_ABOUT =
  /(?:问|聊|了解|宣传|讲解|围绕|关于|咨询|摆谈)(?:的?都是|了|的是|起)?[^,。]{0,24}$|^[^,。]{0,6}都是(?:问|来问|说|讲|关于)[^,。]{0,16}的(?:事|问题)?[,。;]?$/u;
const BACK =
  /^\s*(?:到会|参会|到场|参加(?:人数|的)|地点|时间|共计?(?:走访|接待|有|收集|到)?\d|现场(?:答复|解答|解决|回答)|当场(?:答复|解答|解决)|同行|和[一-龥]{2,3}(?:代表)?一起|已(?:转|答复|解决|协调))/u;
const AFRESH =
  /^[\s,。;]*(?:然后|接着|另外|还有|后来|再|又|随后|此外|顺便)?(?:我(?:们)?)?(?:\d{1,2}月|\d{1,2}[号日./]|上午|下午|晚上|早上|中午|昨|今[天早晚日]|前天|大前天|上?(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]|本月|上月|这周)/u;
const CONNECTED = /^[\s,。;]*(?:然后|接着|另外|还(?:去|到)了|后来|随后|此外|顺便|又)/u;
const NEW_VOICE = /^[\s,。;]*(?:还有|另外|再就是|再有|还有人|也有|有的|其次|此外)/u;
const THIRD =
  /^(?:[\s,。;]*)(?:建议|希望|要求|请|应(?!邀)|能不能|盼|呼吁)|(?:没有?|无|不|缺)(?:人|得人|医生)?(?:值班|走访|接待|调解|宣传|培训|巡|慰问|看望|志愿)/u;

/** Tells a message clause by clause: a duty done begins a record, residents who speak begin an opinion. */
export function tellStory(text: string): Story {
  const teller = new Teller();
  for (const clause of splitClauses(text)) teller.hear(clause);
  const story = teller.story();
  return story.records.length > 0 || story.voices.length > 0 || story.undone
    ? story
    : toldAcross(text, story);
}

// 民生实事里的农贸市场,我今天去查看了: a duty told across a comma.
function toldAcross(text: string, story: Story): Story {
  const joined = text.replace(/[,。]/gu, "");
  const duty = THIRD.test(text) || isProblem(text) ? undefined : mainKind(joined);
  if (duty === undefined || !DONE.test(joined) || isDenial(joined) || isPlan(joined, duty.index))
    return story;
  return { ...story, records: [{ kind: duty.kind, text }], lead: "" };
}

class Teller {
  private readonly records: Draft[] = [];
  private readonly voices: string[] = [];
  private lead = "";
  private label = "";
  private mode: Mode = "lead";
  private undone = false;

  hear(clause: Clause): void {
    const { text } = clause;
    const voiceAt = this.voiceAt(text);
    const own = voiceAt < 0 ? text : text.slice(0, voiceAt);
    const duty = own.trim() === "" || THIRD.test(own) ? undefined : mainKind(own);
    if (duty !== undefined && this.mayBegin(own, duty, clause)) this.begin(own, duty, clause);
    else if (voiceAt < 0) this.place(clause);
    else if (own.trim() !== "") this.detail(own);
    if (voiceAt >= 0) this.speak(text.slice(voiceAt), true);
  }

  story(): Story {
    const last = this.records.at(-1);
    if (last !== undefined && this.mode !== "undone") last.text += this.lead;
    const lead = last === undefined ? this.lead : "";
    return { records: this.records, voices: this.voices, lead, undone: this.undone };
  }

  private voiceAt(text: string): number {
    if (ASKS_ABOUT.test(text) && !/反映|投诉|:/u.test(text)) return -1;
    const at = VOICE.exec(text)?.index ?? -1;
    return at >= 0 && /反映(?:的|上来|过)[^,。]{0,12}(?:回复|反馈|办|解决|事|问题给)/u.test(text) ? -1 : at;
  }

  // While residents speak, only a clause that tells of a duty done by the speaker ends their speech.
  private mayBegin(own: string, duty: NamedKind, { item }: Clause): boolean {
    if (this.mode !== "voice") return true;
    if (isProblem(own) && !DONE.test(own)) return false;
    return DONE.test(own) && (item || AFRESH.test(own) || CONNECTED.test(own) || duty.index <= 3);
  }

  private begin(own: string, { kind, rival, index }: NamedKind, { item }: Clause): void {
    if (isDenial(own) || isPlan(own, index)) {
      this.mode = "undone";
      this.undone = true;
      this.lead = "";
      return;
    }
    const last = this.records.at(-1);
    const text = this.lead + own;
    this.lead = "";
    const more = last !== undefined && this.mode !== "voice" && !item && isMore(own, kind, last);
    if (more) {
      last.text += text;
      if (kind === "poverty_aid" && last.kind === "home_visit") last.kind = kind;
    } else this.records.push({ kind, ...(rival === undefined ? {} : { rival }), text });
    this.mode = INTRODUCES.test(own) && this.records.length > 0 && GATHERS.test(own) ? "voice" : "duty";
  }

  private place(clause: Clause): void {
    const { text, item } = clause;
    if (ONLY_DAY.test(text)) {
      this.lead = text;
      this.mode = "lead";
      return;
    }
    if (LABEL.test(text)) {
      this.label = text;
      return;
    }
    if (this.mode === "voice" && BACK.test(text)) return this.detail(text);
    if (this.mode === "voice") return this.speak(text, item || this.label !== "" || NEW_VOICE.test(text));
    if (this.mode === "undone" && !item) return;
    if (GATHERS.test(text) || (this.mode === "duty" && INTRODUCES.test(text))) {
      this.detail(text);
      if (/:\s*$/u.test(text) || GATHERS.test(text)) this.mode = INTRODUCES.test(text) ? "voice" : this.mode;
      return;
    }
    if (this.mode === "lead" && /(?:意见|建议|问题|诉求|反映|[点条])[^,。;:]{0,6}:\s*$/u.test(text)) {
      this.mode = "voice";
      return;
    }
    const listed = (item || this.label !== "") && rankCategories(text).confidence > 0;
    const problem = !ASKS_ABOUT.test(text) && (listed || isProblem(text)) && !SOLVED.test(text);
    if (problem && (listed || this.records.length > 0 || this.voices.length > 0)) this.speak(text, true);
    else this.detail(text);
  }

  private detail(text: string): void {
    const last = this.records.at(-1);
    if (last === undefined || (AFRESH.test(text) && !complains(text))) this.lead += text;
    else last.text += text;
    if (this.mode === "voice" && BACK.test(text)) this.mode = "duty";
  }

  private speak(text: string, afresh: boolean): void {
    this.mode = "voice";
    const said = this.label + text;
    this.label = "";
    const last = this.voices.pop();
    if (last === undefined) this.voices.push(said);
    else if (afresh || /[;\n]\s*$/u.test(last)) this.voices.push(last, said);
    else this.voices.push(last + said);
  }
}

// A day on a line of its own: what follows happened then.
const ONLY_DAY =
  /^\s*(?:(?:\d{4}年)?\d{1,2}[月/.]\d{1,2}[日号]?|\d{1,2}[日号]|[今昨前]天|(?:上|这|本)?(?:周|星期)[一二三四五六日天])(?:上午|下午|晚上)?[:,]?\s*$/u;
// A place and a colon at the head of an item: 头堡村:道路坑洼.
const LABEL = /^[一-龥]{2,8}(?:村|社区|组|镇|街道|小区|寨|路|街|站):\s*$/u;

// More of the same record: the same duty or a part of it, unless it has a day of its own or is told apart.
function isMore(own: string, kind: DutyKind, last: Draft): boolean {
  if (AFRESH.test(own)) return kind === last.kind && !/\d|[今昨前]天/u.test(last.text);
  if (kind === "poverty_aid" && last.kind === "home_visit")
    return /困难|贫困|低保|老党员|孤寡|独居|特困|五保|慰问/u.test(last.text) && !CONNECTED.test(own);
  if (!isPartOf(kind, last)) return false;
  return !CONNECTED.test(own) || (kind !== last.kind && !/单独|又|还|顺便/u.test(own));
}

const DONE =
  /了|过|完|\d|[一二两三四五六七八九十](?:户|人|名|次|场|起|家|件|位|个)|参加|列席|开展|出席|视察|旁听|接待|走访|慰问|值班/u;
const SOLVED =
  /(?:没|未)(?:有)?发现|(?:已|帮|给|为|把|都|协助|帮助|督促|协调|现场|当场)[^,。]{0,14}(?:解决|修好|处理好|协调好|答复|落实|装好|转交|转给)|(?:答复|解答|解释|记下|记录|转交|协调)了/u;
