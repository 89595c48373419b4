import { z } from "zod";
import { isDay } from "#src/domain/day.ts";

export const daySchema = z.string().refine(isDay, { error: "must be a day as YYYY-MM-DD" });

/** What a line is answered with when it cannot be judged. */
export type LineError = { readonly error: string };

/** The first thing wrong with a line, with the path to it. */
export function toLineError({ issues: [issue] }: z.ZodError): LineError {
  const path = issue?.path.map(String).join(".") ?? "";
  return { error: path === "" ? (issue?.message ?? "") : `${path}: ${issue?.message}` };
}
