import { render } from 'preact';
import '../kit/style.css';
import '../kit/report.css';
import { Outlook } from './outlook.tsx';

const root = document.getElementById('page');
if (root !== null) render(<Outlook />, root);
