import { render } from 'preact';
import '../kit/style.css';
import '../kit/report.css';
import './live-check.css';
import type { NotChecked } from '../../contract/outcome.ts';
import { readStart } from '../kit/bridge.ts';
import { LiveCheck } from './live-check.tsx';

const { steps, notChecked } = readStart();

/** The script and this page are built from the same sources: what it was opened with is what the script put there. */
function readNotChecked(): readonly NotChecked[] {
  return Array.isArray(notChecked) ? notChecked : [];
}

const root = document.getElementById('page');
if (root !== null) render(<LiveCheck steps={Number(steps)} notChecked={readNotChecked()} />, root);
