import { z } from "zod";
import { PROPOSED, PROPOSED_INTENTS, type Proposal } from "#src/understanding/proposal.ts";

const Completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().max(2_000) }) })]).rest(z.unknown()),
});

const Answer = z.strictObject({
  intent: z.enum(PROPOSED_INTENTS),
  kind: z.enum([...PROPOSED.kinds.keys()]).nullish(),
  date: z.iso.date().nullish(),
  place: z.string().max(60).nullish(),
  category: z.enum([...PROPOSED.categories.keys()]).nullish(),
});

/** Reads what an OpenAI-compatible endpoint answered; undefined for anything but the one form it was asked for. */
export function parseAnswer(body: string): Proposal | undefined {
  const completion = Completion.safeParse(parseJson(body)).data;
  const content = completion?.choices[0].message.content;
  if (content === undefined) return undefined;
  const answer = Answer.safeParse(parseJson(content)).data;
  if (answer === undefined) return undefined;
  const { intent, kind, date, place, category } = answer;
  return {
    intent,
    ...(isGiven(kind) ? { kind } : {}),
    ...(isGiven(date) ? { date } : {}),
    ...(isGiven(place) ? { place } : {}),
    ...(isGiven(category) ? { category } : {}),
  };
}

// Left out or null: a model says either for what it does not know.
const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
