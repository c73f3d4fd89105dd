import { render } from 'preact';
import '../kit/style.css';
import '../kit/report.css';
import { readStart } from '../kit/bridge.ts';
import { ExplainCommission } from './explain-commission.tsx';

const { selected } = readStart();
const named = typeof selected === 'object' && selected !== null ? { ...selected } : {};
const root = document.getElementById('page');
if (root !== null) {
  render(<ExplainCommission first={'commissions' in named ? String(named.commissions) : ''} />, root);
}
