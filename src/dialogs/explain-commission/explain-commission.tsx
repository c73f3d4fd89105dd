import { useId, useState } from 'preact/hooks';
import { spellMoney } from '../kit/format.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { RecordField } from '../kit/record-field.tsx';
import { ReportButtons } from '../kit/report-buttons.tsx';
import { useReport } from '../kit/use-report.ts';
import type { Explanation } from './explanation.ts';
import { Conditions, Facts, Money, Payments, Trail } from './sections.tsx';

/** A commission line with everything that it follows from; `first` is the line of the selected row. */
export function ExplainCommission({ first }: { readonly first: string }) {
  const [commission, setCommission] = useState(first);
  const { value, problem, isBusy, load } = useReport<Explanation>(
    'explainCommission',
    first === '' ? null : { commission: first },
  );
  const id = useId();
  return (
    <form
      class="page report"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) load({ commission });
      }}
    >
      <div class="body">
        <div class="ask">
          <RecordField
            kind="commission line"
            id={id}
            label="Commission line"
            help="Search by partner, customer or deal, or type its ID. The line of the selected row is shown at once."
            placeholder="C-0001"
            required
            problems={problem === '' ? [] : [problem]}
            value={commission}
            onChange={setCommission}
            onChoose={(chosen) => {
              if (!isBusy) load({ commission: chosen });
            }}
          />
          <button type="submit" class="button" aria-disabled={isBusy}>
            {isBusy ? 'Reading…' : 'Explain'}
          </button>
        </div>
        {isBusy ? <Loading what="The journal is being read." /> : null}
        {value === null || isBusy ? null : <Shown told={value} />}
      </div>
      <ReportButtons canPrint={value !== null && !isBusy} />
    </form>
  );
}

function Shown({ told }: { readonly told: Explanation }) {
  return (
    <>
      <div>
        <div class="head">
          <h1>{told.customer}</h1>
          <span class="sum">
            {spellMoney(told.amount)} {told.currency}
          </span>
        </div>
        <p class="quiet">
          {told.commission} ({told.kind}) of {told.partnerName}, {told.status}
        </p>
      </div>
      {told.holdReason === '' ? null : (
        <Notice tone="warn" title="On hold">
          <p>{told.holdReason}</p>
        </Notice>
      )}
      <Money told={told} />
      <Conditions told={told} />
      <Facts told={told} />
      <Payments told={told} />
      <Trail told={told} />
    </>
  );
}
