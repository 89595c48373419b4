import { VOICE } from "./clauses.ts";
import { cutText } from "./cut-text.ts";
import { draftOf, guessedDraft } from "./drafts.ts";
import { followsOn } from "./follows.ts";
import { atEnd, everywhere, guarded } from "./guarded.ts";
import { hearClauses } from "./hear-clauses.ts";
import { mainKind } from "./kinds.ts";
import { complains, isProblem } from "./problems.ts";
import { isShown } from "./shown.ts";
import { Teller } from "./teller.ts";
import { AND_THEN, DONE, NEW_VOICE, THIRD } from "./telling.ts";
import type { Story } from "./told.ts";
import { isDenial, isPlan } from "./words.ts";

/**
 * Tells a message clause by clause: a duty done begins a record, residents who speak begin an opinion. `known` is
 * what the message surely tells, though its words may not show it.
 */
export function tellStory(text: string, known?: "report" | "opinion"): Story {
  const story = tellClauses(text);
  if (known === "report" && story.records.length === 0) return withRecord(text, story);
  const named = story.records.some(
    (one) => one.guessed === undefined && !isProblem(one.text) && isShown(one.text),
  );
  if (known === "opinion" && !named && (story.records.length > 0 || story.voices.length === 0))
    return withVoice(text, story);
  return story;
}

// 来了17位居民,意见如下:(1)…(2)…: that a list of matters follows what was done.
const FOLLOW = guarded(
  /(?:意见|建议|问题|诉求|反映|(?:收到|带回|记了?|听到)[^,。;:]{0,4}[条件个点样][^,。;:]{0,2}(?=[,:]))[^,。;:]{0,6}[:,]\s*(?:[(①⑴-]|1[.、)]|一[、是])|[\d一二两三四五六七八九十][条件](?:意见|建议|问题)?\n/u,
);

// 收了两条意见一条是说路灯一条是说低保: the same without a pause.
const COLLECTED = atEnd(
  /(?:收|听|带回|记|提)[^,。;:\d]{0,4}?(?:\d{1,2}|[一二两三四五六七八九十几])[条个件点桩样](?:意见|建议|问题|诉求|事情?)?[,:\s]*$/u,
);

// Somebody did something: all that is no complaint of residents tells of it.
function withRecord(text: string, story: Story): Story {
  const lists = story.voices.length > 1 && (FOLLOW.test(text) || COLLECTED.test(story.lead));
  const voices: string[] = [];
  // Who was heard to complain goes on: 大家说充电桩太少,还有物业涨价.
  for (const voice of story.voices)
    if (lists || (VOICE.test(voice) && complains(voice)) || (voices.length > 0 && NEW_VOICE.test(voice)))
      voices.push(voice);
  const told = voices.reduce((left, voice) => left.replace(voice, ""), text);
  const duty = mainKind(MARKS.replace(told, ""));
  const record = duty === undefined ? guessedDraft(told, "home_visit") : draftOf(duty, told);
  return { records: [record], voices, lead: "", undone: false };
}

const withVoice = (text: string, story: Story): Story => ({
  records: [],
  voices:
    story.voices.length > 0
      ? allSaid(story)
      : cutText(text, AND_THEN.list(text)).filter((part) => part.trim() !== ""),
  lead: "",
  undone: false,
});

// 工地夜间爆破,民房开裂三户,群众反映无人鉴定: what looked like a deed is what was told of first.
function allSaid({ records, voices }: Story): string[] {
  const [first = "", ...more] = voices;
  const before = records.map((one) => one.text).join("");
  return isProblem(before) && !followsOn(before, first)
    ? [before, first, ...more]
    : [before + first, ...more];
}

function tellClauses(text: string): Story {
  const teller = new Teller();
  for (const clause of hearClauses(text)) teller.hear(clause);
  const story = teller.story();
  return story.records.length > 0 || story.voices.length > 0 || story.undone
    ? story
    : toldAcross(text, story);
}

const MARKS = everywhere(/[,。]/gu);

// 民生实事里的农贸市场,我今天去查看了: a duty told across a comma.
function toldAcross(text: string, story: Story): Story {
  const joined = MARKS.replace(text, "");
  const duty = THIRD.test(text) || isProblem(text) ? undefined : mainKind(joined);
  if (duty === undefined || !DONE.test(joined) || isDenial(joined) || isPlan(joined, duty.index))
    return story;
  return { ...story, records: [{ kind: duty.kind, text }], lead: "" };
}
