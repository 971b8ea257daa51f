import './app/trust-style-text.ts';
import './app/zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createTexts, firstLanguage } from './app/texts.ts';
import { connectStudio } from './app/connect-studio.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const texts = createTexts(firstLanguage(window.localStorage, window.navigator.languages));
const access = connectStudio(() => texts.language);

createRoot(root).render(<App access={access} texts={texts} nonce={nonce} />);
