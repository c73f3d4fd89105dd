/** Under which numbers and names a block is repeated. */
export interface Renaming {
  /** What is added to the numbers of each kind of ID, by its prefix. */
  readonly offsets: {
    readonly [prefix: string]: number;
  };
  readonly partner: number;
  /** The customer of this place in the block. */
  readonly customer: (place: number) => string;
}
/** A text of the block, such as a record as JSON, as it reads in a repetition. */
export declare function renameText(text: string, { offsets, partner, customer }: Renaming): string;
/** A word that no other number has, none much like its neighbours'. */
export declare function wordOf(number: number): string;
