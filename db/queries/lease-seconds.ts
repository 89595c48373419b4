/** How long a claim holds without a sign of life; long enough to think, short enough to be taken over in time. */
export const LEASE_SECONDS = 8;
