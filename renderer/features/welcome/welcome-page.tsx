import './welcome.css';
import { IconBrandFacebook, IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/contract/app.ts';
import type { Language } from '../../../shared/contract/shapes.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { Segments } from '../../ui/segments.tsx';
import { VitrineMark } from '../../ui/vitrine-mark.tsx';
import { ShopFront } from './shop-front.tsx';

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const;

type WelcomeProps = {
  info: AppInfo;
  language: Language;
  onLanguage: (language: Language) => void;
  /** The guided way to connected accounts, shown over this screen. */
  connect: (guide: { opened: boolean; onClose: () => void }) => ReactNode;
};

/** The first screen: the language, then practice first or the merchant's own accounts. */
export function WelcomePage({ info, language, onLanguage, connect }: WelcomeProps) {
  const { t } = useTranslation('welcome');
  return (
    <main className="welcome">
      <ShopFront words={t('yourShop')} />
      <div className="welcome-talk">
        <header className="welcome-name">
          <VitrineMark className="welcome-mark" />
          <span className="serif">Vitrine</span>
          <span className="grow" />
          <Segments
            label={t('language')}
            value={language}
            options={languages}
            onChange={onLanguage}
          />
        </header>
        <h1>{t('title')}</h1>
        <p className="welcome-lead">{t('lead')}</p>
        <Ways language={language} connect={connect} />
        <footer className="welcome-foot">
          <IconLock aria-hidden />
          {t('where', { folder: info.dataDir })}
        </footer>
      </div>
    </main>
  );
}

function Ways({ language, connect }: Pick<WelcomeProps, 'language' | 'connect'>) {
  const { t } = useTranslation('welcome');
  const api = useApi();
  const problem = useProblem();
  const queries = useQueryClient();
  const [connecting, setConnecting] = useState(false);
  const onSuccess = () => queries.invalidateQueries();
  const practice = useMutation(api.app.startPractice.mutationOptions({ onSuccess }));
  const openPractice = () => {
    window.location.hash = '#/today';
    practice.mutate({ language });
  };
  return (
    <>
      {practice.error ? (
        <div className="welcome-problem">
          <ProblemBlock problem={problem(practice.error)} />
        </div>
      ) : null}
      <section className="welcome-way">
        <h2>{t('practice.title')}</h2>
        <p>
          {t('practice.what')}
          <i className="welcome-stripes" aria-hidden="true" />
          {t('practice.ribbon')}
        </p>
        <Button kind="primary" size="lg" busy={practice.isPending} onClick={openPractice}>
          {t(practice.isPending ? 'practice.opening' : 'practice.open')}
        </Button>
      </section>
      <section className="welcome-way">
        <h2>{t('connect.title')}</h2>
        <p>{t('connect.what')}</p>
        <Button
          size="lg"
          icon={<IconBrandFacebook aria-hidden />}
          onClick={() => setConnecting(true)}
        >
          {t('connect.open')}
        </Button>
      </section>
      {connect({ opened: connecting, onClose: () => setConnecting(false) })}
    </>
  );
}
