import type { NewOpinion } from "#db/queries/cases.ts";
import type { OpinionDraft } from "#src/domain/draft.ts";
import { asKept } from "#src/domain/as-kept.ts";
import type { FiledOpinion } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import { nth } from "#src/kernel/nth.ts";

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
    number: nth(numbers, index),
    text: draft.text,
    category: draft.category,
    place: draft.place ?? null,
    urgent: draft.urgent === true,
    ordinal: index,
    filedAt: when.now,
  }));

/** What whoever brought opinions is told of them. */
export const toFiledOpinions = (rows: readonly NewOpinion[]): FiledOpinion[] =>
  rows.map(({ number, text, category, urgent }) => ({ number, text, category, urgent: urgent === true }));
