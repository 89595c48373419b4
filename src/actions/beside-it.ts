import type { ReportDraft } from "#src/domain/draft.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";

type Beside = {
  readonly others: readonly ReportDraft[];
  readonly opinions: FileRequest["opinions"];
  /** The number of the one record that stands in place of the first deed. */
  readonly heardOn?: string | undefined;
};

/**
 * What a no files all the same: the other deeds of a sentence, and what was heard; nothing where there is neither. Of
 * several deeds what was heard belongs to the first: where that is not filed it hangs on no other.
 */
export function besideIt(
  request: FileRequest,
  { others, opinions, heardOn }: Beside,
): Pick<SureOutcome, "otherwise"> {
  if (others.length === 0 && opinions.length === 0) return {};
  const on = request.reports.slice(0, 1).every((one) => others.includes(one))
    ? {}
    : { heardOn: heardOn ?? null };
  return { otherwise: { ...request, ...on, reports: others, opinions } };
}
