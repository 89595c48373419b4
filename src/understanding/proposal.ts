import type { Day } from "#src/domain/day.ts";
import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";

/** What a second reader may hold a message to be: only what ends in a card that its sender must confirm. */
export const PROPOSED_INTENTS = ["report", "opinion", "suggestion", "chat"] as const;

/** What a second reader, who may be wrong or be talked into something, believes of a message. */
export type Proposal = {
  readonly intent: (typeof PROPOSED_INTENTS)[number];
  readonly kind?: DutyKind;
  readonly date?: Day;
  readonly place?: string;
  readonly category?: OpinionCategory;
};

/** Somebody else to ask where the rules are not sure. */
export type SecondReader = {
  /** False while it did not answer lately: nobody then waits for it in vain. */
  readonly isThere: () => boolean;
  /** Reads a text without contact data that was written on `today`; undefined where it gave no proper answer. */
  readonly read: (text: string, today: Day) => Promise<Proposal | undefined>;
};

/** The closed lists that a proposal chooses from: ids with their names. */
export const PROPOSED: {
  readonly kinds: ReadonlyMap<DutyKind, string>;
  readonly categories: ReadonlyMap<OpinionCategory, string>;
} = {
  kinds: new Map(entriesOf(DUTY_KINDS).map(([id, { name }]) => [id, name])),
  categories: new Map(entriesOf(OPINION_CATEGORIES)),
};

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const keys: string[] = Object.keys(record);
  const isKey = (key: string): key is K => Object.hasOwn(record, key);
  return keys.filter(isKey).map((key) => [key, record[key]]);
}
