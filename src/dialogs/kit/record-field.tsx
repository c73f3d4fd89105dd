import { useCallback, useRef, useState } from 'preact/hooks';
import type { Option, RecordLine } from '../../registry/dialogs/form-description.ts';
import { ask } from './bridge.ts';
import type { FieldProps } from './field.tsx';
import { SearchField } from './search-field.tsx';

interface RecordProps extends FieldProps {
  /** The kind of record that is looked for, as the registry names it. */
  readonly kind: RecordLine['kind'];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Told when a record was chosen, or its text ended with Enter. */
  readonly onChoose: (value: string) => void;
  readonly placeholder: string;
}

/** A record of any age, found by what stands in it; its ID may be typed as well. */
export function RecordField({ kind, onChoose, ...field }: RecordProps) {
  const found = useRef<readonly Option[]>([]);
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const search = useCallback(
    async (text: string): Promise<readonly Option[]> => {
      const answer = await ask<{ readonly found: readonly RecordLine[] }>('findRecords', { text });
      const lines = answer.ok ? (answer.value?.found ?? []) : [];
      found.current = lines
        .filter((line) => line.kind === kind)
        .map(({ id, label, hint }) => ({ value: id, label, hint }));
      return found.current;
    },
    [kind],
  );
  const choose = (value: string) => {
    setChosen(found.current.filter((option) => option.value === value));
    onChoose(value);
  };
  return <SearchField {...field} options={chosen} onChoose={choose} search={search} />;
}
