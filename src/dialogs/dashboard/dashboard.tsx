import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { spellDate } from '../kit/format.ts';
import { Commissions } from './commissions.tsx';
import { Expiring } from './expiring.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LeadStates } from './lead-states.tsx';
import { PartnerLeads, PartnerValues } from './partners.tsx';

/** How the programme stands: each chart with its numbers in a table. */
export function Dashboard({ view }: { readonly view: DashboardView }) {
  const hasLeads = view.leads.states.some(({ count }) => count > 0);
  return (
    <>
      <header class="as-of">
        <h1>{view.programme}</h1>
        <p class="intro">As of {spellDate(view.today)}</p>
      </header>
      {hasLeads ? <Figures view={view} /> : <NoLeads />}
    </>
  );
}

function NoLeads() {
  return (
    <div class="nothing">
      <h2>No leads yet</h2>
      <p class="intro">
        Figures appear here with the first registration: from the lead form, or with Register a lead in the
        menu.
      </p>
    </div>
  );
}

function Figures({ view }: { readonly view: DashboardView }) {
  return (
    <>
      <KeyFigures view={view} />
      <div class="pair">
        <LeadStates leads={view.leads} />
        <Expiring expiring={view.expiring} />
      </div>
      <Commissions commissions={view.commissions} today={view.today} />
      <PartnerValues values={view.partnerValues} />
      <PartnerLeads partners={view.partnerLeads} />
    </>
  );
}
