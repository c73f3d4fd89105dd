/**
 * The smallest of the values that at least so many percent of them do not exceed (nearest rank), so that it is always
 * one of them. `sorted` must ascend; null where it is empty.
 *
 * @example percentile([1, 1, 2, 9], 90) // 9
 */
export function percentile(sorted: readonly number[], percent: number): number | null {
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(rank, 1) - 1] ?? null;
}

/** The middle value, or the mean of the two in the middle. `sorted` must ascend; null where it is empty. */
export function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
