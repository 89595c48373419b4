/** The list of tables that drizzle needs; the one barrel of the house. */
export * from "./absences.ts";
export * from "./access.ts";
export * from "./activities.ts";
export * from "./attachments.ts";
export * from "./cases.ts";
export * from "./duty.ts";
export * from "./feedback.ts";
export * from "./figures.ts";
export * from "./messages.ts";
export * from "./orgs.ts";
export * from "./people.ts";
export * from "./plans.ts";
export * from "./privacy.ts";
export * from "./schedules.ts";
export * from "./tasks.ts";
