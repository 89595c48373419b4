/**
 * The days of the year, MM-DD, that are off in every year, whatever the moon does and before any notice of the State
 * Council says how they are put together (全国年节及纪念日放假办法, 2024, art. 2).
 */
export const STATUTORY_DAYS: readonly string[] = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
