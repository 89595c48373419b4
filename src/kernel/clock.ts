/** The time of the district's world. Leases and retries use the database's own clock instead. */
export type Clock = () => Date;
