import './shell.css';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageCommandsProvider } from '../link/page-commands.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { HaltBanner } from './halt-banner.tsx';
import { Palette } from './palette.tsx';
import { PracticeRibbon } from './practice-ribbon.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { WindowDrop } from './window-drop.tsx';

/** The frame of every screen: rail, top bar, practice ribbon, and the screen itself. */
export function Shell() {
  const { t } = useTranslation('shell');
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    document.title = `${t(`screen.${path.slice(1) || 'today'}`)} – Vitrine`;
  }, [path, t]);
  return (
    <PageCommandsProvider>
      <WindowDrop>
        <div className="shell">
          <button type="button" className="skip" onClick={() => main.current?.focus()}>
            {t('skip')}
          </button>
          <Rail />
          <TopBar />
          <PracticeRibbon />
          <main ref={main} className="shell-main" tabIndex={-1}>
            <Suspense fallback={<SkeletonRows />}>
              <Outlet />
            </Suspense>
          </main>
          <Palette />
          <HaltBanner />
        </div>
      </WindowDrop>
    </PageCommandsProvider>
  );
}
