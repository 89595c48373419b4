import { splitClauses } from "./clauses.ts";
import { mainKind } from "./kinds.ts";
import { isProblem } from "./problems.ts";
import { Teller } from "./teller.ts";
import { DONE, THIRD } from "./telling.ts";
import type { Story } from "./told.ts";
import { isDenial, isPlan } from "./words.ts";

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
