/** The number of a term, however it is written: 第十八届, 十八届. */
export const bareTerm = (term: string): string => term.replace(/^第/u, "");
