const WORDS_MS = 6_000;
/** The slowest way that files are still sent over: 40 kilobytes a second. */
const SLOWEST_BYTES_PER_MS = 40;

/** How long one call may take that carries so many bytes, in milliseconds: some seconds, and what its file needs. */
export const patienceMs = (bytes: number): number => WORDS_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);
