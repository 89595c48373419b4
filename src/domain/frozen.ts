/** The same shape with nothing in it to be changed. */
export type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };
