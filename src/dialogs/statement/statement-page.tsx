import { useId, useState } from 'preact/hooks';
import { Loading, Notice } from '../kit/notices.tsx';
import { RecordField } from '../kit/record-field.tsx';
import { ReportButtons } from '../kit/report-buttons.tsx';
import { TextField } from '../kit/text-fields.tsx';
import { useReport } from '../kit/use-report.ts';
import { type CurrencyPart, CurrencyTable } from './currency-table.tsx';

interface Statement {
  readonly partner: string;
  readonly partnerName: string;
  readonly month: string;
  readonly isOver: boolean;
  readonly currencies: readonly CurrencyPart[];
}

/** A partner's statement of a month; `first` is the partner of the selected row, whose statement is made at once. */
export function StatementPage({ first, thisMonth }: { readonly first: string; readonly thisMonth: string }) {
  const [partner, setPartner] = useState(first);
  const [month, setMonth] = useState(thisMonth);
  const { value, problem, isBusy, load } = useReport<Statement>(
    'makeStatement',
    first === '' ? null : { partner: first, month: thisMonth },
  );
  const id = useId();
  return (
    <form
      class="page report"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) load({ partner, month });
      }}
    >
      <div class="body">
        <div class="ask">
          <RecordField
            kind="partner"
            id={`${id}-partner`}
            label="Partner"
            help="Search by its name, or type its ID."
            placeholder="Acme Consulting"
            required
            problems={[]}
            value={partner}
            onChange={setPartner}
            onChoose={(chosen) => {
              if (!isBusy) load({ partner: chosen, month });
            }}
          />
          <TextField
            id={`${id}-month`}
            label="Month"
            help="Such as 2026-03."
            required
            isShort
            problems={[]}
            value={month}
            onChange={setMonth}
          />
          <button type="submit" class="button" aria-disabled={isBusy}>
            {isBusy ? 'Making…' : 'Make the statement'}
          </button>
        </div>
        {problem === '' ? null : <Notice tone="wrong" title={problem} isAlert />}
        {isBusy ? <Loading what="The statement is being made." /> : null}
        {value === null || isBusy ? null : <Shown statement={value} />}
      </div>
      <ReportButtons canPrint={value !== null && !isBusy} />
    </form>
  );
}

function Shown({
  statement: { partnerName, partner, month, isOver, currencies },
}: {
  readonly statement: Statement;
}) {
  return (
    <>
      <div>
        <h1>
          {partnerName}: statement of {month}
        </h1>
        <p class="quiet">
          {partner}
          {isOver ? '' : ', the month so far'}
        </p>
      </div>
      {currencies.length === 0 ? (
        <Notice tone="plain" title="Nothing was owed, earned or paid." />
      ) : (
        currencies.map((one) => <CurrencyTable key={one.currency} part={one} />)
      )}
    </>
  );
}
