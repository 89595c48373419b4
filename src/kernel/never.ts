/** Makes the compiler name every place that must change when a closed union grows. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected case: ${JSON.stringify(value)}`);
}
