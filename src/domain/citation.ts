import { z } from "zod";

/** Where a rule comes from, so that a warning can quote it. A law is cited with the version that was read. */
export const citationSchema = z.strictObject({
  source: z.string().min(1),
  /** The date of the text: articles are renumbered by amendments. */
  version: z.string().min(1).optional(),
  article: z.string().min(1).optional(),
  text: z.string().min(1).optional(),
});

/** Where a rule comes from, as it is quoted to people. */
export type Citation = Readonly<z.infer<typeof citationSchema>>;
