import { render } from 'preact';
import '../kit/style.css';
import { CommandForm } from '../command-form/command-form.tsx';
import { close, readStart } from '../kit/bridge.ts';

const { form, selected } = readStart();
const root = document.getElementById('page');
if (root !== null) render(<CommandForm opening={{ form: String(form), selected }} onClose={close} />, root);
