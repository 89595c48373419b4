import type { PersonKey, RosterFault } from "./roster.ts";

/** A row that names somebody, and where to say what is wrong with it. */
export type NamingRow = {
  readonly key: PersonKey;
  readonly report: (column: "code" | "phone", fault: RosterFault) => void;
};

/** Somebody whom one or more rows name, with all they say of him or her. */
type Somebody = { name: string; code: string | null; phone: string | null };

/**
 * Finds out which rows name the same person: by the office's number, else by telephone, else by a name that only one
 * person has. One number or telephone is one person's. What cannot be told apart is reported. Returns, for each row,
 * the person with everything that any row says of him or her.
 */
export function groupPeople(rows: readonly NamingRow[]): PersonKey[] {
  const byCode = new Map<string, Somebody>();
  const byPhone = new Map<string, Somebody>();
  const byName = new Map<string, Somebody[]>();
  const find = (row: NamingRow): Somebody | undefined => {
    const { code, phone, name } = row.key;
    const coded = code === null ? undefined : byCode.get(code);
    const called = phone === null ? undefined : byPhone.get(phone);
    if (coded !== undefined && coded.name !== name) row.report("code", "number-of-other");
    if (called !== undefined && (called.name !== name || (coded !== undefined && called !== coded)))
      row.report("phone", "phone-of-other");
    return coded ?? called;
  };
  const found = rows.map((row): Somebody | null => {
    const { name, code, phone } = row.key;
    if (code === null && phone === null) return null;
    const known = find(row);
    const somebody = known ?? { name, code, phone };
    if (known === undefined) byName.set(name, [...(byName.get(name) ?? []), somebody]);
    if (code !== null && somebody.code !== null && somebody.code !== code)
      row.report("phone", "phone-of-other");
    if (phone !== null && somebody.phone !== null && somebody.phone !== phone)
      row.report("phone", "phone-differs");
    somebody.code ??= code;
    somebody.phone ??= phone;
    if (code !== null && !byCode.has(code)) byCode.set(code, somebody);
    if (phone !== null && !byPhone.has(phone)) byPhone.set(phone, somebody);
    return somebody;
  });
  for (const [index, row] of rows.entries()) {
    const somebody = found[index];
    if (somebody?.code === null && !areApart(byName.get(somebody.name) ?? []))
      row.report("code", "needs-number");
  }
  return rows.map((row, index) => found[index] ?? byNameAlone(row, byName));
}

// A number here and a telephone there may be one person's, or two people's: nobody can say.
const areApart = (named: readonly Somebody[]): boolean =>
  named.length < 2 || named.every((one) => one.code !== null) || named.every((one) => one.phone !== null);

function byNameAlone(row: NamingRow, byName: ReadonlyMap<string, readonly Somebody[]>): PersonKey {
  const named = byName.get(row.key.name) ?? [];
  if (named.length > 1) row.report("code", "needs-number");
  return named[0] ?? row.key;
}
