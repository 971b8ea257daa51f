import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoginSettings, SetupStep } from '../../../shared/contract/accounts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { changedSettings, type AppForm } from './app-form.ts';
import { useSaveLogin } from './use-save-login.ts';

export type AppSetup = ReturnType<typeof useAppSetup>;

const worst = ['failed', 'todo', 'ok'] as const;

/** The fields of a shop's own app: kept when one leaves them, then looked at again. */
export function useAppSetup(kept: LoginSettings) {
  const api = useApi();
  const [form, setForm] = useState<AppForm>({
    appId: kept.appId ?? '',
    appSecret: '',
    configId: kept.configId ?? '',
  });
  const checks = useQuery(api.accounts.checkSetup.queryOptions({ staleTime: 0 }));
  const save = useSaveLogin();
  /** False when it could not be kept; `error` then says why. */
  const keep = async (): Promise<boolean> => {
    const changed = changedSettings(form, kept);
    if (Object.keys(changed).length === 0) return true;
    try {
      await save.mutateAsync(changed);
    } catch {
      return false;
    }
    // Only what was taken is forgotten: somebody may have typed on.
    setForm((typed) =>
      typed.appSecret.trim() === changed.appSecret ? { ...typed, appSecret: '' } : typed,
    );
    void checks.refetch();
    return true;
  };
  return {
    form,
    keep,
    change: (patch: Partial<AppForm>) => setForm((typed) => ({ ...typed, ...patch })),
    check: async (): Promise<void> => {
      if (await keep()) await checks.refetch();
    },
    isChecking: checks.isFetching || save.isPending,
    error: save.error ?? checks.error,
    /** The worst of several checked steps; nothing before the first check. */
    stepOf: (...names: SetupStep['step'][]): SetupStep | undefined => {
      const steps = checks.data?.steps.filter(({ step }) => names.includes(step)) ?? [];
      return worst.flatMap((state) => steps.find((one) => one.state === state) ?? [])[0];
    },
  };
}
