const HOUR_MS = 3_600_000;

/** The instant so many hours before another; policies count in hours and days of 24 hours. */
export const hoursBefore = (instant: Date, hours: number): Date =>
  new Date(instant.getTime() - hours * HOUR_MS);

/** The instant so many days of 24 hours before another. */
export const daysBefore = (instant: Date, days: number): Date => hoursBefore(instant, days * 24);
