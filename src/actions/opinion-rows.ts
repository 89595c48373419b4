import type { NewOpinion } from "#db/queries/cases.ts";
import type { OpinionDraft } from "#src/domain/draft.ts";
import { asKept } from "#src/domain/as-kept.ts";
import type { When } from "#src/domain/when.ts";

/** Who brought opinions, and with what. */
export type Bringer = {
  readonly personId: number | null;
  readonly mandateId: number | null;
  readonly townshipId: number | null;
  readonly recordId: number | null;
  readonly inboxId: number;
};

/** Opinions as rows, without the contact data that people wrote into them. */
export const toOpinionRows = (
  drafts: readonly OpinionDraft[],
  numbers: readonly string[],
  bringer: Bringer,
  when: When,
): NewOpinion[] =>
  drafts.map(asKept).map((draft, index) => ({
    ...bringer,
    number: numbers[index] ?? "",
    text: draft.text,
    category: draft.category,
    place: draft.place ?? null,
    urgent: draft.urgent === true,
    ordinal: index,
    filedAt: when.now,
  }));
