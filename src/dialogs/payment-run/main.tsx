import { render } from 'preact';
import '../kit/style.css';
import './payment-run.css';
import { PaymentRun } from './payment-run.tsx';

const root = document.getElementById('page');
if (root !== null) render(<PaymentRun />, root);
