import { z } from "zod";
import { ACTIVITY_KINDS, SITTING_KINDS } from "./activity.ts";
import { DUTY_KINDS } from "./duty-kind.ts";

const namesOf = (table: Readonly<Record<string, unknown>>, what: string) =>
  z.string().refine((name) => Object.hasOwn(table, name), {
    error: ({ input }) => `${JSON.stringify(input)} is no ${what}; known: ${Object.keys(table).join(" ")}`,
  });

/** Activities that people can be absent from. A closed list, because a rule about a misspelt kind would never warn. */
export const attendedKindSchema = namesOf(
  { ...ACTIVITY_KINDS, ...SITTING_KINDS },
  "kind of activity or sitting",
);
export const dutyKindSchema = namesOf(DUTY_KINDS, "kind of duty record");

/** Wall-clock time of the district as HH:MM. */
export const wallTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "must be HH:MM" });

const nameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: "must be a name in small letters" });

/** A list of rules by name. The names are part of what the program says and keeps. */
export const byNameSchema = <S extends z.ZodType>(rule: S) => z.record(nameSchema, rule);
