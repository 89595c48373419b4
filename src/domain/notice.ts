/**
 * The version of the privacy notice that is shown now (Personal Information Protection Law art. 17). Whoever was shown
 * an older one is shown this one once; change it with the notice's words in `src/text/help.ts`.
 */
export const NOTICE_VERSION = "2";
