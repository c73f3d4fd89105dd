import { render } from 'preact';
import '../kit/style.css';
import './review-queue.css';
import { ReviewQueue } from './review-queue.tsx';

document.body.classList.add('sidebar');
const root = document.getElementById('page');
if (root !== null) render(<ReviewQueue />, root);
