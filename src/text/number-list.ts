/** Numbers in a row as one range: 履-2026-00001至00015; a few as they are; of many that are no row the first and how many. */
export function numberList(numbers: readonly string[]): string {
  const letters = [...new Set(numbers.map((one) => one.slice(0, 1)))];
  return letters.map((letter) => series(numbers.filter((one) => one.startsWith(letter)))).join("、");
}

const FEW = 3;

function series(numbers: readonly string[]): string {
  const [first = "", last = first] = [numbers[0], numbers.at(-1)];
  if (numbers.length < FEW) return numbers.join("、");
  const places = numbers.map((one) => Number(one.split("-").at(-1)));
  const isRow = places.every((place, at) => place === (places[0] ?? 0) + at);
  const isYear = first.slice(0, 6) === last.slice(0, 6);
  if (isRow && isYear) return `${first}至${last.split("-").at(-1) ?? ""}`;
  return numbers.length === FEW ? numbers.join("、") : `${first}等${numbers.length}条`;
}
