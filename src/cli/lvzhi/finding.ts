/** One thing looked at. A finding that is not fine says what to do. */
export type Finding = { readonly what: string; readonly fine: boolean; readonly says: string };

/** All is well. */
export const fine = (what: string, says: string): Finding => ({ what, fine: true, says });
/** It is not, and what to do. */
export const wrong = (what: string, says: string): Finding => ({ what, fine: false, says });
