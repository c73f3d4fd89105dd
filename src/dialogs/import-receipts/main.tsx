import { render } from 'preact';
import '../kit/style.css';
import '../kit/report.css';
import { ImportReceipts } from './import-receipts.tsx';

const root = document.getElementById('page');
if (root !== null) render(<ImportReceipts />, root);
