const OWN = /我(?!们?(?:镇|区|乡|街道|县|村|市|组|站|单位|小组|办))|本人|自己/u;

/** True where a question is about the speaker's own: 我报了几条, and not 我们镇报了几条. */
export const isOfOneself = (text: string): boolean => OWN.test(text);
