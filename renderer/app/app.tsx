import { I18nextProvider } from 'react-i18next';
import { LinkProvider, type StudioAccess } from '../link/link-provider.tsx';
import { UiProvider } from '../ui/ui-provider.tsx';
import { Gate } from './gate.tsx';
import { LanguageContext } from '../link/language-context.ts';
import { LinkBanner } from './link-banner.tsx';
import { ProblemToasts } from './problem-toasts.tsx';
import type { Texts } from './texts.ts';

/** Everything around the screens: texts, theme, the link to the studio. */
export function App({
  access,
  texts,
  nonce,
}: {
  access: StudioAccess;
  texts: Texts;
  nonce: string;
}) {
  return (
    <I18nextProvider i18n={texts.i18n}>
      <LanguageContext value={texts}>
        <LinkProvider access={access}>
          <UiProvider nonce={nonce}>
            <ProblemToasts>
              <Gate />
            </ProblemToasts>
            <LinkBanner />
          </UiProvider>
        </LinkProvider>
      </LanguageContext>
    </I18nextProvider>
  );
}
