import { render } from 'preact';
import '../kit/style.css';
import '../kit/report.css';
import { readStart } from '../kit/bridge.ts';
import { StatementPage } from './statement-page.tsx';

const { selected, month } = readStart();
const named = typeof selected === 'object' && selected !== null ? { ...selected } : {};
const root = document.getElementById('page');
if (root !== null) {
  render(
    <StatementPage
      first={'partners' in named ? String(named.partners) : ''}
      thisMonth={String(month ?? '')}
    />,
    root,
  );
}
