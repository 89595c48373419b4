import type { ContactReader } from "#db/queries/opinion-contacts.ts";
import type { Grant } from "./gate.ts";

/**
 * Whose contact data a grant reaches: what lies in the subtrees looked after, and what its deputy brought for as long
 * as the mandate is exercised; with the office the purpose ends (Personal Information Protection Law art. 6, 19).
 */
export const contactReader = ({ actorId, mandate, scope, isOffice }: Grant): ContactReader => ({
  deputyId: mandate === null ? null : actorId,
  scope,
  office: isOffice,
});
