import { under } from "#src/kernel/under.ts";
import type { PersonKey, RosterFault } from "./roster.ts";
import type { PersonChange } from "./roster-plan.ts";
import type { KnownPerson, Ref } from "./roster-state.ts";

/** Who is meant by each name of a roster: somebody on file, or somebody to add. */
export type MatchedPeople = {
  readonly newPeople: readonly KnownPerson[];
  readonly people: readonly PersonChange[];
  readonly refOf: (key: PersonKey) => Ref;
  /** Keys that could be several people's. */
  readonly unclear: readonly { readonly key: PersonKey; readonly fault: RosterFault }[];
};

const keyText = ({ name, code, phone }: PersonKey): string => `${name}\n${code ?? ""}\n${phone ?? ""}`;

/**
 * Matches people with those on file: by the office's number, else by telephone, else by a name that only one person
 * has. A number or telephone that is new to us may be that person's; what could be two people's is said and not decided.
 */
export function matchPeople(wanted: readonly PersonKey[], known: readonly KnownPerson[]): MatchedPeople {
  const keys = [...new Map(wanted.map((key) => [keyText(key), key])).values()];
  const index = {
    code: Map.groupBy(known, (one) => one.code),
    phone: new Map(known.flatMap((one) => (one.phone === null ? [] : [[one.phone, one] as const]))),
    name: Map.groupBy(known, (one) => one.name),
  };
  const matches = keys.map((key) => ({ key, found: match(key, index) }));
  const claims = Map.groupBy(matches, ({ found }) => found);
  const refs = new Map<string, Ref>();
  const newPeople: KnownPerson[] = [];
  const people: PersonChange[] = [];
  const unclear: { key: PersonKey; fault: RosterFault }[] = [];
  for (const { key, found } of matches) {
    if (typeof found === "string") unclear.push({ key, fault: found });
    else if (found !== undefined && (claims.get(found)?.length ?? 0) > 1)
      unclear.push({ key, fault: "which-of-two" });
    else if (found === undefined) {
      const fresh = { id: -(newPeople.length + 1), ...key };
      newPeople.push(fresh);
      refs.set(keyText(key), fresh.id);
    } else {
      refs.set(keyText(key), found.id);
      const after = {
        id: found.id,
        name: key.name,
        code: key.code ?? found.code,
        phone: key.phone ?? found.phone,
      };
      if (keyText(after) !== keyText(found)) people.push({ before: found, after });
    }
  }
  return { newPeople, people, unclear, refOf: (key) => under(refs, keyText(key)) };
}

type Index = {
  readonly code: ReadonlyMap<string | null, readonly KnownPerson[]>;
  readonly phone: ReadonlyMap<string, KnownPerson>;
  readonly name: ReadonlyMap<string, readonly KnownPerson[]>;
};

function match({ name, code, phone }: PersonKey, index: Index): KnownPerson | RosterFault | undefined {
  const numbered = code === null ? [] : (index.code.get(code) ?? []);
  // Each district has numbers of its own: of two with the same number, the name says which.
  const named = numbered.filter((one) => one.name === name);
  const [coded, another] = numbered.length > 1 ? named : numbered;
  if (another !== undefined || (coded === undefined && numbered.length > 0)) return "number-of-other";
  const called = phone === null ? undefined : index.phone.get(phone);
  if (called !== undefined && (coded ?? called) !== called) return "phone-of-other";
  if (coded !== undefined) return coded;
  if (called !== undefined && called.name !== name) return "phone-of-other";
  if (called !== undefined && (code === null || called.code === null)) return called;
  if (called !== undefined) return "phone-of-other";
  // Whoever has a number of the office's already is not who comes with another one.
  const sameName = (index.name.get(name) ?? []).filter((one) => code === null || one.code === null);
  return sameName.length > 1 ? "needs-number" : sameName[0];
}
