import './styles/base.css';
import './styles/chrome.css';
import './styles/people.css';
import './styles/menus.css';
import './styles/notices.css';
import './styles/windows.css';
import './styles/forms.css';
import './styles/mail.css';
import './styles/clock.css';
import './styles/lists.css';
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('page');
if (root !== null) render(<App />, root);
