/**
 * An exact amount: an integer of the currency's minor units with the currency's ISO 4217 code.
 * `minor` is always a safe integer; amounts of different currencies are never added.
 */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}
