import {
  findPersonalData,
  type PersonalDatum,
  type PersonalKind,
  PLACEHOLDERS,
} from "./find-personal-data.ts";

/** Something by which a resident can be reached, kept apart and sealed. */
export type Contact = {
  readonly kind: "phone" | "email" | "wechat" | "qq" | "handle" | "room" | "name";
  readonly value: string;
};

/** A text as it may be kept in clear, and the contact data that stood in it. */
export type Redacted = { readonly text: string; readonly contacts: readonly Contact[] };

/**
 * Takes the data out of a text by which people can be reached or told apart. Numbers of identity papers, accounts and
 * cars are kept nowhere; the rest is handed back to be kept apart (Personal Information Protection Law art. 6: no more
 * than is necessary; art. 51: apart and encrypted).
 */
export function redact(text: string): Redacted {
  const found = findPersonalData(text);
  let left = "";
  let at = 0;
  for (const one of found) {
    left += text.slice(at, one.start) + standIn(one);
    at = one.end;
  }
  return { text: left + text.slice(at), contacts: found.flatMap(toContact) };
}

/** The text alone, as it may be kept in clear: in narratives, opinions, reasons and notes. */
export const withoutPersonalData = (text: string): string => redact(text).text;

/**
 * Somebody's own words about his own data: telephone and name are what they are about and stay; numbers of identity
 * cards, accounts and cars are kept nowhere.
 */
export const withoutNumbersKeptNowhere = (text: string): string =>
  without(text, ({ kind }) => KEPT[kind] === null);

/** A text about a place and a time: where it is, who comes and what he drives stay; no number or account of anybody's does. */
export const withoutWaysToReach = (text: string): string =>
  without(text, ({ kind }) => kind !== "room" && kind !== "name" && kind !== "plate");

const without = (text: string, goes: (datum: PersonalDatum) => boolean): string =>
  findPersonalData(text)
    .filter(goes)
    .reduceRight(
      (left, { kind, start, end }) => left.slice(0, start) + PLACEHOLDERS[kind] + left.slice(end),
      text,
    );

// 张某 says that there is somebody, and not who.
const standIn = ({ kind, value }: PersonalDatum): string =>
  kind === "name" ? `${surnameOf(value)}某` : PLACEHOLDERS[kind];

const DOUBLE = /^(?:欧阳|上官|司马|诸葛|慕容|令狐|皇甫)/u;
/** The family name: the first character, or two where the name is one of the double ones. */
export const surnameOf = (name: string): string => DOUBLE.exec(name)?.[0] ?? name.slice(0, 1);

const KEPT: Readonly<Record<PersonalKind, Contact["kind"] | null>> = {
  id_card: null,
  bank_card: null,
  plate: null,
  document: null,
  handle: "handle",
  phone: "phone",
  email: "email",
  wechat: "wechat",
  qq: "qq",
  room: "room",
  name: "name",
};

const toContact = ({ kind, value }: PersonalDatum): Contact[] => {
  const kept = KEPT[kind];
  return kept === null ? [] : [{ kind: kept, value }];
};
