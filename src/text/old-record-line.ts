import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { OldRecord } from "#src/domain/roster/parse-records.ts";
import type { KnownPerson } from "#src/domain/roster/roster-state.ts";
import { counts } from "./format.ts";

/** A record of an earlier time that a file would add, whole, for the operator. */
export function oldRecordLine(
  { kind, date, end, place, counts: said, text }: OldRecord,
  person: Pick<KnownPerson, "name" | "code"> | undefined,
): string {
  const who = `${person?.name ?? ""}${numbered(person?.code ?? null)}`;
  const days = end === date ? date : `${date}至${end}`;
  const parts = [who, days, DUTY_KINDS[kind].name, place ?? "", counts(said), text];
  return `新增:${parts.filter((part) => part !== "").join(" ")}`;
}

const numbered = (code: string | null): string => (code === null ? "" : `(编号${code})`);
