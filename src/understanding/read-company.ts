import { withoutLonger } from "./longer-names.ts";
import { withoutHomes } from "./without-homes.ts";
import { findCompanions, hasStranger } from "./names.ts";

/** Who came along on a deed; `unsure` where somebody is named of whom that is not known. */
export type Company = { readonly companions: readonly string[]; readonly unsure: boolean };

/** Reads who of the people known came along, and whether it is to be asked. */
export function readCompany(said: string, people: readonly string[]): Company {
  const told = withoutHomes(said, people);
  const text = withoutLonger(told, people);
  const companions = findCompanions(text, people);
  return { companions, unsure: text !== told || hasStranger(text, people, companions) };
}
