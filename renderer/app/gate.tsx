import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/contract/app.ts';
import { WelcomePage } from '../features/welcome/welcome-page.tsx';
import { createFormats } from '../link/formats.ts';
import { FormatsContext } from '../link/formats-context.tsx';
import { useApi } from '../link/link-provider.tsx';
import { ShopFocusProvider, useShopFocus } from '../link/shop-focus.tsx';
import { useProblem } from '../link/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBlock } from '../ui/problem-block.tsx';
import { useLanguage } from '../link/language-context.ts';
import { createAppRouter } from './router.tsx';

// Part of the settings' own bundle; the first screen needs it only once it is asked for.
const ConnectAccounts = lazy(async () => ({
  default: (await import('../features/settings/connect-accounts.tsx')).ConnectAccounts,
}));

/** Decides what the window shows: the welcome until a shop was chosen, then the studio. */
export function Gate() {
  const api = useApi();
  const { t } = useTranslation('shell');
  const problem = useProblem();
  const [language, setLanguage] = useLanguage();
  const info = useQuery(api.app.info.queryOptions());
  const [router] = useState(createAppRouter);
  const mode = info.data?.mode;
  const shopLanguage = mode === undefined || mode === 'undecided' ? undefined : info.data?.language;
  useEffect(() => {
    if (shopLanguage) setLanguage(shopLanguage);
  }, [shopLanguage, setLanguage]);

  if (info.data?.mode === 'undecided')
    return (
      <WelcomePage
        info={info.data}
        language={language}
        onLanguage={setLanguage}
        connect={(guide) => (
          <Suspense>
            <ConnectAccounts {...guide} />
          </Suspense>
        )}
      />
    );
  if (info.data)
    return (
      <ShopFocusProvider>
        <ShopFormats info={info.data}>
          <RouterProvider router={router} />
        </ShopFormats>
      </ShopFocusProvider>
    );
  if (info.error)
    return (
      <main className="shell-alone">
        <ProblemBlock
          problem={problem(info.error)}
          actions={<Button onClick={() => void info.refetch()}>{t('retry')}</Button>}
        />
      </main>
    );
  return null;
}

function ShopFormats({ info, children }: { info: AppInfo; children: ReactNode }) {
  const api = useApi();
  const [language] = useLanguage();
  const shop = useQuery(api.shop.get.queryOptions());
  const { shop: place } = useShopFocus();
  const country = place?.country ?? shop.data?.country ?? (language === 'fr' ? 'FR' : 'GB');
  const currency = shop.data?.currency ?? 'EUR';
  const zone = place?.zone ?? info.zone;
  const formats = useMemo(
    () => createFormats({ language, country, zone, currency }),
    [language, country, zone, currency],
  );
  return <FormatsContext value={formats}>{children}</FormatsContext>;
}
