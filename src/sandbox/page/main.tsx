import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
root.replaceChildren();
render(<App />, root);
