/** What tells rows of yearly plans apart: organisation, year and number of the row. */
export const planKeyOf = ({ orgId, planKey }: { readonly orgId: number; readonly planKey: string }): string =>
  `${orgId} ${planKey}`;
