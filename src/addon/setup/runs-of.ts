/** Neighbouring positions together, so that a call serves many columns. */
export function runsOf(
  positions: readonly number[],
): readonly { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.from + last.count === position) last.count += 1;
    else runs.push({ from: position, count: 1 });
  }
  return runs;
}
