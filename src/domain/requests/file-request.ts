import type { ReportRequest } from "./report.ts";

/** A report that is to be filed. */
export type FileRequest = Extract<ReportRequest, { do: "report.file" }>;
