import type { ContactValue, FieldDescription, FieldValue } from '../../registry/dialogs/form-description.ts';
import type { Issue } from '../kit/bridge.ts';
import { ChoicesField, ListField, RadioField } from '../kit/choice-fields.tsx';
import { ContactsField } from '../kit/contacts-field.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { AmountField, DateField, LongTextField, TextField } from '../kit/text-fields.tsx';
import { heldBy, isRequired, problemsOf, type Values } from './form-values.ts';

interface Props {
  readonly field: FieldDescription;
  readonly id: string;
  readonly values: Values;
  readonly issues: readonly Issue[];
  readonly today: string;
  readonly onChange: (value: FieldValue) => void;
}

/** The control that a described field asks for. */
export function DescribedField({ field, id, values, issues, today, onChange }: Props) {
  const value = heldBy(field, values);
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    label: field.label,
    help: field.help,
    required: isRequired(field, values),
    problems: problemsOf(issues, field.name),
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={text} onChange={onChange} />;
    case 'email':
      return <TextField {...common} isEmail value={text} onChange={onChange} />;
    case 'currency':
      return <TextField {...common} isShort placeholder="USD" value={text} onChange={onChange} />;
    case 'local-time':
      return <TextField {...common} placeholder="YYYY-MM-DD HH:MM" value={text} onChange={onChange} />;
    case 'long-text':
      return <LongTextField {...common} value={text} onChange={onChange} />;
    case 'emails':
      return (
        <LongTextField
          {...common}
          rows={3}
          placeholder="name@company.example"
          value={text}
          onChange={onChange}
        />
      );
    case 'date':
      return <DateField {...common} today={today} value={text} onChange={onChange} />;
    case 'amount':
      return (
        <AmountField
          {...common}
          currency={currencyOf(field.currency, values)}
          value={text}
          onChange={onChange}
        />
      );
    case 'choice':
      return field.look === 'radio' ? (
        <RadioField {...common} options={field.options} value={text} onChange={onChange} />
      ) : (
        <ListField {...common} options={field.options} value={text} onChange={onChange} />
      );
    case 'choices':
      return <ChoicesField {...common} options={field.options} value={asTexts(value)} onChange={onChange} />;
    case 'search':
      return (
        <SearchField
          {...common}
          options={field.options}
          placeholder={field.placeholder}
          value={text}
          onChange={onChange}
        />
      );
    case 'contacts':
      return (
        <ContactsField
          {...common}
          most={field.most}
          value={asContacts(value)}
          onChange={onChange}
          problemsOf={(path) => problemsOf(issues, `${field.name}.${path}`)}
        />
      );
  }
}

function currencyOf(currency: string | { readonly field: string }, values: Values): string {
  if (typeof currency === 'string') return currency;
  const value = values[currency.field];
  return typeof value === 'string' ? value : '';
}

function asTexts(value: FieldValue): readonly string[] {
  return typeof value === 'string' ? [] : value.filter((one): one is string => typeof one === 'string');
}

function asContacts(value: FieldValue): readonly ContactValue[] {
  return typeof value === 'string' ? [] : value.filter((one): one is ContactValue => typeof one === 'object');
}
