import { scaleLinear } from 'd3-scale';

/** A bar whose number stands beside it in the table: nothing that must be read aloud. Nothing is drawn below zero. */
export function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  const width = scaleLinear()
    .domain([0, Math.max(most, 0) || 1])
    .range([0, 100])
    .clamp(true);
  return (
    <div class="track" aria-hidden="true">
      <div class="bar" style={{ width: `${width(value)}%` }} />
    </div>
  );
}
