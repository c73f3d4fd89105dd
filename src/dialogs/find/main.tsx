import { render } from 'preact';
import '../kit/style.css';
import '../kit/sidebar.css';
import { Find } from './find.tsx';

document.body.classList.add('sidebar');
const root = document.getElementById('page');
if (root !== null) render(<Find />, root);
