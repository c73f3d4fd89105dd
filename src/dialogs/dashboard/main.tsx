import { render } from 'preact';
import '../kit/style.css';
import './dashboard.css';
import { close } from '../kit/bridge.ts';
import { DashboardPage } from './dashboard-page.tsx';

const root = document.getElementById('page');
if (root !== null) render(<DashboardPage onClose={close} />, root);
