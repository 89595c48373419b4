/** What a deputy hands in, with its name for people and the words that mean it. */
export const SUBMISSIONS = {
  annual_report: {
    name: "年度履职报告",
    said: /年度(?:履职)?(?:报告|总结)|履职报告|年报|^(?:提交|上交)?(?:年终|工作|履职)?总结/u,
  },
  report_to_voters: { name: "述职报告", said: /述职/u },
  self_review: { name: "履职自评", said: /自评|自我评价/u },
} as const satisfies Record<string, { readonly name: string; readonly said: RegExp }>;

/** What a deputy hands in. */
export type Submission = keyof typeof SUBMISSIONS;

/** Which of somebody's reports. */
export type WhichReport = { readonly submission: Submission; readonly title: string };

/** Every kind of thing that can be handed in. */
export const SUBMISSION_NAMES = [
  "annual_report",
  "report_to_voters",
  "self_review",
] as const satisfies readonly Submission[];

/** The kind of report that words name; undefined where they name none. */
export const submissionIn = (text: string): Submission | undefined =>
  SUBMISSION_NAMES.find((name) => SUBMISSIONS[name].said.test(text));

/** Words without the name of a report of that kind, in full: 履职自评 太短了 leaves 太短了. */
export const withoutReport = (text: string, submission: Submission): string =>
  text.replace(new RegExp(`(?:年度)?(?:履职)?(?:${SUBMISSIONS[submission].said.source})`, "u"), "");
