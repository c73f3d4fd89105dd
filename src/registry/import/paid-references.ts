import { foldReference } from '../../core/commission/check-reference.ts';
import type { CommissionLine, PaidLine } from '../../core/model/commission-line.ts';

/** The lines that were paid, by the reference of their payment. */
export class PaidReferences {
  readonly #lines = new Map<string, PaidLine[]>();

  constructor(lines: readonly CommissionLine[]) {
    this.addAll(lines);
  }

  addAll(lines: readonly CommissionLine[]): void {
    for (const line of lines) {
      if (line.status !== 'Paid') continue;
      const key = foldReference(line.reference);
      const known = this.#lines.get(key);
      if (known) known.push(line);
      else this.#lines.set(key, [line]);
    }
  }

  /** The lines paid under that reference, case and spacing set aside. */
  find(reference: string): readonly PaidLine[] {
    return this.#lines.get(foldReference(reference)) ?? [];
  }
}
